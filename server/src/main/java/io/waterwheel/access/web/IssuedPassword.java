package io.waterwheel.access.web;

/// @param oneTimePassword shown this once; must be changed at the first sign-in
record IssuedPassword(AccountBody account, String oneTimePassword) {

    @Override
    public String toString() {
        return "IssuedPassword";
    }
}
