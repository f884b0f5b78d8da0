package io.waterwheel.loyalty.points.report;

import io.waterwheel.kernel.CustomerNo;
import org.jspecify.annotations.Nullable;

/// One posting of a booking.
///
/// @param account  the code of a member's or the brand's account
/// @param customer of a member's account: whose it is now
/// @param name     masked; null where none is known
/// @param lot      which lot the points are of
/// @param amount   what the account had more after it; negative: less
public record EntryPosting(
        int number,
        String account,
        @Nullable CustomerNo customer,
        @Nullable String name,
        @Nullable Long lot,
        long amount) {}
