package io.waterwheel.loyalty.calendar;

import static io.waterwheel.loyalty.generated.Tables.BENEFIT_RULE;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.generated.tables.records.BenefitRuleRecord;
import io.waterwheel.loyalty.programme.BenefitEvery;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// Goes through all members once on each of the brand's days, for all benefits together, and gives what is due.
/// Two nodes may go at once, and one that was killed begins anew: what was given for a period is not given
/// again.
@Component
public class BenefitRound {

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final Brands brands;
    private final LiveProgrammes programmes;
    private final MemberPieces pieces;
    private final BenefitGiving giving;
    private final JsonMapper json;
    private final InstantSource clock;

    BenefitRound(
            DSLContext database,
            TransactionOperations transactions,
            Brands brands,
            LiveProgrammes programmes,
            MemberPieces pieces,
            BenefitGiving giving,
            JsonMapper json,
            InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.brands = brands;
        this.programmes = programmes;
        this.pieces = pieces;
        this.giving = giving;
        this.json = json;
        this.clock = clock;
    }

    /// Every benefit of every brand that was not looked at today.
    ///
    /// @return how many were given
    public long all() {
        Map<Short, List<BenefitRuleRecord>> active =
                database.selectFrom(BENEFIT_RULE).where(BENEFIT_RULE.ACTIVE).orderBy(BENEFIT_RULE.ID).fetch().stream()
                        .collect(Collectors.groupingBy(BenefitRuleRecord::getBrandId));
        long given = 0;
        for (var brand : active.entrySet()) {
            given += brand(brands.get(new BrandId(brand.getKey())), brand.getValue());
        }
        return given;
    }

    private long brand(Brand brand, List<BenefitRuleRecord> rules) {
        LocalDate today = brand.dayOf(clock.instant());
        List<BenefitRuleRecord> due = rules.stream()
                .filter(row -> row.getDoneOn() == null || row.getDoneOn().isBefore(today))
                .toList();
        if (due.isEmpty()) {
            return 0;
        }
        Map<Long, NewBenefit> benefits = new LinkedHashMap<>();
        due.forEach(
                row -> benefits.put(row.getId(), json.readValue(row.getRule().data(), NewBenefit.class)));
        long given = 0;
        List<CustomerNo> those = pieces.after(brand, 0);
        while (!those.isEmpty()) {
            given += piece(brand, benefits, those, today);
            those = pieces.after(brand, those.getLast().value());
        }
        due.forEach(row -> done(row, today));
        return given;
    }

    private long piece(Brand brand, Map<Long, NewBenefit> benefits, List<CustomerNo> those, LocalDate today) {
        MemberPiece piece = pieces.of(brand, those, benefits.values());
        LiveProgramme programme = programmes.current(database, brand.id()).orElse(null);
        return Objects.requireNonNull(transactions.execute(_ -> {
            long given = 0;
            for (var one : benefits.entrySet()) {
                Map<CustomerNo, LocalDate> due = piece.due(one.getValue(), today);
                if (one.getValue().occasion() == BenefitEvery.AGAIN) {
                    due = ReachedAnew.due(
                            database,
                            one.getKey(),
                            one.getValue(),
                            piece,
                            due,
                            tier -> programme == null ? -1 : programme.tier(tier),
                            today,
                            clock.instant());
                }
                given += giving.give(database, brand, one.getKey(), one.getValue(), due, clock.instant());
            }
            return given;
        }));
    }

    /// One that was changed meanwhile is looked at once more.
    private void done(BenefitRuleRecord row, LocalDate today) {
        database.update(BENEFIT_RULE)
                .set(BENEFIT_RULE.DONE_ON, today)
                .where(BENEFIT_RULE.ID.eq(row.getId()))
                .and(BENEFIT_RULE.RULE.eq(row.getRule()))
                .execute();
    }
}
