package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;

/// Keeps a stable share of customers back: they are left alone until the goal can no longer be reached, and
/// counted for it, so that everybody else can be compared with them.
///
/// @param percent of the customers who come here, 0.1 … 50, in tenths
@Schema(name = "JourneyHoldout")
public record Holdout(BigDecimal percent) implements Step {

    private static final BigDecimal LEAST = new BigDecimal("0.1");
    private static final BigDecimal MOST = BigDecimal.valueOf(50);

    public Holdout {
        Misfit.when(
                percent.compareTo(LEAST) < 0
                        || percent.compareTo(MOST) > 0
                        || percent.stripTrailingZeros().scale() > 1,
                "/percent",
                JourneyFault.OUT_OF_RANGE,
                "0.1 … 50");
    }

    /// @param part of `parts` equal parts of all customers, theirs
    public boolean keeps(int part, int parts) {
        return BigDecimal.valueOf(part)
                        .compareTo(percent.multiply(BigDecimal.valueOf(parts)).movePointLeft(2))
                < 0;
    }

    @Override
    public List<String> exits() {
        return List.of(NEXT);
    }

    @Override
    public boolean waits() {
        return false;
    }
}
