package io.waterwheel.journey.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.journey.people.GuideTask;
import io.waterwheel.journey.people.GuideTasks;
import io.waterwheel.journey.people.GuideWorkload;
import io.waterwheel.journey.people.TaskStanding;
import io.waterwheel.journey.people.TeamTasks;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/guide-tasks")
@PreAuthorize("hasAnyRole('OPERATOR', 'GUIDE')")
@Tag(name = "journey")
class GuideTaskController {

    private final GuideTasks tasks;
    private final TeamTasks team;

    GuideTaskController(GuideTasks tasks, TeamTasks team) {
        this.tasks = tasks;
        this.team = team;
    }

    @GetMapping
    Page<GuideTask> listGuideTasks(@PathVariable Brand brand, @ModelAttribute PageRequest page) {
        return tasks.open(brand, page);
    }

    @GetMapping("/team")
    @PreAuthorize("hasRole('OPERATOR')")
    @Operation(summary = "The tasks of all guides")
    Page<GuideTask> listTeamTasks(
            @PathVariable Brand brand,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String guide,
            @ModelAttribute PageRequest page) {
        return team.list(brand, TaskStanding.of(state), guide, page);
    }

    @GetMapping("/guides")
    @PreAuthorize("hasRole('OPERATOR')")
    @Operation(summary = "How many tasks each guide has open, late and done")
    List<GuideWorkload> listGuideWorkloads(@PathVariable Brand brand) {
        return team.workloads(brand);
    }

    @PostMapping("/{id}/done")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void finishGuideTask(@PathVariable Brand brand, @PathVariable long id) {
        tasks.done(brand, id);
    }
}
