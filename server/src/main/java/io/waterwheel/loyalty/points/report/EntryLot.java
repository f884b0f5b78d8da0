package io.waterwheel.loyalty.points.report;

import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A lot that a booking opened, or moved points of; as it is now.
///
/// @param lot       its number, which is that of the booking that opened it
/// @param opened    whether this booking opened it
/// @param customer  whose it is now
/// @param name      masked; null where none is known
/// @param points    how many it was opened with
/// @param remaining what of them is available or pending
/// @param expired   what of them expired
/// @param pending   whether it is still to become available
/// @param expiresAt null for never
public record EntryLot(
        long lot,
        boolean opened,
        @Nullable CustomerNo customer,
        @Nullable String name,
        long points,
        long remaining,
        long expired,
        boolean pending,
        @Nullable Instant availableAt,
        @Nullable Instant expiresAt) {}
