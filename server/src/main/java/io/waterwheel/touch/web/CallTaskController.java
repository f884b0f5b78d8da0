package io.waterwheel.touch.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.touch.calltask.CallTask;
import io.waterwheel.touch.calltask.CallTaskState;
import io.waterwheel.touch.calltask.CallTasks;
import io.waterwheel.touch.calltask.NewCallResult;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/call-tasks")
@Tag(name = "touch")
@PreAuthorize("hasRole('OPERATOR')")
class CallTaskController {

    private final CallTasks tasks;

    CallTaskController(CallTasks tasks) {
        this.tasks = tasks;
    }

    @GetMapping("/open")
    Page<CallTask> listOpenCallTasks(@PathVariable Brand brand, @ModelAttribute PageRequest page) {
        return tasks.list(brand, CallTaskState.OPEN, page);
    }

    @GetMapping("/done")
    Page<CallTask> listDoneCallTasks(@PathVariable Brand brand, @ModelAttribute PageRequest page) {
        return tasks.list(brand, CallTaskState.DONE, page);
    }

    @PostMapping("/{id}/result")
    CallTask finishCallTask(@PathVariable Brand brand, @PathVariable long id, @RequestBody NewCallResult result) {
        return tasks.finish(brand, id, result);
    }
}
