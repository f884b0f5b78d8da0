package io.waterwheel.loyalty.calendar;

import static io.waterwheel.loyalty.generated.Tables.BENEFIT_GIVEN;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.generated.tables.records.BenefitGivenRecord;
import io.waterwheel.loyalty.member.MemberEvents;
import io.waterwheel.loyalty.programme.BenefitEvery;
import io.waterwheel.loyalty.reward.Rewards;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Gives a benefit to those who are due, each once for the period, with its reward and the timeline in the same
/// transaction.
@Component
class BenefitGiving {

    private final Rewards rewards;
    private final MemberEvents events;

    BenefitGiving(Rewards rewards, MemberEvents events) {
        this.rewards = rewards;
        this.events = events;
    }

    private record Once(int customer, LocalDate period) {}

    /// @param due the first day of the period, by customer
    /// @return how many have it now who had not
    int give(
            DSLContext transaction,
            Brand brand,
            long rule,
            NewBenefit benefit,
            Map<CustomerNo, LocalDate> due,
            Instant now) {
        if (due.isEmpty()) {
            return 0;
        }
        // Under which of their numbers they had it does not matter.
        Set<Once> had = had(transaction, rule, due);
        RowSet rows = new RowSet(
                BENEFIT_GIVEN.RULE_ID,
                BENEFIT_GIVEN.OPENED_NO,
                BENEFIT_GIVEN.PERIOD,
                BENEFIT_GIVEN.BRAND_ID,
                BENEFIT_GIVEN.CUSTOMER_NO,
                BENEFIT_GIVEN.COST,
                BENEFIT_GIVEN.AT);
        long cost = benefit.cost() == null ? 0 : brand.minor(benefit.cost());
        due.forEach((customer, period) -> {
            if (!had.contains(new Once(customer.value(), period))) {
                rows.row(rule, customer.value(), period, brand.id().value(), customer.value(), cost, now);
            }
        });
        if (rows.isEmpty()) {
            return 0;
        }
        RowSet.Given given = rows.as("given");
        List<BenefitGivenRecord> fresh = transaction
                .insertInto(BENEFIT_GIVEN, given.columns())
                .select(DSL.select(given.fields()).from(given.table()))
                .onConflictDoNothing()
                .returning()
                .fetch();
        hand(transaction, brand, benefit, fresh, now);
        return fresh.size();
    }

    private static Set<Once> had(DSLContext transaction, long rule, Map<CustomerNo, LocalDate> due) {
        return new HashSet<>(transaction
                .select(BENEFIT_GIVEN.CUSTOMER_NO, BENEFIT_GIVEN.PERIOD)
                .from(BENEFIT_GIVEN)
                .where(BENEFIT_GIVEN.RULE_ID.eq(rule))
                .and(BENEFIT_GIVEN.CUSTOMER_NO.eq(MovedCustomers.any(due.keySet())))
                .and(BENEFIT_GIVEN.PERIOD.in(Set.copyOf(due.values())))
                .fetch(row -> new Once(row.value1(), row.value2())));
    }

    private void hand(
            DSLContext transaction, Brand brand, NewBenefit benefit, List<BenefitGivenRecord> fresh, Instant now) {
        String reason = benefit.occasion() == BenefitEvery.BIRTHDAY ? "birthday" : "benefit";
        rewards.give(
                transaction,
                fresh.stream()
                        .map(row -> new Rewards.Occasion(
                                brand.id(),
                                new CustomerNo(row.getCustomerNo()),
                                key(row),
                                now,
                                reason,
                                Map.of("benefit", benefit.name())))
                        .toList(),
                benefit.reward());
        events.write(
                transaction,
                brand.id(),
                fresh.stream()
                        .map(row -> new MemberEvents.Told(
                                new CustomerNo(row.getCustomerNo()),
                                EventNames.BENEFIT_GIVEN,
                                now,
                                key(row),
                                told(benefit, row)))
                        .toList());
    }

    private static String key(BenefitGivenRecord row) {
        return "benefit/" + row.getRuleId() + "/" + row.getCustomerNo() + "/" + row.getPeriod();
    }

    private static Map<String, Object> told(NewBenefit benefit, BenefitGivenRecord row) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("benefit", Long.toString(row.getRuleId()));
        told.put("name", benefit.name());
        told.put("occasion", DuePeriod.word(benefit.occasion()));
        if (!benefit.reached()) {
            told.put("period", row.getPeriod().toString());
        }
        return told;
    }
}
