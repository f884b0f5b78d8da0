package io.waterwheel.loyalty.calendar;

import static io.waterwheel.loyalty.generated.Tables.COUPON_TEMPLATE;
import static io.waterwheel.loyalty.generated.Tables.DRAW;
import static io.waterwheel.loyalty.generated.Tables.MALL_ITEM;
import static io.waterwheel.loyalty.generated.Tables.TASK;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.loyalty.BenefitCalendar.Entry;
import io.waterwheel.loyalty.BenefitCalendar.Kind;
import io.waterwheel.loyalty.coupon.rule.CouponTerms;
import io.waterwheel.loyalty.coupon.rule.CouponValidity;
import io.waterwheel.loyalty.task.TaskDefinition;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What is on for a time only: what has no end and no beginning is no entry of a calendar.
@Component
class TimedOffers {

    private final DSLContext database;
    private final JsonMapper json;

    TimedOffers(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// @param tier  of the member
    /// @param asked whether it is for a member; then what other tiers have is left out
    List<Entry> of(Brand brand, YearMonth month, @Nullable String tier, boolean asked) {
        List<Entry> entries = new ArrayList<>();
        coupons(brand, month, entries);
        mall(brand, month, tier, asked, entries);
        draws(brand, month, entries);
        tasks(brand, month, entries);
        entries.removeIf(entry -> entry.days().isEmpty());
        return entries;
    }

    private void coupons(Brand brand, YearMonth month, List<Entry> entries) {
        database.selectFrom(COUPON_TEMPLATE)
                .where(COUPON_TEMPLATE.BRAND_ID.eq(brand.id().value()))
                .and(COUPON_TEMPLATE.STATE.eq("active"))
                .orderBy(COUPON_TEMPLATE.ID)
                .forEach(row -> {
                    CouponValidity validity = json.readValue(row.getTerms().data(), CouponTerms.class)
                            .validity();
                    LocalDate until = validity.until();
                    if (until != null) {
                        List<LocalDate> days = MonthDays.between(month, validity.from(), until).stream()
                                .filter(day -> validity.weekdays().isEmpty()
                                        || validity.weekdays().contains(day.getDayOfWeek()))
                                .toList();
                        entries.add(entry(
                                Kind.COUPON, row.getId(), row.getName(), "优惠券可用", "The coupon can be used", days));
                    }
                });
    }

    private void mall(Brand brand, YearMonth month, @Nullable String tier, boolean asked, List<Entry> entries) {
        database.selectFrom(MALL_ITEM)
                .where(MALL_ITEM.BRAND_ID.eq(brand.id().value()))
                .and(MALL_ITEM.ON_SHELF)
                .and(MALL_ITEM.FROM_AT.isNotNull().or(MALL_ITEM.UNTIL_AT.isNotNull()))
                .orderBy(MALL_ITEM.ID)
                .forEach(row -> {
                    List<String> tiers = List.of(row.getTiers());
                    if (!asked || tiers.isEmpty() || tier != null && tiers.contains(tier)) {
                        entries.add(entry(
                                Kind.MALL,
                                row.getId(),
                                row.getName(),
                                row.getPoints() + " 积分兑换",
                                "For " + row.getPoints() + " points",
                                MonthDays.between(brand, month, row.getFromAt(), row.getUntilAt())));
                    }
                });
    }

    private void draws(Brand brand, YearMonth month, List<Entry> entries) {
        database.selectFrom(DRAW)
                .where(DRAW.BRAND_ID.eq(brand.id().value()))
                .and(DRAW.ACTIVE)
                .and(DRAW.FROM_AT.isNotNull().or(DRAW.UNTIL_AT.isNotNull()))
                .orderBy(DRAW.ID)
                .forEach(row -> entries.add(entry(
                        Kind.DRAW,
                        row.getId(),
                        row.getName(),
                        "抽奖",
                        "Lucky draw",
                        MonthDays.between(brand, month, row.getFromAt(), row.getUntilAt()))));
    }

    private void tasks(Brand brand, YearMonth month, List<Entry> entries) {
        database.selectFrom(TASK)
                .where(TASK.BRAND_ID.eq(brand.id().value()))
                .and(TASK.ACTIVE)
                .orderBy(TASK.ID)
                .forEach(row -> {
                    TaskDefinition task = json.readValue(row.getDefinition().data(), TaskDefinition.class);
                    if (task.from() != null || task.until() != null) {
                        entries.add(entry(
                                Kind.TASK,
                                row.getId(),
                                row.getName(),
                                "任务",
                                "Task",
                                MonthDays.between(brand, month, task.from(), task.until())));
                    }
                });
    }

    private static Entry entry(Kind kind, long id, String name, String zh, String en, List<LocalDate> days) {
        return new Entry(kind, Long.toString(id), name, new Text(zh, en), days);
    }
}
