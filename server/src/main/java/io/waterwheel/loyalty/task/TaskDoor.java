package io.waterwheel.loyalty.task;

import static io.waterwheel.loyalty.generated.Tables.GROWTH_DONE;
import static io.waterwheel.loyalty.generated.Tables.TASK_DONE;
import static io.waterwheel.loyalty.generated.Tables.TASK_HIT;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.MemberTasks;
import io.waterwheel.loyalty.reward.RewardCheck;
import io.waterwheel.loyalty.task.RunningTasks.Running;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Tasks as members see them.
@Component
class TaskDoor implements MemberTasks {

    private final DSLContext database;
    private final RunningTasks running;
    private final Customers customers;
    private final RewardCheck words;
    private final InstantSource clock;

    TaskDoor(DSLContext database, RunningTasks running, Customers customers, RewardCheck words, InstantSource clock) {
        this.database = database;
        this.running = running;
        this.customers = customers;
        this.words = words;
        this.clock = clock;
    }

    /// A task in a period.
    private record Turn(long task, LocalDate period) {}

    /// What a member has done so far.
    private record Progress(Map<Turn, Integer> counts, Set<Turn> done) {}

    @Override
    public List<MemberTask> tasks(Brand brand, CustomerNo member) {
        Progress progress = progress(brand, customers.currentOf(member));
        return open(brand).stream()
                .map(task -> view(brand, task, progress))
                .sorted(Comparator.comparing(MemberTask::done))
                .toList();
    }

    @Override
    public List<MemberGrowth> growth(Brand brand, CustomerNo member) {
        CustomerNo customer = customers.currentOf(member);
        Progress progress = progress(brand, customer);
        List<Running> tasks = running.of(database, brand.id());
        Set<Long> done = new HashSet<>(database.select(GROWTH_DONE.GROWTH_ID)
                .from(GROWTH_DONE)
                .where(GROWTH_DONE.CUSTOMER_NO.eq(customer.value()))
                .and(GROWTH_DONE.BRAND_ID.eq(brand.id().value()))
                .fetch(GROWTH_DONE.GROWTH_ID));
        return running.growth(database, brand.id()).stream()
                .map(growth -> new MemberGrowth(
                        Long.toString(growth.id()),
                        growth.name(),
                        growth.text(),
                        tasks.stream()
                                .filter(task -> Long.valueOf(growth.id()).equals(task.growth()))
                                .map(task -> view(brand, task, progress))
                                .toList(),
                        done.contains(growth.id()),
                        words.words(brand, growth.reward())))
                .toList();
    }

    private List<Running> open(Brand brand) {
        Instant now = clock.instant();
        return running.of(database, brand.id()).stream()
                .filter(task -> task.definition().until() == null
                        || now.isBefore(task.definition().until()))
                .toList();
    }

    private MemberTask view(Brand brand, Running task, Progress progress) {
        TaskDefinition told = task.definition();
        Turn turn = new Turn(task.id(), told.per().period(brand.dayOf(clock.instant())));
        boolean done = progress.done.contains(turn);
        return new MemberTask(
                Long.toString(task.id()),
                task.name(),
                told.text(),
                told.link(),
                told.times(),
                done ? told.times() : Math.min(told.times(), progress.counts.getOrDefault(turn, 0)),
                told.per().name().toLowerCase(Locale.ROOT),
                told.per() == TaskPer.ONCE ? null : turn.period(),
                done,
                told.until(),
                words.words(brand, told.reward()));
    }

    private Progress progress(Brand brand, CustomerNo customer) {
        LocalDate today = brand.dayOf(clock.instant());
        Set<LocalDate> periods = new HashSet<>();
        for (TaskPer per : TaskPer.values()) {
            periods.add(per.period(today));
        }
        Map<Turn, Integer> counts = new HashMap<>();
        database.select(TASK_HIT.TASK_ID, TASK_HIT.PERIOD, DSL.count())
                .from(TASK_HIT)
                .where(TASK_HIT.CUSTOMER_NO.eq(customer.value()))
                .and(TASK_HIT.BRAND_ID.eq(brand.id().value()))
                .and(TASK_HIT.PERIOD.in(periods))
                .groupBy(TASK_HIT.TASK_ID, TASK_HIT.PERIOD)
                .forEach(row -> counts.put(new Turn(row.value1(), row.value2()), row.value3()));
        Set<Turn> done = new HashSet<>(database.select(TASK_DONE.TASK_ID, TASK_DONE.PERIOD)
                .from(TASK_DONE)
                .where(TASK_DONE.CUSTOMER_NO.eq(customer.value()))
                .and(TASK_DONE.BRAND_ID.eq(brand.id().value()))
                .and(TASK_DONE.PERIOD.in(periods))
                .fetch(row -> new Turn(row.value1(), row.value2())));
        return new Progress(counts, done);
    }
}
