package io.waterwheel.loyalty.task;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.problem.Problem.Fault;
import io.waterwheel.loyalty.reward.RewardCheck;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// What is wrong with tasks and growth programmes.
@Component
class TaskFaults {

    private static final int MOST_TIMES = 1_000;

    private final RewardCheck rewards;

    TaskFaults(RewardCheck rewards) {
        this.rewards = rewards;
    }

    /// @throws Problem `invalid`, with every wrong place
    void refuse(Brand brand, NewTask task) {
        List<Fault> faults = new ArrayList<>();
        TaskDefinition told = task.definition();
        within(faults, "/name", task.name().strip().length(), 1, 40);
        within(faults, "/definition/text", told.text().length(), 0, 500);
        within(faults, "/definition/link", told.link() == null ? 0 : told.link().length(), 0, 500);
        within(faults, "/definition/times", told.times(), 1, MOST_TIMES);
        if (told.withinDays() != null) {
            within(faults, "/definition/withinDays", told.withinDays(), 1, 366);
            if (told.per() != TaskPer.ONCE) {
                faults.add(new Fault(
                        "/definition/withinDays", "of-once", new Text("只用于只做一次的任务", "only for what is done once")));
            }
        }
        if (told.from() != null && told.until() != null && !told.until().isAfter(told.from())) {
            faults.add(new Fault(
                    "/definition/until", "reversed", new Text("须晚于开始时间", "must be later than the beginning")));
        }
        // It would count what it does itself.
        if (told.event().event().equals(EventNames.TASK_COMPLETED)
                || told.event().event().equals(EventNames.GROWTH_COMPLETED)) {
            faults.add(new Fault(
                    "/definition/event/event",
                    "of-tasks",
                    new Text("任务不能以完成任务为条件", "a task cannot ask for tasks; use a growth programme")));
        }
        rewards.check(brand, told.reward(), "/definition/reward", faults);
        refuse(faults);
    }

    void refuse(Brand brand, NewGrowth growth) {
        List<Fault> faults = new ArrayList<>();
        within(faults, "/name", growth.name().strip().length(), 1, 40);
        within(faults, "/text", growth.text().length(), 0, 500);
        rewards.check(brand, growth.reward(), "/reward", faults);
        refuse(faults);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            Problem problem = new Problem(KernelProblem.INVALID);
            faults.forEach(fault -> problem.at(fault.pointer(), fault.code(), fault.detail()));
            throw problem;
        }
    }

    private static void within(List<Fault> faults, String place, long value, long least, long most) {
        if (value < least || value > most) {
            faults.add(new Fault(
                    place,
                    "range",
                    new Text(
                            "须在 %d 到 %d 之间".formatted(least, most),
                            "must be between %d and %d".formatted(least, most))));
        }
    }
}
