package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// In which stage of their life with the brand a customer is.
///
/// @param stages    one or more
/// @param cycleDays the days between purchases, the same for everybody; null: each customer's own, drawn to the
/// brand's
@Schema(name = "LifecycleCondition")
public record LifecycleCondition(
        List<LifecycleStage> stages,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer cycleDays) implements Condition {

    static final int MOST_DAYS = 3_650;

    public LifecycleCondition {
        stages = List.copyOf(stages);
        InvalidCondition.when(stages.isEmpty(), "/stages", Fault.SOME_VALUES);
        InvalidCondition.when(
                cycleDays != null && (cycleDays < 1 || cycleDays > MOST_DAYS),
                "/cycleDays",
                Fault.OUT_OF_RANGE,
                "1 … " + MOST_DAYS);
    }

    /// Stages in order and told once.
    LifecycleCondition canonical() {
        return new LifecycleCondition(List.copyOf(EnumSet.copyOf(stages)), cycleDays);
    }
}
