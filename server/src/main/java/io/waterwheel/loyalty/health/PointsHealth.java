package io.waterwheel.loyalty.health;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A brand's points over some months.
///
/// @param burn             redeemed, of what was issued and not taken back, in these months
/// @param expiry           expired, of the same
/// @param liability        what members have when the last month ends, or now, less what they owe
/// @param breakage         of all points that were redeemed or have expired ever, what expired; null when none was
/// @param expectedBreakage what of the liability will expire if it goes on like that
@Schema(name = "PointsHealth")
public record PointsHealth(
        List<Month> months,
        HealthRate burn,
        HealthRate expiry,
        long liability,
        @Nullable Double breakage,
        @Nullable Long expectedBreakage) {

    /// What happened in a month.
    ///
    /// @param month     its first day
    /// @param issued    earned
    /// @param takenBack of points earned at any time, because an order was refunded
    /// @param opened    brought from the system before
    /// @param redeemed  spent, less what was given back
    /// @param adjusted  deducted by people
    /// @param liability at its end, or now
    /// @param burn      of the twelve months that end with it
    /// @param expiry    of the same
    @Schema(name = "PointsHealthMonth")
    public record Month(
            LocalDate month,
            long issued,
            long takenBack,
            long opened,
            long redeemed,
            long expired,
            long adjusted,
            long liability,
            HealthRate burn,
            HealthRate expiry) {}
}
