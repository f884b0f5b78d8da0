package io.waterwheel.loyalty.programme;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/// What members of a tier get beside points.
///
/// @param name what it is, in the brand's words
/// @param cost what one costs the brand, in the currency's major unit
@Schema(name = "TierBenefit")
public record Benefit(String name, BigDecimal cost, BenefitEvery every) {

    public Benefit {
        Misfit.text(name, 60, "/name");
        Misfit.outside(cost, "0", "1000000", "/cost");
    }
}
