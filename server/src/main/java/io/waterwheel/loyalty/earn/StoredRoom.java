package io.waterwheel.loyalty.earn;

import static io.waterwheel.loyalty.generated.Tables.EARNING;
import static io.waterwheel.loyalty.generated.Tables.RULE_BUDGET;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// How much caps leave, by what was written of one customer so far.
final class StoredRoom implements Room {

    private static final String ALL = "*";

    private final DSLContext transaction;
    private final LiveProgramme programme;
    private final CustomerNo customer;
    private final Map<String, long[]> used = new HashMap<>();
    private final Map<String, Long> taken = new HashMap<>();

    StoredRoom(DSLContext transaction, LiveProgramme programme, CustomerNo customer) {
        this.transaction = transaction;
        this.programme = programme;
        this.customer = customer;
    }

    @Override
    public long used(int rule, Span span, LocalDate day) {
        if (used.isEmpty()) {
            read(day);
        }
        long[] sums = used.getOrDefault(name(rule), new long[2]);
        return switch (span) {
            case DAY -> sums[0];
            case MONTH -> sums[1];
            case EVER -> budget(name(rule)) + taken.getOrDefault(name(rule), 0L);
        };
    }

    private void read(LocalDate day) {
        used.put(ALL, new long[2]);
        transaction
                .select(EARNING.RULE, EARNING.DAY, DSL.sum(EARNING.POINTS))
                .from(EARNING)
                .where(EARNING.CUSTOMER_NO.eq(customer.value()))
                .and(EARNING.BRAND_ID.eq(programme.brand().id().value()))
                .and(EARNING.DAY.ge(day.withDayOfMonth(1)))
                .and(EARNING.DAY.lt(day.withDayOfMonth(1).plusMonths(1)))
                .and(EARNING.EARNED_KEY.isNull())
                .groupBy(EARNING.RULE, EARNING.DAY)
                .forEach(row -> {
                    add(row.value1(), row.value2().equals(day), row.value3().longValue());
                    add(ALL, row.value2().equals(day), row.value3().longValue());
                });
    }

    private void add(String rule, boolean today, long points) {
        long[] sums = used.computeIfAbsent(rule, _ -> new long[2]);
        sums[0] += today ? points : 0;
        sums[1] += points;
    }

    private long budget(String rule) {
        Long spent = transaction
                .select(RULE_BUDGET.USED)
                .from(RULE_BUDGET)
                .where(RULE_BUDGET.BRAND_ID.eq(programme.brand().id().value()))
                .and(RULE_BUDGET.RULE.eq(rule))
                .fetchOne(RULE_BUDGET.USED);
        return spent == null ? 0 : spent;
    }

    @Override
    public void take(int rule, LocalDate day, long points) {
        if (used.isEmpty()) {
            read(day);
        }
        add(name(rule), true, points);
        taken.merge(name(rule), points, Long::sum);
    }

    private String name(int rule) {
        return rule == PROGRAMME ? ALL : programme.definition().earn().get(rule).id();
    }

    /// Adds what was taken to the budgets, in the transaction that writes what was given.
    void write() {
        taken.forEach((rule, points) -> transaction
                .insertInto(RULE_BUDGET)
                .set(RULE_BUDGET.BRAND_ID, programme.brand().id().value())
                .set(RULE_BUDGET.RULE, rule)
                .set(RULE_BUDGET.USED, points)
                .onConflict(RULE_BUDGET.BRAND_ID, RULE_BUDGET.RULE)
                .doUpdate()
                .set(RULE_BUDGET.USED, RULE_BUDGET.USED.plus(points))
                .execute());
    }
}
