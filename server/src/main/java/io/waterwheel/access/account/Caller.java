package io.waterwheel.access.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who makes this request: a person with an account, or this machine's own command line.
public sealed interface Caller extends AuthenticatedPrincipal {

    /// The authority to see personal data in plain.
    String LOOK_UP = "LOOK_UP";

    /// The authority to download lists of customers.
    String DOWNLOAD = "DOWNLOAD";

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

    /// Whether they may see personal data of a customer in plain: administrators always, operators who were allowed
    /// to, guides never.
    default boolean mayLookUp() {
        return switch (role()) {
            case ADMIN -> true;
            case OPERATOR -> this instanceof SignedIn(Account account) && account.mayLookUp();
            case GUIDE -> false;
        };
    }

    /// Whether they may download lists of customers: administrators always, operators who were allowed to, guides
    /// never.
    default boolean mayDownload() {
        return switch (role()) {
            case ADMIN -> true;
            case OPERATOR -> this instanceof SignedIn(Account account) && account.mayDownload();
            case GUIDE -> false;
        };
    }

    default Authentication authentication() {
        List<GrantedAuthority> authorities = new ArrayList<>(role().authorities());
        if (mayLookUp()) {
            authorities.add(new SimpleGrantedAuthority(LOOK_UP));
        }
        if (mayDownload()) {
            authorities.add(new SimpleGrantedAuthority(DOWNLOAD));
        }
        return UsernamePasswordAuthenticationToken.authenticated(this, null, authorities);
    }

    static Optional<Caller> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }
}
