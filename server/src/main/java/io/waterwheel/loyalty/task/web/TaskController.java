package io.waterwheel.loyalty.task.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.task.Growth;
import io.waterwheel.loyalty.task.GrowthProgrammes;
import io.waterwheel.loyalty.task.NewGrowth;
import io.waterwheel.loyalty.task.NewTask;
import io.waterwheel.loyalty.task.Task;
import io.waterwheel.loyalty.task.TaskIds;
import io.waterwheel.loyalty.task.Tasks;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}")
@Tag(name = "loyalty")
@PreAuthorize("hasRole('OPERATOR')")
class TaskController {

    private final Tasks tasks;
    private final GrowthProgrammes growth;

    TaskController(Tasks tasks, GrowthProgrammes growth) {
        this.tasks = tasks;
        this.growth = growth;
    }

    @GetMapping("/member-tasks")
    List<Task> listMemberTasks(@PathVariable Brand brand) {
        return tasks.list(brand);
    }

    @PostMapping("/member-tasks")
    @ResponseStatus(HttpStatus.CREATED)
    Task createMemberTask(@PathVariable Brand brand, @RequestBody NewTask task) {
        return tasks.create(brand, task);
    }

    /// Once it has begun, its words, its end and which of its events count.
    @PutMapping("/member-tasks/{id}")
    Task changeMemberTask(@PathVariable Brand brand, @PathVariable String id, @RequestBody NewTask task) {
        return tasks.change(brand, TaskIds.number(id), task);
    }

    /// What happens from now on counts.
    @PostMapping("/member-tasks/{id}/start")
    Task startMemberTask(@PathVariable Brand brand, @PathVariable String id) {
        return tasks.turn(brand, TaskIds.number(id), true);
    }

    @PostMapping("/member-tasks/{id}/stop")
    Task stopMemberTask(@PathVariable Brand brand, @PathVariable String id) {
        return tasks.turn(brand, TaskIds.number(id), false);
    }

    @GetMapping("/growth-programmes")
    List<Growth> listGrowthProgrammes(@PathVariable Brand brand) {
        return growth.list(brand);
    }

    @PostMapping("/growth-programmes")
    @ResponseStatus(HttpStatus.CREATED)
    Growth createGrowthProgramme(@PathVariable Brand brand, @RequestBody NewGrowth programme) {
        return growth.create(brand, programme);
    }

    @PutMapping("/growth-programmes/{id}")
    Growth changeGrowthProgramme(@PathVariable Brand brand, @PathVariable String id, @RequestBody NewGrowth programme) {
        return growth.change(brand, TaskIds.number(id), programme);
    }
}
