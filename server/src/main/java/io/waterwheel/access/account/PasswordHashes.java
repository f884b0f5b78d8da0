package io.waterwheel.access.account;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// BCrypt at cost 11 (about a tenth of a second); the stored prefix lets a later release choose another.
@Component
class PasswordHashes {

    private static final int COST = 11;

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(COST)));

    /// What an unknown user's password is compared with, so that the answer takes the same time. Of a random word
    /// that nobody kept; made at every start it would cost a third of a second.
    private static final String NOBODYS = "{bcrypt}$2a$11$qDCXD2oYm94lsq7gjDNcSOTKcEtAldWa2KNYpIGfKhViLdLZqRaF.";

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
