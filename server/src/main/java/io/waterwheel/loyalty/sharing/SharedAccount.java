package io.waterwheel.loyalty.sharing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One shared account with its people, the holder first.
///
/// @param points what all of them have to spend
@Schema(name = "SharedAccount")
public record SharedAccount(
        long id,
        SharedKind kind,
        Instant openedAt,
        @Nullable Instant closedAt,
        long points,
        List<SharedPerson> people) {

    /// @param name masked; null where none is known
    @Schema(name = "SharedPerson")
    public record SharedPerson(int customer, @Nullable String name, boolean holder, Instant joinedAt, long points) {}

    /// Somebody who was in it and is no longer.
    ///
    /// @param name masked; null where none is known
    @Schema(name = "FormerSharedPerson")
    public record FormerSharedPerson(
            int customer, @Nullable String name, boolean holder, Instant joinedAt, Instant leftAt) {}
}
