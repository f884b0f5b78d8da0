package io.waterwheel.loyalty.programme;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A membership that is paid for.
///
/// @param tier   what it gives as long as it lasts, a tier's id; null for its benefits alone
/// @param price  in the currency's major unit
/// @param months how long a period lasts
/// @param refund what is given back when it ends early
@Schema(name = "PaidPlan")
public record PaidPlan(
        String id,
        String name,
        @Nullable String tier,
        BigDecimal price,
        int months,
        PlanRefund refund,
        List<Benefit> benefits) {

    public PaidPlan {
        benefits = List.copyOf(benefits);
        Misfit.when(!EarnRule.ID.matcher(id).matches(), "/id", ProgrammeFault.NOT_A_NAME, id);
        Misfit.text(name, 40, "/name");
        Misfit.outside(price, "0", "1000000", "/price");
        Misfit.outside(months, 1, 36, "/months");
        Misfit.when(benefits.size() > Tier.MOST_BENEFITS, "/benefits", ProgrammeFault.TOO_MANY, Tier.MOST_BENEFITS);
    }
}
