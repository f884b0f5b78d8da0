package io.waterwheel.access.account;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Passwords as they are kept, and whether somebody knows one.
@Component
class PasswordHashes {

    /// What an unknown user's password is compared with, so that the answer takes the same time. Of a random word
    /// that nobody kept; made at every start it would cost a third of a second.
    static final String NOBODYS = "{bcrypt}$2a$11$qDCXD2oYm94lsq7gjDNcSOTKcEtAldWa2KNYpIGfKhViLdLZqRaF.";

    private final PasswordEncoder encoder;

    PasswordHashes(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("no hash was made");
        }
        return hash;
    }

    /// @param hash null for an unknown user, whom nothing matches
    boolean match(String password, @Nullable String hash) {
        boolean fits = PasswordRules.fits(password);
        boolean same = encoder.matches(fits ? password : "", hash != null ? hash : NOBODYS);
        return same && fits && hash != null;
    }
}
