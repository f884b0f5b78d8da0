package io.waterwheel.loyalty.calendar;

import static io.waterwheel.loyalty.generated.Tables.BENEFIT_GIVEN;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.generated.tables.records.BenefitGivenRecord;
import io.waterwheel.loyalty.member.MemberEvents;
import io.waterwheel.loyalty.reward.Rewards;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        RowSet rows = new RowSet(
                BENEFIT_GIVEN.RULE_ID,
                BENEFIT_GIVEN.OPENED_NO,
                BENEFIT_GIVEN.PERIOD,
                BENEFIT_GIVEN.BRAND_ID,
                BENEFIT_GIVEN.CUSTOMER_NO,
                BENEFIT_GIVEN.AT);
        due.forEach((customer, period) ->
                rows.row(rule, customer.value(), period, brand.id().value(), customer.value(), now));
        RowSet.Given given = rows.as("given");
        List<BenefitGivenRecord> fresh = transaction
                .insertInto(BENEFIT_GIVEN, given.columns())
                .select(DSL.select(given.fields()).from(given.table()))
                .onConflictDoNothing()
                .returning()
                .fetch();
        fresh.forEach(row -> hand(transaction, brand, benefit, row, now));
        return fresh.size();
    }

    private void hand(DSLContext transaction, Brand brand, NewBenefit benefit, BenefitGivenRecord row, Instant now) {
        CustomerNo customer = new CustomerNo(row.getCustomerNo());
        String key = "benefit/" + row.getRuleId() + "/" + customer + "/" + row.getPeriod();
        rewards.give(
                transaction,
                new Rewards.Occasion(
                        brand.id(),
                        customer,
                        key,
                        now,
                        benefit.occasion() == BenefitOccasion.BIRTHDAY ? "birthday" : "benefit",
                        Map.of("benefit", benefit.name())),
                benefit.reward());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("benefit", Long.toString(row.getRuleId()));
        told.put("name", benefit.name());
        told.put("occasion", benefit.occasion().name().toLowerCase(Locale.ROOT));
        if (benefit.occasion() != BenefitOccasion.REACHED) {
            told.put("period", row.getPeriod().toString());
        }
        events.write(transaction, brand.id(), customer, EventNames.BENEFIT_GIVEN, now, key, told);
    }
}
