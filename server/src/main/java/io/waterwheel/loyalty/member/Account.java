package io.waterwheel.loyalty.member;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One membership. A customer whose numbers merged may have several.
///
/// @param opened   the customer number it was opened under
/// @param customer whose it is now
/// @param tier     its id in the programme; null before it was judged
/// @param floor    the id of the tier the period began with
/// @param told     the id of the tier they were last told to be near to
public record Account(
        BrandId brand,
        CustomerNo opened,
        CustomerNo customer,
        String card,
        Instant joinedAt,
        @Nullable String tier,
        @Nullable String floor,
        @Nullable Instant tierSince,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate reviewOn,
        @Nullable Instant reviewAt,
        @Nullable String told) {

    /// Told to be near to another tier, or to none.
    public Account nearTo(@Nullable String next) {
        return new Account(
                brand, opened, customer, card, joinedAt, tier, floor, tierSince, periodFrom, reviewOn, reviewAt, next);
    }
}
