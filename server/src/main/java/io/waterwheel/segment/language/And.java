package io.waterwheel.segment.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// Every condition holds; without any it holds for every customer.
@Schema(name = "AndCondition")
public record And(List<Condition> conditions) implements Condition {

    /// Everybody the brand knows.
    public static final And EVERYONE = new And(List.of());

    public And {
        conditions = List.copyOf(conditions);
    }
}
