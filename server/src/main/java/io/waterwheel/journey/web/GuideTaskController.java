package io.waterwheel.journey.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.journey.people.GuideTask;
import io.waterwheel.journey.people.GuideTasks;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/guide-tasks")
@PreAuthorize("hasAnyRole('OPERATOR', 'GUIDE')")
@Tag(name = "journey")
class GuideTaskController {

    private final GuideTasks tasks;

    GuideTaskController(GuideTasks tasks) {
        this.tasks = tasks;
    }

    @GetMapping
    Page<GuideTask> listGuideTasks(@PathVariable Brand brand, @ModelAttribute PageRequest page) {
        return tasks.open(brand, page);
    }

    @PostMapping("/{id}/done")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void finishGuideTask(@PathVariable Brand brand, @PathVariable long id) {
        tasks.done(brand, id);
    }
}
