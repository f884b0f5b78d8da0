package io.waterwheel.journey.saved;

import io.waterwheel.access.Brand;
import io.waterwheel.journey.JourneyProblem;
import io.waterwheel.journey.language.CanonicalJourney;
import io.waterwheel.journey.language.InvalidJourney;
import io.waterwheel.journey.language.JourneyDefinition;
import io.waterwheel.journey.language.JourneyLint;
import io.waterwheel.journey.language.JourneyReader;
import io.waterwheel.journey.language.JourneyReading;
import io.waterwheel.journey.language.Known;
import io.waterwheel.kernel.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Judges drafts.
@Component
public class Drafts {

    /// Where a definition stands in a request.
    public static final String POINTER = "/definition";

    private final KnownInBrand known;

    Drafts(KnownInBrand known) {
        this.known = known;
    }

    /// @param faults     what keeps it from being published
    /// @param reading    null as long as it cannot be read
    /// @param definition null as long as it cannot be read
    public record Judged(
            List<InvalidJourney.Place> faults,
            @Nullable JourneyInWords reading,
            @Nullable JourneyDefinition definition) {

        public List<JourneyFaultPlace> places() {
            return faults.stream().map(JourneyFaultPlace::of).toList();
        }

        /// What can be published.
        public Optional<JourneyDefinition> sound() {
            return faults.isEmpty() ? Optional.ofNullable(definition) : Optional.empty();
        }

        /// `journey-invalid`, with every wrong place.
        public Problem problem() {
            Problem problem = new Problem(JourneyProblem.JOURNEY_INVALID);
            faults.forEach(place -> problem.at(place.pointer(), place.code(), place.detail()));
            return problem;
        }

        /// Whether it means something else than what was published.
        boolean differs(@Nullable JourneyDefinition published) {
            return published == null
                    || definition == null
                    || !CanonicalJourney.of(definition).equals(CanonicalJourney.of(published));
        }
    }

    /// @param itself the journey's own id; null when it has none yet
    public Judged judge(Brand brand, JsonNode draft, @Nullable String itself) {
        JourneyDefinition definition;
        try {
            definition = JourneyReader.read(draft, POINTER);
        } catch (InvalidJourney e) {
            return new Judged(e.places(), null, null);
        }
        Known inBrand = known.of(brand);
        return new Judged(
                JourneyLint.check(definition, POINTER, inBrand, itself),
                JourneyInWords.of(JourneyReading.of(definition, brand.currency(), known.names(brand), inBrand)),
                definition);
    }
}
