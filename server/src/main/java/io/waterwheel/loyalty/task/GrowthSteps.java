package io.waterwheel.loyalty.task;

import static io.waterwheel.loyalty.generated.Tables.GROWTH_DONE;
import static io.waterwheel.loyalty.generated.Tables.TASK;
import static io.waterwheel.loyalty.generated.Tables.TASK_DONE;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.loyalty.member.MemberEvents;
import io.waterwheel.loyalty.reward.Rewards;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Sees whether a growth programme is done, whenever one of its tasks is. A task that repeats counts once.
@Component
class GrowthSteps {

    private final RunningTasks tasks;
    private final Rewards rewards;
    private final MemberEvents events;

    GrowthSteps(RunningTasks tasks, Rewards rewards, MemberEvents events) {
        this.tasks = tasks;
        this.rewards = rewards;
        this.events = events;
    }

    void look(DSLContext transaction, BrandId brand, long growth, CustomerNo customer, Instant at) {
        boolean missing = transaction.fetchExists(DSL.selectOne()
                .from(TASK)
                .where(TASK.GROWTH_ID.eq(growth))
                .and(TASK.ACTIVE)
                .andNotExists(DSL.selectOne()
                        .from(TASK_DONE)
                        .where(TASK_DONE.CUSTOMER_NO.eq(customer.value()))
                        .and(TASK_DONE.TASK_ID.eq(TASK.ID))));
        boolean done = transaction.fetchExists(
                GROWTH_DONE, GROWTH_DONE.CUSTOMER_NO.eq(customer.value()), GROWTH_DONE.GROWTH_ID.eq(growth));
        if (missing || done) {
            return;
        }
        tasks.growth(transaction, brand).stream()
                .filter(one -> one.id() == growth)
                .forEach(one -> finish(transaction, one, customer, at));
    }

    private void finish(DSLContext transaction, RunningTasks.RunningGrowth growth, CustomerNo customer, Instant at) {
        int first = transaction
                .insertInto(GROWTH_DONE)
                .set(GROWTH_DONE.GROWTH_ID, growth.id())
                .set(GROWTH_DONE.OPENED_NO, customer.value())
                .set(GROWTH_DONE.BRAND_ID, growth.brand().value())
                .set(GROWTH_DONE.CUSTOMER_NO, customer.value())
                .set(GROWTH_DONE.AT, at)
                .onConflictDoNothing()
                .execute();
        if (first == 0) {
            return;
        }
        String key = "growth/" + growth.id() + "/" + customer;
        rewards.give(
                transaction,
                new Rewards.Occasion(growth.brand(), customer, key, at, "growth", Map.of("task", growth.name())),
                growth.reward());
        events.write(
                transaction,
                growth.brand(),
                customer,
                EventNames.GROWTH_COMPLETED,
                at,
                key,
                Map.of("programme", Long.toString(growth.id()), "name", growth.name()));
    }
}
