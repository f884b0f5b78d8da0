package io.waterwheel.loyalty.checkin;

import static io.waterwheel.loyalty.generated.Tables.CHECK_IN;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.loyalty.CheckIns;
import io.waterwheel.loyalty.MemberReward;
import io.waterwheel.loyalty.generated.tables.records.CheckInRecord;
import io.waterwheel.loyalty.member.MemberEvents;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.reward.Reward;
import io.waterwheel.loyalty.reward.RewardCheck;
import io.waterwheel.loyalty.reward.Rewards;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Checks members in.
@Component
class CheckInDesk implements CheckIns {

    private static final int AHEAD = 7;
    private static final int LONGEST_STREAK = 2_000;

    private final DSLContext database;
    private final CheckInRules rules;
    private final Members members;
    private final Customers customers;
    private final MemberEvents events;
    private final Rewards rewards;
    private final RewardCheck words;
    private final InstantSource clock;

    CheckInDesk(
            DSLContext database,
            CheckInRules rules,
            Members members,
            Customers customers,
            MemberEvents events,
            Rewards rewards,
            RewardCheck words,
            InstantSource clock) {
        this.database = database;
        this.rules = rules;
        this.members = members;
        this.customers = customers;
        this.events = events;
        this.rewards = rewards;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Status status(Brand brand, CustomerNo member) {
        CustomerNo customer = customers.currentOf(member);
        CheckInRule rule = rules.get(brand);
        LocalDate today = brand.dayOf(clock.instant());
        Set<LocalDate> days = days(brand, customer, today);
        boolean done = days.contains(today);
        int before = Streak.until(today.minusDays(1), days);
        List<DayAhead> ahead = new ArrayList<>();
        for (int i = 0; i < AHEAD; i++) {
            int streak = before + 1 + i + (done ? 1 : 0);
            ahead.add(new DayAhead(
                    today.plusDays(done ? i + 1 : i), streak, rule.pointsOn(streak), bonus(brand, rule, streak)));
        }
        return new Status(
                rule.active() && member(brand, customer),
                today,
                done,
                done ? before + 1 : before,
                ahead,
                days.stream()
                        .filter(day -> !day.isBefore(today.withDayOfMonth(1)))
                        .sorted()
                        .toList());
    }

    @Override
    @Transactional
    public CheckedIn checkIn(Brand brand, CustomerNo member) {
        CustomerNo customer = customers.currentOf(member);
        CheckInRule rule = rules.get(brand);
        if (!rule.active()) {
            return new CheckedIn.Refused(new Text("签到活动未开启", "There are no check-ins now"));
        }
        if (!member(brand, customer)) {
            return new CheckedIn.Refused(new Text("还不是会员", "Not a member yet"));
        }
        Instant now = clock.instant();
        LocalDate today = brand.dayOf(now);
        Set<LocalDate> days = days(brand, customer, today);
        int streak = Streak.until(today.minusDays(1), days) + 1;
        long points = rule.pointsOn(streak);
        // Of two calls at once, the second waits here for the first and finds the day taken.
        boolean first = !days.contains(today)
                && database.insertInto(CHECK_IN)
                                .set(CHECK_IN.BRAND_ID, brand.id().value())
                                .set(CHECK_IN.OPENED_NO, customer.value())
                                .set(CHECK_IN.CUSTOMER_NO, customer.value())
                                .set(CHECK_IN.DAY, today)
                                .set(CHECK_IN.AT, now)
                                .set(CHECK_IN.STREAK, streak)
                                .set(CHECK_IN.POINTS, points)
                                .onConflictDoNothing()
                                .execute()
                        > 0;
        if (!first) {
            CheckInRecord row = database.selectFrom(CHECK_IN)
                    .where(CHECK_IN.CUSTOMER_NO.eq(customer.value()))
                    .and(CHECK_IN.BRAND_ID.eq(brand.id().value()))
                    .and(CHECK_IN.DAY.eq(today))
                    .orderBy(CHECK_IN.STREAK.desc())
                    .limit(1)
                    .fetchSingle();
            return new CheckedIn.Done(
                    today, row.getStreak(), row.getPoints(), bonus(brand, rule, row.getStreak()), true);
        }
        give(brand, customer, now, today, streak, rule);
        return new CheckedIn.Done(today, streak, points, bonus(brand, rule, streak), false);
    }

    private void give(Brand brand, CustomerNo customer, Instant now, LocalDate day, int streak, CheckInRule rule) {
        String key = "check-in/" + customer + "/" + day;
        Map<String, String> values = Map.of("day", day.toString(), "streak", Integer.toString(streak));
        List<Reward> given = new ArrayList<>();
        if (rule.pointsOn(streak) > 0) {
            given.add(new Reward.OfPoints(rule.pointsOn(streak)));
        }
        given.addAll(rule.bonusOn(streak));
        for (int i = 0; i < given.size(); i++) {
            rewards.give(
                    database,
                    new Rewards.Occasion(brand.id(), customer, key + "/" + i, now, "check-in", values),
                    given.get(i));
        }
        events.write(
                database,
                brand.id(),
                customer,
                EventNames.CHECKED_IN,
                now,
                key,
                Map.of("day", day.toString(), "streak", streak, "points", rule.pointsOn(streak)));
    }

    private List<MemberReward> bonus(Brand brand, CheckInRule rule, int streak) {
        return rule.bonusOn(streak).stream()
                .map(reward -> words.words(brand, reward))
                .toList();
    }

    private Set<LocalDate> days(Brand brand, CustomerNo customer, LocalDate today) {
        return new HashSet<>(database.select(CHECK_IN.DAY)
                .from(CHECK_IN)
                .where(CHECK_IN.CUSTOMER_NO.eq(customer.value()))
                .and(CHECK_IN.BRAND_ID.eq(brand.id().value()))
                .and(CHECK_IN.DAY.gt(today.minusDays(LONGEST_STREAK)))
                .fetch(CHECK_IN.DAY));
    }

    private boolean member(Brand brand, CustomerNo customer) {
        return !members.of(database, brand.id(), List.of(customer)).isEmpty();
    }
}
