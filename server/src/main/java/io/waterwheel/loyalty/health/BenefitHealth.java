package io.waterwheel.loyalty.health;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.programme.BenefitEvery;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What members were given over some months, and what they made of it.
///
/// @param coupons  all coupons, by what they were given for; those that issued most first
/// @param benefits each benefit that is on, or was given in these months
@Schema(name = "BenefitHealth")
public record BenefitHealth(Use total, List<Source> coupons, List<Given> benefits, List<Month> months) {

    /// @param issued   coupons
    /// @param redeemed in these months and not brought back, whenever they were issued
    /// @param spent    what they took off and their gifts cost, less what was refunded, in minor units
    /// @param rate     redeemed, of those issued
    @Schema(name = "CouponUseFigures")
    public record Use(long issued, long redeemed, long spent, HealthRate rate) {

        static Use of(long issued, long redeemed, long spent) {
            return new Use(issued, redeemed, spent, HealthRate.of(redeemed, issued));
        }
    }

    /// @param source benefit, check-in, task, growth, prize, mall, batch, code, journey or another
    ///               origin of coupons
    @Schema(name = "CouponUseSource")
    public record Source(String source, Use use) {}

    /// @param given  how often
    /// @param points all of what it gave; null where it gives none
    /// @param use    of the coupons it gave; null where it gives none
    @Schema(name = "BenefitUse")
    public record Given(
            String id,
            String name,
            BenefitEvery occasion,
            boolean active,
            long given,
            @Nullable Long points,
            @Nullable Use use) {}

    /// @param month its first day
    @Schema(name = "CouponUseMonth")
    public record Month(LocalDate month, long issued, long redeemed, long spent) {}
}
