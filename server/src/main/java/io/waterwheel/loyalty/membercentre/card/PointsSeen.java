package io.waterwheel.loyalty.membercentre.card;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/// A member's points.
///
/// @param pending  earned, and not yet to be spent
/// @param frozen   kept for something that is being decided
/// @param debt     owed; earnings pay it first
/// @param spendable what they can spend with whom they share an account, their own included
/// @param expiring what is lost at the next days unless it is spent, the soonest first
@Schema(name = "PointsSeen")
public record PointsSeen(
        long available, long pending, long frozen, long debt, long spendable, List<Expiring> expiring) {

    /// @param on the last day they can be spent
    @Schema(name = "PointsExpiringOn")
    public record Expiring(LocalDate on, long points) {}
}
