package io.waterwheel.access.web;

record SignIn(String username, String password) {

    @Override
    public String toString() {
        return "SignIn";
    }
}
