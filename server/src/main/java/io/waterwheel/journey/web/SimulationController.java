package io.waterwheel.journey.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.journey.JourneyId;
import io.waterwheel.journey.saved.Drafts;
import io.waterwheel.journey.simulation.SimulationCounts;
import io.waterwheel.journey.simulation.Simulations;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/journeys/simulate")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "journey")
class SimulationController {

    private static final int MOST_DAYS = 90;

    private final Drafts drafts;
    private final Simulations simulations;

    SimulationController(Drafts drafts, Simulations simulations) {
        this.drafts = drafts;
        this.simulations = simulations;
    }

    @PostMapping
    @Operation(summary = "Whom a definition would have touched in the last days, when and how often")
    SimulationCounts simulateJourney(@PathVariable Brand brand, @RequestBody SimulateJourney asked) {
        if (asked.days() < 1 || asked.days() > MOST_DAYS) {
            throw new Problem(KernelProblem.INVALID).outside("/days", "range", 1, MOST_DAYS);
        }
        JourneyId itself = asked.journey();
        Drafts.Judged judged = drafts.judge(brand, asked.definition(), itself == null ? null : itself.toString());
        return simulations.simulate(brand, judged.sound().orElseThrow(judged::problem), asked.days());
    }
}
