package io.waterwheel.loyalty.task;

import static io.waterwheel.loyalty.generated.Tables.TASK_DONE;
import static io.waterwheel.loyalty.generated.Tables.TASK_HIT;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.loyalty.member.MemberEvents;
import io.waterwheel.loyalty.reward.Rewards;
import io.waterwheel.loyalty.task.RunningTasks.Running;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Counts events towards tasks. An event counts once; once a task is done, no more is kept for its period.
@Component
class TaskHits {

    private final Brands brands;
    private final Rewards rewards;
    private final MemberEvents events;
    private final GrowthSteps growth;

    TaskHits(Brands brands, Rewards rewards, MemberEvents events, GrowthSteps growth) {
        this.brands = brands;
        this.rewards = rewards;
        this.events = events;
        this.growth = growth;
    }

    void count(DSLContext transaction, Running task, CustomerNo customer, LoggedEvent event) {
        Brand brand = brands.get(event.brand());
        LocalDate period = task.definition().per().period(brand.dayOf(event.at()));
        boolean done = transaction.fetchExists(
                TASK_DONE,
                TASK_DONE.CUSTOMER_NO.eq(customer.value()),
                TASK_DONE.TASK_ID.eq(task.id()),
                TASK_DONE.PERIOD.eq(period));
        if (done) {
            return;
        }
        int counted = transaction
                .insertInto(TASK_HIT)
                .set(TASK_HIT.TASK_ID, task.id())
                .set(TASK_HIT.EVENT_KEY, event.key().toString())
                .set(TASK_HIT.BRAND_ID, event.brand().value())
                .set(TASK_HIT.OPENED_NO, customer.value())
                .set(TASK_HIT.CUSTOMER_NO, customer.value())
                .set(TASK_HIT.PERIOD, period)
                .set(TASK_HIT.AT, event.at())
                .onConflictDoNothing()
                .execute();
        if (counted > 0 && enough(transaction, task, customer, period)) {
            finish(transaction, task, customer, period, event.at());
        }
    }

    private static boolean enough(DSLContext transaction, Running task, CustomerNo customer, LocalDate period) {
        List<Instant> hits = transaction
                .select(TASK_HIT.AT)
                .from(TASK_HIT)
                .where(TASK_HIT.CUSTOMER_NO.eq(customer.value()))
                .and(TASK_HIT.TASK_ID.eq(task.id()))
                .and(TASK_HIT.PERIOD.eq(period))
                .orderBy(TASK_HIT.AT)
                .fetch(TASK_HIT.AT);
        return enough(hits, task.definition().times(), task.definition().withinDays());
    }

    /// @param hits the earliest first
    static boolean enough(List<Instant> hits, int times, @Nullable Integer withinDays) {
        for (int last = times - 1; last < hits.size(); last++) {
            Instant first = hits.get(last - times + 1);
            if (withinDays == null || hits.get(last).isBefore(first.plus(Duration.ofDays(withinDays)))) {
                return true;
            }
        }
        return false;
    }

    private void finish(DSLContext transaction, Running task, CustomerNo customer, LocalDate period, Instant at) {
        int first = transaction
                .insertInto(TASK_DONE)
                .set(TASK_DONE.TASK_ID, task.id())
                .set(TASK_DONE.OPENED_NO, customer.value())
                .set(TASK_DONE.PERIOD, period)
                .set(TASK_DONE.BRAND_ID, task.brand().value())
                .set(TASK_DONE.CUSTOMER_NO, customer.value())
                .set(TASK_DONE.AT, at)
                .onConflictDoNothing()
                .execute();
        if (first == 0) {
            return;
        }
        String key = "task/" + task.id() + "/" + customer + "/" + period;
        rewards.give(
                transaction,
                new Rewards.Occasion(task.brand(), customer, key, at, "task", Map.of("task", task.name())),
                task.definition().reward());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("task", Long.toString(task.id()));
        told.put("name", task.name());
        if (task.definition().per() != TaskPer.ONCE) {
            told.put("period", period.toString());
        }
        events.write(transaction, task.brand(), customer, EventNames.TASK_COMPLETED, at, key, told);
        if (task.growth() != null) {
            growth.look(transaction, task.brand(), task.growth(), customer, at);
        }
    }
}
