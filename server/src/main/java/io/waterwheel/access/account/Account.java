package io.waterwheel.access.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person's local account, without its password.
///
/// @param epoch       raised when every open session of the account must end
/// @param mayLookUp   whether an operator may see a customer's phone, e-mail and address in plain
/// @param mayDownload whether an operator may download lists of customers
public record Account(
        long id,
        String username,
        String displayName,
        Role role,
        boolean mustChangePassword,
        boolean disabled,
        int epoch,
        @Nullable Instant lastSignInAt,
        boolean mayLookUp,
        boolean mayDownload) {}
