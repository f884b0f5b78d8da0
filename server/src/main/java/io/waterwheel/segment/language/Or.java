package io.waterwheel.segment.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// At least one condition holds. An empty choice would match nobody, which nobody means, and is refused.
@Schema(name = "OrCondition")
public record Or(List<Condition> conditions) implements Condition {

    public Or {
        conditions = List.copyOf(conditions);
        InvalidCondition.when(conditions.isEmpty(), "/conditions", Fault.EMPTY_CHOICE);
    }
}
