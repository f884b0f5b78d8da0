package io.waterwheel.loyalty.programme;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;

/// One tier.
///
/// @param threshold what must be reached, of what the scheme counts; spend in the currency's major unit
/// @param benefits  at most 30
@Schema(name = "Tier")
public record Tier(String id, String name, BigDecimal threshold, List<Benefit> benefits) {

    static final int MOST_BENEFITS = 30;

    public Tier {
        benefits = List.copyOf(benefits);
        Misfit.when(!EarnRule.ID.matcher(id).matches(), "/id", ProgrammeFault.NOT_A_NAME, id);
        Misfit.text(name, 20, "/name");
        Misfit.outside(threshold, "0", "1000000000", "/threshold");
        Misfit.when(benefits.size() > MOST_BENEFITS, "/benefits", ProgrammeFault.TOO_MANY, MOST_BENEFITS);
    }
}
