package io.waterwheel.loyalty.calendar;

import static io.waterwheel.loyalty.generated.Tables.BENEFIT_GIVEN;
import static io.waterwheel.loyalty.generated.Tables.BENEFIT_RULE;
import static io.waterwheel.loyalty.generated.Tables.MEMBER;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.customer.CustomerFacts;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.generated.tables.records.BenefitRuleRecord;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.tier.CurrentTiers;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// Goes through all members once on each of the brand's days and gives what is due, a thousand at a time.
/// Two nodes may go at once, and one that was killed begins anew: what was given for a period is not given
/// again.
@Component
public class BenefitRound {

    private static final int PIECE = 1_000;

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final Brands brands;
    private final Members members;
    private final Customers customers;
    private final CurrentTiers tiers;
    private final BenefitGiving giving;
    private final JsonMapper json;
    private final InstantSource clock;

    BenefitRound(
            DSLContext database,
            TransactionOperations transactions,
            Brands brands,
            Members members,
            Customers customers,
            CurrentTiers tiers,
            BenefitGiving giving,
            JsonMapper json,
            InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.brands = brands;
        this.members = members;
        this.customers = customers;
        this.tiers = tiers;
        this.giving = giving;
        this.json = json;
        this.clock = clock;
    }

    /// Every benefit of every brand that was not looked at today.
    ///
    /// @return how many were given
    public long all() {
        long given = 0;
        for (BenefitRuleRecord row :
                database.selectFrom(BENEFIT_RULE).where(BENEFIT_RULE.ACTIVE).fetch()) {
            Brand brand = brands.get(new BrandId(row.getBrandId()));
            LocalDate today = brand.dayOf(clock.instant());
            if (row.getDoneOn() == null || row.getDoneOn().isBefore(today)) {
                given += one(brand, row, today);
            }
        }
        return given;
    }

    private long one(Brand brand, BenefitRuleRecord row, LocalDate today) {
        NewBenefit benefit = json.readValue(row.getRule().data(), NewBenefit.class);
        long given = 0;
        List<Integer> piece = piece(brand, 0);
        while (!piece.isEmpty()) {
            List<CustomerNo> those =
                    piece.stream().map(CustomerNo::new).distinct().toList();
            given += Objects.requireNonNull(transactions.execute(_ -> {
                Map<CustomerNo, LocalDate> due = due(brand, row.getId(), benefit, those, today);
                return giving.give(database, brand, row.getId(), benefit, due, clock.instant());
            }));
            piece = piece(brand, piece.getLast());
        }
        database.update(BENEFIT_RULE)
                .set(BENEFIT_RULE.DONE_ON, today)
                .where(BENEFIT_RULE.ID.eq(row.getId()))
                .execute();
        return given;
    }

    /// Members by the number of who they are now.
    private List<Integer> piece(Brand brand, int after) {
        return database.selectDistinct(MEMBER.CUSTOMER_NO)
                .from(MEMBER)
                .where(MEMBER.BRAND_ID.eq(brand.id().value()))
                .and(MEMBER.CUSTOMER_NO.gt(after))
                .orderBy(MEMBER.CUSTOMER_NO)
                .limit(PIECE)
                .fetch(MEMBER.CUSTOMER_NO);
    }

    /// Cheap questions first: a tier is asked of those only who are due otherwise.
    private Map<CustomerNo, LocalDate> due(
            Brand brand, long rule, NewBenefit benefit, List<CustomerNo> those, LocalDate today) {
        Map<CustomerNo, LocalDate> birthdays = new HashMap<>();
        if (benefit.occasion() == BenefitOccasion.BIRTHDAY) {
            for (CustomerFacts facts : customers.facts(those)) {
                if (facts.birthday() != null) {
                    birthdays.put(facts.customer(), facts.birthday());
                }
            }
        }
        Map<CustomerNo, LocalDate> due = new LinkedHashMap<>();
        for (CustomerNo customer : those) {
            LocalDate period = DuePeriod.of(benefit, birthdays.get(customer), today);
            if (period != null) {
                due.put(customer, period);
            }
        }
        leaveOutGiven(rule, due);
        if (!benefit.tiers().isEmpty() && !due.isEmpty()) {
            Instant now = clock.instant();
            Map<CustomerNo, List<Account>> accounts = members.of(database, brand.id(), due.keySet());
            due.keySet()
                    .removeIf(customer -> tiers.of(
                                    database, brand.id(), customer, accounts.getOrDefault(customer, List.of()), now)
                            .filter(tier -> benefit.tiers().contains(tier.id()))
                            .isEmpty());
        }
        return due;
    }

    private void leaveOutGiven(long rule, Map<CustomerNo, LocalDate> due) {
        if (due.isEmpty()) {
            return;
        }
        Map<CustomerNo, Set<LocalDate>> given = new HashMap<>();
        database.select(BENEFIT_GIVEN.CUSTOMER_NO, BENEFIT_GIVEN.PERIOD)
                .from(BENEFIT_GIVEN)
                .where(BENEFIT_GIVEN.RULE_ID.eq(rule))
                .and(BENEFIT_GIVEN.CUSTOMER_NO.in(
                        due.keySet().stream().map(CustomerNo::value).toList()))
                .and(BENEFIT_GIVEN.PERIOD.in(new HashSet<>(due.values())))
                .forEach(row -> given.computeIfAbsent(new CustomerNo(row.value1()), _ -> new HashSet<>())
                        .add(row.value2()));
        due.entrySet()
                .removeIf(one -> given.getOrDefault(one.getKey(), Set.of()).contains(one.getValue()));
    }
}
