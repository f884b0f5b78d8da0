package io.waterwheel.loyalty.programme.saved;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.ProgrammeProblem;
import io.waterwheel.loyalty.programme.HeldBenefit;
import io.waterwheel.loyalty.programme.InvalidProgramme;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import io.waterwheel.loyalty.programme.ProgrammeLint;
import io.waterwheel.loyalty.programme.ProgrammeReader;
import io.waterwheel.loyalty.programme.ProgrammeReading;
import io.waterwheel.loyalty.reward.Reward;
import io.waterwheel.loyalty.reward.RewardCheck;
import io.waterwheel.segment.CustomerQuestions;
import io.waterwheel.segment.language.Names;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Judges drafts.
@Component
public class ProgrammeDrafts {

    /// Where a definition stands in a request.
    public static final String POINTER = "/definition";

    private final CustomerQuestions questions;
    private final RewardCheck rewards;

    ProgrammeDrafts(CustomerQuestions questions, RewardCheck rewards) {
        this.questions = questions;
        this.rewards = rewards;
    }

    /// @param faults     what keeps it from being published
    /// @param warnings   what is likely not meant
    /// @param reading    null as long as it cannot be read
    /// @param definition null as long as it cannot be read
    public record Judged(
            List<InvalidProgramme.Place> faults,
            List<InvalidProgramme.Place> warnings,
            ProgrammeReading.@Nullable Read reading,
            @Nullable ProgrammeDefinition definition) {

        /// @throws Problem `programme-invalid`, with every wrong place
        public ProgrammeDefinition sound() {
            if (definition == null || !faults.isEmpty()) {
                Problem problem = new Problem(ProgrammeProblem.PROGRAMME_INVALID);
                faults.forEach(place -> problem.at(place.pointer(), place.code(), place.detail()));
                throw problem;
            }
            return definition;
        }
    }

    public Judged judge(Brand brand, JsonNode draft) {
        return judge(brand, draft, POINTER);
    }

    /// @param pointer where the draft stands in a request
    public Judged judge(Brand brand, JsonNode draft, String pointer) {
        try {
            ProgrammeDefinition definition = ProgrammeReader.read(draft, pointer);
            Names names = questions.names(brand);
            List<InvalidProgramme.Place> faults = new ArrayList<>(ProgrammeLint.check(definition, pointer, names));
            faults.addAll(gifts(brand, definition, pointer));
            return new Judged(
                    faults,
                    ProgrammeLint.warnings(definition, pointer),
                    ProgrammeReading.of(definition, names),
                    definition);
        } catch (InvalidProgramme e) {
            return new Judged(e.places(), List.of(), null, null);
        }
    }

    /// Whether the brand has what benefits give.
    private List<InvalidProgramme.Place> gifts(Brand brand, ProgrammeDefinition definition, String pointer) {
        Problem problem = new Problem(ProgrammeProblem.PROGRAMME_INVALID);
        for (HeldBenefit held : definition.benefits()) {
            Reward gives = held.benefit().gives();
            if (gives != null) {
                rewards.check(brand, gives, pointer + held.pointer() + "/gives", problem);
            }
        }
        return problem.faults().stream()
                .map(fault -> new InvalidProgramme.Place(fault.pointer(), fault.code(), fault.detail()))
                .toList();
    }
}
