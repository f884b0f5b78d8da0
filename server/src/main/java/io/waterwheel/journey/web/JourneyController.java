package io.waterwheel.journey.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.journey.JourneyId;
import io.waterwheel.journey.people.JourneyCounts;
import io.waterwheel.journey.people.JourneyHealth;
import io.waterwheel.journey.people.JourneyStanding;
import io.waterwheel.journey.people.Runs;
import io.waterwheel.journey.saved.Drafts;
import io.waterwheel.journey.saved.Journey;
import io.waterwheel.journey.saved.JourneyDraft;
import io.waterwheel.journey.saved.JourneySummary;
import io.waterwheel.journey.saved.JourneyVersion;
import io.waterwheel.journey.saved.Journeys;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/brands/{brand}/journeys")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "journey")
class JourneyController {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int LARGEST_DEFINITION = 1_000_000;

    private final Journeys journeys;
    private final Drafts drafts;
    private final Runs runs;
    private final JourneyHealth health;

    JourneyController(Journeys journeys, Drafts drafts, Runs runs, JourneyHealth health) {
        this.journeys = journeys;
        this.drafts = drafts;
        this.runs = runs;
        this.health = health;
    }

    @GetMapping
    List<JourneySummary> listJourneys(@PathVariable Brand brand) {
        return journeys.list(brand);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Journey createJourney(@PathVariable Brand brand, @RequestBody NewJourney journey) {
        return journeys.create(brand, checked(journey));
    }

    @PostMapping("/check")
    @Operation(summary = "What keeps a definition from being published, and how it reads")
    JourneyJudged checkJourney(@PathVariable Brand brand, @RequestBody JourneyCheck check) {
        JourneyId itself = check.journey();
        Drafts.Judged judged =
                drafts.judge(brand, object(check.definition()), itself == null ? null : itself.toString());
        return new JourneyJudged(judged.places(), judged.reading());
    }

    @GetMapping("/health")
    @Operation(summary = "Who should have gone on and has not, and why")
    JourneyStanding getJourneyHealth(@PathVariable Brand brand) {
        return health.of(brand);
    }

    @GetMapping("/{id}")
    Journey getJourney(@PathVariable Brand brand, @PathVariable JourneyId id) {
        return journeys.get(brand, id);
    }

    @PutMapping("/{id}")
    Journey updateJourney(@PathVariable Brand brand, @PathVariable JourneyId id, @RequestBody NewJourney journey) {
        return journeys.update(brand, id, checked(journey));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteJourney(@PathVariable Brand brand, @PathVariable JourneyId id) {
        journeys.delete(brand, id);
    }

    @PostMapping("/{id}/publish")
    Journey publishJourney(@PathVariable Brand brand, @PathVariable JourneyId id) {
        return journeys.publish(brand, id);
    }

    @PostMapping("/{id}/pause")
    Journey pauseJourney(@PathVariable Brand brand, @PathVariable JourneyId id) {
        return journeys.pause(brand, id);
    }

    @PostMapping("/{id}/resume")
    Journey resumeJourney(@PathVariable Brand brand, @PathVariable JourneyId id) {
        return journeys.resume(brand, id);
    }

    @PostMapping("/{id}/stop")
    Journey stopJourney(@PathVariable Brand brand, @PathVariable JourneyId id) {
        return journeys.stop(brand, id);
    }

    @GetMapping("/{id}/versions")
    List<JourneyVersion> listJourneyVersions(@PathVariable Brand brand, @PathVariable JourneyId id) {
        return journeys.versions(brand, id);
    }

    @GetMapping("/{id}/counts")
    @Operation(summary = "How many came to each node, where they are and where they went, and what came of it")
    JourneyCounts getJourneyCounts(@PathVariable Brand brand, @PathVariable JourneyId id) {
        return runs.counts(brand, id);
    }

    private static JourneyDraft checked(NewJourney journey) {
        String name = RequestTexts.checked(journey.name(), "/name", 1, LONGEST_NAME);
        String description = RequestTexts.checked(journey.description(), "/description", 0, LONGEST_DESCRIPTION);
        return new JourneyDraft(name, description.isEmpty() ? null : description, object(journey.definition()));
    }

    private static JsonNode object(@Nullable JsonNode definition) {
        if (definition == null || !definition.isObject()) {
            throw new Problem(KernelProblem.INVALID)
                    .at(Drafts.POINTER, "wrong-type", new Text("这里应为 {…}。", "This must be {…}."));
        }
        if (definition.toString().length() > LARGEST_DEFINITION) {
            throw new Problem(KernelProblem.TOO_LARGE).with("limit", "1 MB");
        }
        return definition;
    }
}
