package io.waterwheel.loyalty.health;

import static io.waterwheel.loyalty.generated.Tables.BENEFIT_MONTH;
import static io.waterwheel.loyalty.generated.Tables.BENEFIT_RULE;
import static io.waterwheel.loyalty.generated.Tables.COUPON_MONTH;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.calendar.NewBenefit;
import io.waterwheel.loyalty.coupon.life.CouponSource;
import io.waterwheel.loyalty.generated.tables.records.BenefitRuleRecord;
import io.waterwheel.loyalty.generated.tables.records.CouponMonthRecord;
import io.waterwheel.loyalty.reward.Reward;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads what members were given, and what they made of it.
@Component
class BenefitUses {

    private final DSLContext database;
    private final JsonMapper json;

    BenefitUses(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    BenefitHealth of(Brand brand, HealthMonths asked) {
        List<CouponMonthRecord> coupons = database.selectFrom(COUPON_MONTH)
                .where(COUPON_MONTH.BRAND_ID.eq(brand.id().value()))
                .and(COUPON_MONTH.MONTH.between(asked.first(), asked.last()))
                .fetch();
        return new BenefitHealth(
                use(coupons, _ -> true), sources(coupons), benefits(brand, asked, coupons), months(asked, coupons));
    }

    private static BenefitHealth.Use use(Collection<CouponMonthRecord> coupons, Predicate<CouponMonthRecord> which) {
        long issued = 0;
        long redeemed = 0;
        long spent = 0;
        for (CouponMonthRecord month : coupons) {
            if (which.test(month)) {
                issued += month.getIssued();
                redeemed += month.getRedeemed();
                spent += month.getSpent();
            }
        }
        return BenefitHealth.Use.of(issued, redeemed, spent);
    }

    private static List<BenefitHealth.Source> sources(List<CouponMonthRecord> coupons) {
        Map<String, List<CouponMonthRecord>> sources = coupons.stream()
                .collect(Collectors.groupingBy(
                        month -> CouponSource.isBenefit(month.getSource()) ? "benefit" : month.getSource()));
        return sources.entrySet().stream()
                .map(source -> new BenefitHealth.Source(source.getKey(), use(source.getValue(), _ -> true)))
                .sorted(Comparator.comparingLong(
                                (BenefitHealth.Source source) -> source.use().issued())
                        .reversed()
                        .thenComparing(BenefitHealth.Source::source))
                .toList();
    }

    private List<BenefitHealth.Given> benefits(Brand brand, HealthMonths asked, List<CouponMonthRecord> coupons) {
        Map<Long, Integer> given = database.select(BENEFIT_MONTH.RULE_ID, DSL.sum(BENEFIT_MONTH.GIVEN))
                .from(BENEFIT_MONTH)
                .where(BENEFIT_MONTH.BRAND_ID.eq(brand.id().value()))
                .and(BENEFIT_MONTH.MONTH.between(asked.first(), asked.last()))
                .groupBy(BENEFIT_MONTH.RULE_ID)
                .fetchMap(row -> row.value1(), row -> row.value2().intValue());
        return database
                .selectFrom(BENEFIT_RULE)
                .where(BENEFIT_RULE.BRAND_ID.eq(brand.id().value()))
                .and(DSL.condition(BENEFIT_RULE.ACTIVE).or(BENEFIT_RULE.ID.in(given.keySet())))
                .orderBy(BENEFIT_RULE.ACTIVE.desc(), BENEFIT_RULE.ID)
                .stream()
                .map(row -> given(row, given.getOrDefault(row.getId(), 0), coupons))
                .toList();
    }

    private BenefitHealth.Given given(BenefitRuleRecord row, int times, List<CouponMonthRecord> coupons) {
        NewBenefit benefit = json.readValue(row.getRule().data(), NewBenefit.class);
        Long points = benefit.reward() instanceof Reward.OfPoints(long each) ? each * times : null;
        boolean gives = benefit.reward() instanceof Reward.OfCoupon;
        String source = CouponSource.ofBenefit(row.getId());
        return new BenefitHealth.Given(
                Long.toString(row.getId()),
                row.getName(),
                benefit.occasion(),
                row.getActive(),
                times,
                points,
                gives ? use(coupons, month -> month.getSource().equals(source)) : null);
    }

    private static List<BenefitHealth.Month> months(HealthMonths asked, List<CouponMonthRecord> coupons) {
        return asked.days().stream()
                .map(day -> {
                    BenefitHealth.Use use =
                            use(coupons, month -> month.getMonth().equals(day));
                    return new BenefitHealth.Month(day, use.issued(), use.redeemed(), use.spent());
                })
                .toList();
    }
}
