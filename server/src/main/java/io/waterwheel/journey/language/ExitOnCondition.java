package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.segment.language.Condition;

/// Looked at whenever the customer is about to leave a node at which they waited.
@Schema(name = "JourneyExitOnCondition")
public record ExitOnCondition(Condition condition) implements ExitRule {}
