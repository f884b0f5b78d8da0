package io.waterwheel.segment.language;

import io.swagger.v3.oas.annotations.media.Schema;

/// The condition does not hold: all other customers the brand knows.
@Schema(name = "NotCondition")
public record Not(Condition condition) implements Condition {}
