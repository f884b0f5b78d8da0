package io.waterwheel.loyalty.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.programme.saved.ProgrammeDrafts;
import io.waterwheel.loyalty.programme.saved.ProgrammeVersion;
import io.waterwheel.loyalty.programme.saved.Programmes;
import io.waterwheel.loyalty.programme.saved.SavedProgramme;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/brands/{brand}/loyalty/programme")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "loyalty")
class ProgrammeController {

    private static final int LARGEST = 1_000_000;

    private final Programmes programmes;
    private final ProgrammeDrafts drafts;

    ProgrammeController(Programmes programmes, ProgrammeDrafts drafts) {
        this.programmes = programmes;
        this.drafts = drafts;
    }

    @GetMapping
    SavedProgramme getProgramme(@PathVariable Brand brand) {
        return programmes.get(brand);
    }

    @PutMapping
    SavedProgramme saveProgramme(@PathVariable Brand brand, @RequestBody ProgrammeDraft draft) {
        return programmes.save(brand, object(draft.definition()));
    }

    @PostMapping("/check")
    @Operation(summary = "What keeps a definition from being published, and how it reads")
    ProgrammeJudged checkProgramme(@PathVariable Brand brand, @RequestBody ProgrammeDraft draft) {
        ProgrammeDrafts.Judged judged = drafts.judge(brand, object(draft.definition()));
        return new ProgrammeJudged(judged.faults(), judged.warnings(), judged.reading());
    }

    @PostMapping("/publish")
    SavedProgramme publishProgramme(@PathVariable Brand brand) {
        return programmes.publish(brand);
    }

    @GetMapping("/versions")
    List<ProgrammeVersion> listProgrammeVersions(@PathVariable Brand brand) {
        return programmes.versions(brand);
    }

    private static JsonNode object(@Nullable JsonNode definition) {
        if (definition == null || !definition.isObject()) {
            throw new Problem(KernelProblem.INVALID)
                    .at(ProgrammeDrafts.POINTER, "wrong-type", new Text("这里应为 {…}。", "This must be {…}."));
        }
        if (definition.toString().length() > LARGEST) {
            throw new Problem(KernelProblem.TOO_LARGE).with("limit", "1 MB");
        }
        return definition;
    }
}
