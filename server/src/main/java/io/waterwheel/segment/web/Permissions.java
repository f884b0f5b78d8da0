package io.waterwheel.segment.web;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// What the caller may do beyond their role.
final class Permissions {

    private Permissions() {}

    /// See personal data in plain.
    static boolean mayLookUp() {
        return has("LOOK_UP");
    }

    /// Download lists of customers.
    static boolean mayDownload() {
        return has("DOWNLOAD");
    }

    private static boolean has(String authority) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null
                && caller.getAuthorities().stream().anyMatch(granted -> authority.equals(granted.getAuthority()));
    }
}
