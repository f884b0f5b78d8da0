package io.waterwheel.journey.engine;

import io.waterwheel.journey.saved.FollowedJourneys;
import io.waterwheel.segment.CustomerQuestions;
import io.waterwheel.touch.Messages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What moving people takes.
@Component
record EngineTools(
        FollowedJourneys journeys, RunRows rows, CustomerQuestions questions, Messages messages, JsonMapper json) {}
