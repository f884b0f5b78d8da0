package io.waterwheel.loyalty.whatif;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What somebody wants to know.
///
/// @param definition the draft
/// @param against    what it is compared with; null for the programme that is published
/// @param months     1 … 36, the running one among them
/// @param marginRate what is left of sales after the goods were paid, 0.01 … 1
/// @param pointCost  what an issued point costs the brand, in the currency's major unit, 0 … 100
public record WhatIfWish(
        @Schema(implementation = ProgrammeDefinition.class) @Nullable
        JsonNode definition,

        @Schema(implementation = ProgrammeDefinition.class) @Nullable
        JsonNode against,

        int months,
        @Nullable BigDecimal marginRate,
        @Nullable BigDecimal pointCost) {

    private static final int LARGEST = 1_000_000;
    private static final int FINEST = 6;
    private static final BigDecimal LEAST_MARGIN = new BigDecimal("0.01");
    private static final BigDecimal MOST_POINT_COST = new BigDecimal("100");

    /// A null that was written out is one that was left out.
    public WhatIfWish {
        against = against == null || against.isNull() ? null : against;
    }

    /// @throws Problem `invalid`, `too-large`
    JsonNode checked() {
        if (months < 1 || months > WhatIfWindow.MOST_MONTHS) {
            throw new Problem(KernelProblem.INVALID).outside("/months", "range", 1, WhatIfWindow.MOST_MONTHS);
        }
        within(marginRate, LEAST_MARGIN, BigDecimal.ONE, "/marginRate");
        within(pointCost, BigDecimal.ZERO, MOST_POINT_COST, "/pointCost");
        if (against != null) {
            object(against, "/against");
        }
        return object(definition, "/definition");
    }

    private static void within(@Nullable BigDecimal value, BigDecimal least, BigDecimal most, String pointer) {
        if (value == null
                || value.compareTo(least) < 0
                || value.compareTo(most) > 0
                || value.stripTrailingZeros().scale() > FINEST) {
            throw new Problem(KernelProblem.INVALID).outside(pointer, "range", least, most);
        }
    }

    private static JsonNode object(@Nullable JsonNode definition, String pointer) {
        if (definition == null || !definition.isObject()) {
            throw new Problem(KernelProblem.INVALID)
                    .at(pointer, "wrong-type", new Text("这里应为 {…}。", "This must be {…}."));
        }
        if (definition.toString().length() > LARGEST) {
            throw new Problem(KernelProblem.TOO_LARGE).with("limit", "1 MB");
        }
        return definition;
    }
}
