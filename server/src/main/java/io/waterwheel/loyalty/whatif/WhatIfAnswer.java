package io.waterwheel.loyalty.whatif;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would have been, side by side. Money is in minor units, and of the months that were looked at.
///
/// @param from       the first day
/// @param months     the first day of each; the last of them is as far as it has come
/// @param members    who joined by the end of it
/// @param netSales   what they bought as members less what they gave back
/// @param shortPast  whether the months are fewer than a programme's tier period, so that tiers are lower than
///                   they would be after a longer time
/// @param moves      who stands where under both, also who stands in the same tier
public record WhatIfAnswer(
        LocalDate from,
        Instant until,
        List<LocalDate> months,
        long members,
        long netSales,
        boolean shortPast,
        WhatIfSide today,
        WhatIfSide draft,
        List<WhatIfMove> moves,
        WhatIfBreakEven breakEven) {

    /// One programme.
    ///
    /// @param points       given less taken back
    /// @param pointsCost   what they cost
    /// @param benefitsCost what the benefits of all tiers cost
    /// @param tiers        from the lowest; none where it has none
    /// @param rules        in the programme's order
    /// @param pointsByMonth given less taken back
    public record WhatIfSide(
            long points,
            long pointsCost,
            long benefitsCost,
            List<WhatIfTier> tiers,
            List<WhatIfRule> rules,
            List<Long> pointsByMonth) {}

    /// One tier.
    ///
    /// @param actual       how many members have it in fact, gifts and paid memberships not counted; null in a
    /// draft
    /// @param members      how many would have it now
    /// @param byMonth      how many had it at the end of each month
    /// @param reached      how often it was reached
    /// @param memberMonths the sum of `byMonth`
    public record WhatIfTier(
            String id,
            String name,
            @Nullable Long actual,
            long members,
            List<Long> byMonth,
            long reached,
            long memberMonths,
            long benefitsCost) {

        WhatIfTier actually(long members) {
            return new WhatIfTier(id, name, members, this.members, byMonth, reached, memberMonths, benefitsCost);
        }
    }

    /// One way to earn.
    ///
    /// @param takenBack what refunds took back
    public record WhatIfRule(String id, String name, long given, long takenBack) {}

    /// @param from a tier's id under today's programme; null for none
    /// @param to   a tier's id under the draft; null for none
    /// @param way  up, down or same, by the tiers' places
    public record WhatIfMove(
            @Nullable String from, @Nullable String to, WhatIfWay way, long members) {}

    /// @param extraCost      what the draft costs more than today's programme; negative when less
    /// @param sales          how much more would have to be sold for the same profit; negative: so much less
    /// would do
    /// @param shareOfSales   the same as a share of net sales; null where nothing was sold
    /// @param salesPerRiser  the same for each member who stands higher; null where nobody does
    @Schema(name = "WhatIfBreakEven")
    public record WhatIfBreakEven(
            long extraCost,
            long sales,
            @Nullable Double shareOfSales,
            @Nullable Long salesPerRiser) {}
}
