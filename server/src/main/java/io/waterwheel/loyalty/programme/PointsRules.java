package io.waterwheel.loyalty.programme;

import io.swagger.v3.oas.annotations.media.Schema;

/// How points last.
///
/// @param pendingDays  days after the order until its points can be spent: the goods may still come back; 0
///                     for none
/// @param debt         what happens when points are taken back that were spent already
/// @param beforeJoining orders of so many days before somebody became a member are rewarded too, and what is told late
///                      of those days; 0 for none
@Schema(name = "PointsRules")
public record PointsRules(int pendingDays, Expiry expiry, SpentAlready debt, int beforeJoining) {

    static final int MOST_DAYS = 180;

    public PointsRules {
        Misfit.outside(pendingDays, 0, MOST_DAYS, "/pendingDays");
        Misfit.outside(beforeJoining, 0, MOST_DAYS, "/beforeJoining");
        Misfit.when(
                expiry instanceof Expiry.AfterMonths(int months) && pendingDays >= months * 28,
                "/pendingDays",
                ProgrammeFault.PENDING_TOO_LONG,
                "");
    }
}
