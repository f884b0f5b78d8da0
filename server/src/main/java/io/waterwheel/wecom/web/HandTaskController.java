package io.waterwheel.wecom.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.wecom.handtask.HandTask;
import io.waterwheel.wecom.handtask.HandTaskList;
import io.waterwheel.wecom.handtask.HandTasks;
import io.waterwheel.wecom.handtask.NewHandTaskResult;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What guides are to write by hand, as their phone page shows it.
@RestController
@RequestMapping("/api/brands/{brand}/hand-tasks")
@Tag(name = "wecom")
@PreAuthorize("hasAnyRole('OPERATOR', 'GUIDE')")
class HandTaskController {

    private final HandTasks tasks;
    private final HandTaskList list;

    HandTaskController(HandTasks tasks, HandTaskList list) {
        this.tasks = tasks;
        this.list = list;
    }

    /// @param guide a guide's userid; empty for everybody's
    @GetMapping("/open")
    Page<HandTask> listOpenHandTasks(
            @PathVariable Brand brand,
            @RequestParam(required = false) @Nullable String guide,
            @ModelAttribute PageRequest page) {
        return list.open(brand, guide, page);
    }

    /// @param guide a guide's userid; empty for everybody's
    @GetMapping("/done")
    Page<HandTask> listDoneHandTasks(
            @PathVariable Brand brand,
            @RequestParam(required = false) @Nullable String guide,
            @ModelAttribute PageRequest page) {
        return list.done(brand, guide, page);
    }

    @PostMapping("/{id}/result")
    HandTask finishHandTask(@PathVariable Brand brand, @PathVariable long id, @RequestBody NewHandTaskResult result) {
        return list.one(brand, tasks.finish(brand, id, result));
    }
}
