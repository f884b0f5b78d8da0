package io.waterwheel.access.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person's local account, without its password.
///
/// @param epoch raised when every open session of the account must end
public record Account(
        long id,
        String username,
        String displayName,
        Role role,
        boolean mustChangePassword,
        boolean disabled,
        int epoch,
        @Nullable Instant lastSignInAt) {}
