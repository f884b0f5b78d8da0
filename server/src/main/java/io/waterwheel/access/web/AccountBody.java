package io.waterwheel.access.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.access.account.Account;
import io.waterwheel.access.account.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An account as administrators see it.
///
/// @param stores the codes of the stores where a guide works, by the brand's key
@Schema(name = "Account")
record AccountBody(
        String id,
        String username,
        String displayName,
        Role role,
        boolean disabled,
        boolean mayLookUp,
        boolean mayDownload,
        Map<String, List<String>> stores,
        @Nullable Instant lockedUntil,
        @Nullable Instant lastSignInAt) {

    static AccountBody of(Account account, Map<String, List<String>> stores, Optional<Instant> lockedUntil) {
        return new AccountBody(
                Long.toString(account.id()),
                account.username(),
                account.displayName(),
                account.role(),
                account.disabled(),
                account.mayLookUp(),
                account.mayDownload(),
                stores,
                lockedUntil.orElse(null),
                account.lastSignInAt());
    }
}
