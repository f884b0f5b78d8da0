package io.waterwheel.journey.engine;

import io.waterwheel.customer.Customers;
import io.waterwheel.journey.saved.FollowedJourneys;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.loyalty.RewardRequests;
import io.waterwheel.segment.CustomerQuestions;
import io.waterwheel.touch.Messages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What moving people takes.
@Component
record EngineTools(
        FollowedJourneys journeys,
        RunRows rows,
        CustomerQuestions questions,
        Customers customers,
        Messages messages,
        RewardRequests rewards,
        Vault vault,
        JsonMapper json) {

    /// A value of what let somebody in, in plain.
    String plain(String value) {
        return Vault.isSealed(value) ? vault.open(value) : value;
    }
}
