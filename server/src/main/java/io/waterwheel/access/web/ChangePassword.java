package io.waterwheel.access.web;

record ChangePassword(String current, String next) {

    @Override
    public String toString() {
        return "ChangePassword";
    }
}
