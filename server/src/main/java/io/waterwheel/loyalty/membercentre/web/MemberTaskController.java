package io.waterwheel.loyalty.membercentre.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.MemberTasks;
import io.waterwheel.loyalty.membercentre.session.Member;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/m/{brand}/api/tasks")
@Tag(name = "member-centre")
class MemberTaskController {

    private final MemberTasks tasks;

    MemberTaskController(MemberTasks tasks) {
        this.tasks = tasks;
    }

    /// @param times how often in one period, `count` of them done
    /// @param per   once, day, week or month
    record TaskSeen(
            String id,
            String name,
            String text,
            @Nullable String link,
            int times,
            int count,
            String per,
            boolean done,
            @Nullable Instant until,
            String reward) {

        static TaskSeen of(MemberTasks.MemberTask task, Locale locale) {
            return new TaskSeen(
                    task.id(),
                    task.name(),
                    task.text(),
                    task.link(),
                    task.times(),
                    task.count(),
                    task.per(),
                    task.done(),
                    task.until(),
                    task.reward().words().in(locale));
        }
    }

    /// @param reward for all of its tasks
    record GrowthSeen(String id, String name, String text, List<TaskSeen> tasks, boolean done, String reward) {}

    record TasksSeen(List<TaskSeen> tasks, List<GrowthSeen> growth) {}

    @GetMapping
    @Operation(summary = "What the member can do, and what each brings")
    TasksSeen listMyTasks(@PathVariable Brand brand, Member member, Locale locale) {
        return new TasksSeen(
                tasks.tasks(brand, member.customer()).stream()
                        .map(task -> TaskSeen.of(task, locale))
                        .toList(),
                tasks.growth(brand, member.customer()).stream()
                        .map(growth -> new GrowthSeen(
                                growth.id(),
                                growth.name(),
                                growth.text(),
                                growth.tasks().stream()
                                        .map(task -> TaskSeen.of(task, locale))
                                        .toList(),
                                growth.done(),
                                growth.reward().words().in(locale)))
                        .toList());
    }
}
