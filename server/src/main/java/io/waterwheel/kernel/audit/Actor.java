package io.waterwheel.kernel.audit;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who is acting: a signed-in person's user name, or the system.
public record Actor(String name) {

    public static final Actor SYSTEM = new Actor("system");

    public static Actor current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                        || !authentication.isAuthenticated()
                        || authentication instanceof AnonymousAuthenticationToken
                ? SYSTEM
                : new Actor(authentication.getName());
    }
}
