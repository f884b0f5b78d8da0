package io.waterwheel.journey.saved;

import io.waterwheel.access.Brand;
import io.waterwheel.journey.JourneyStarts;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Makes and publishes by the same doors as people do, so that a journey is judged as theirs is.
@Component
class StartedJourneys implements JourneyStarts {

    private final Journeys journeys;
    private final JsonMapper json;

    StartedJourneys(Journeys journeys, JsonMapper json) {
        this.journeys = journeys;
        this.json = json;
    }

    @Override
    @Transactional
    public void start(Brand brand, String name, String description, Supplier<String> definition) {
        boolean known = journeys.list(brand).stream().anyMatch(one -> one.name().equals(name));
        if (!known) {
            Journey made = journeys.create(brand, new JourneyDraft(name, description, json.readTree(definition.get())));
            journeys.publish(brand, made.id());
        }
    }
}
