package io.waterwheel.loyalty.task;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.reward.RewardCheck;
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
        Problem problem = new Problem(KernelProblem.INVALID);
        TaskDefinition told = task.definition();
        problem.within("/name", task.name().strip().length(), 1, 40);
        problem.within("/definition/text", told.text().length(), 0, 500);
        problem.within("/definition/link", told.link() == null ? 0 : told.link().length(), 0, 500);
        problem.within("/definition/times", told.times(), 1, MOST_TIMES);
        if (told.withinDays() != null) {
            problem.within("/definition/withinDays", told.withinDays(), 1, 366);
            if (told.per() != TaskPer.ONCE) {
                problem.at("/definition/withinDays", "of-once", new Text("只用于只做一次的任务", "only for what is done once"));
            }
        }
        if (told.from() != null && told.until() != null && !told.until().isAfter(told.from())) {
            problem.at("/definition/until", "reversed", new Text("须晚于开始时间", "must be later than the beginning"));
        }
        // It would count what it does itself.
        if (told.event().event().equals(EventNames.TASK_COMPLETED)
                || told.event().event().equals(EventNames.GROWTH_COMPLETED)) {
            problem.at(
                    "/definition/event/event",
                    "of-tasks",
                    new Text("任务不能以完成任务为条件", "a task cannot ask for tasks; use a growth programme"));
        }
        rewards.check(brand, told.reward(), "/definition/reward", problem);
        problem.throwIfFaulty();
    }

    void refuse(Brand brand, NewGrowth growth) {
        Problem problem = new Problem(KernelProblem.INVALID);
        problem.within("/name", growth.name().strip().length(), 1, 40);
        problem.within("/text", growth.text().length(), 0, 500);
        rewards.check(brand, growth.reward(), "/reward", problem);
        problem.throwIfFaulty();
    }
}
