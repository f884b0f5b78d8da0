package io.waterwheel.access.account;

import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who makes this request: a person with an account, or this machine's own command line.
public sealed interface Caller extends AuthenticatedPrincipal {

    Role role();

    /// @param account as it is at this request, not as it was at sign-in
    record SignedIn(Account account) implements Caller {
        @Override
        public String getName() {
            return account.username();
        }

        @Override
        public Role role() {
            return account.role();
        }
    }

    record CommandLine() implements Caller {
        @Override
        public String getName() {
            return "local";
        }

        @Override
        public Role role() {
            return Role.ADMIN;
        }
    }

    default Authentication authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(this, null, role().authorities());
    }

    static Optional<Caller> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }
}
