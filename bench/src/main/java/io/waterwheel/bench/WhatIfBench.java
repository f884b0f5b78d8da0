package io.waterwheel.bench;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import io.waterwheel.loyalty.programme.ProgrammeReader;
import io.waterwheel.loyalty.whatif.WhatIfAnswer;
import io.waterwheel.loyalty.whatif.WhatIfAnswer.WhatIfSide;
import io.waterwheel.loyalty.whatif.WhatIfQuestion;
import io.waterwheel.loyalty.whatif.WhatIfReplays;
import io.waterwheel.loyalty.whatif.WhatIfWay;
import io.waterwheel.loyalty.whatif.WhatIfWindow;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Three years of a million members (WATERWHEEL_BENCH_MEMBERS: others) with ten orders each, one in twenty
/// refunded by half, replayed under two programmes. Baseline: the best statements by hand on the same data that
/// count the members per tier and the points of both. They can because of what the programmes leave out: a year
/// that ends for everybody on the same day, no points that depend on the tier, no caps. The answers must be the
/// same to the last point.
///
/// Then under a programme with all of that: rolling years, a multiplier by tier, a cap by month, benefits. No
/// statement follows it; it is asked beside itself, so both sides must be equal and nobody may move, and the points
/// must lie between what SQL knows they must be at least and at most.
final class WhatIfBench implements Target {

    private static final int MEMBERS = 1_000_000;
    private static final int ORDERS_EACH = 10;
    private static final int MONTHS = 36;
    private static final int ROUNDS = 2;
    private static final String BASE = "{'id':'base','name':'base','grant':{'type':'perAmount','points':1,'amount':1}}";
    private static final int MOST_A_MONTH = 500;
    private static final String WEEKEND = ",{'id':'weekend','name':'weekend','grant':{'type':'multiply','factor':2},"
            + "'when':[{'type':'weekdays','days':['sat','sun']}]}";

    /// Nine in ten in the first nine months, the others until today.
    private static final String JOINED =
            "timestamp '2022-07-01' + to_seconds(hash(n * 31) % case when hash(n * 29) % 10 = 0 then "
                    + "94608000 else 23652000 end)";

    private final Brand brand =
            new Brand(BrandId.of(1), "main", "Main", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    @Override
    public List<Measurement> run(Path project) throws Exception {
        String wanted = System.getenv("WATERWHEEL_BENCH_MEMBERS");
        long members = wanted == null ? MEMBERS : Long.parseLong(wanted);
        WhatIfQuestion question = new WhatIfQuestion(
                WhatIfWindow.of(brand, InventedWarehouse.NOW, MONTHS),
                programme(BASE, 5_000),
                programme(BASE + WEEKEND, 4_000),
                new BigDecimal("0.4"),
                new BigDecimal("0.01"));
        try (InventedWarehouse warehouse = new InventedWarehouse(project, members, members * ORDERS_EACH, JOINED)) {
            WhatIfReplays replays = WhatIfReplays.standalone(warehouse);
            PeakMemory memory = new PeakMemory();
            double seconds = 0;
            double bare = 0;
            // The first is for warming up.
            for (int round = 0; round <= ROUNDS; round++) {
                WhatIfAnswer[] answer = new WhatIfAnswer[1];
                long begin = System.nanoTime();
                memory.watch(() -> answer[0] = replays.answer(question, WhatIfReplays.Progress.SILENT));
                seconds += round == 0 ? 0 : (System.nanoTime() - begin) / 1e9;
                begin = System.nanoTime();
                long[] sql = byHand(warehouse);
                bare += round == 0 ? 0 : (System.nanoTime() - begin) / 1e9;
                check(told(answer[0]), sql);
            }
            double each = seconds / ROUNDS;
            Measurement simple = new Measurement(
                    "what-if",
                    each,
                    "s for three years of %,d members and %,d orders under two programmes: %,.0f members/s, at most %.2f GiB in this process"
                            .formatted(members, warehouse.orders(), members / each, memory.gibibytes()),
                    "SQL by hand that counts members per tier and points, s",
                    bare / ROUNDS);
            return List.of(simple, rolling(warehouse, replays, members, each));
        }
    }

    private Measurement rolling(InventedWarehouse warehouse, WhatIfReplays replays, long members, double simple)
            throws Exception {
        ProgrammeDefinition programme = rollingProgramme();
        WhatIfQuestion question = new WhatIfQuestion(
                WhatIfWindow.of(brand, InventedWarehouse.NOW, MONTHS),
                programme,
                programme,
                new BigDecimal("0.4"),
                new BigDecimal("0.01"));
        long[] bounds = bounds(warehouse);
        PeakMemory memory = new PeakMemory();
        double seconds = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            WhatIfAnswer[] answer = new WhatIfAnswer[1];
            long begin = System.nanoTime();
            memory.watch(() -> answer[0] = replays.answer(question, WhatIfReplays.Progress.SILENT));
            seconds += round == 0 ? 0 : (System.nanoTime() - begin) / 1e9;
            checkRolling(answer[0], members, bounds);
        }
        double each = seconds / ROUNDS;
        return new Measurement(
                "what-if-rolling",
                each,
                "s for the same with rolling years, a multiplier by tier, a cap by month and benefits, at most %.2f GiB in this process"
                        .formatted(memory.gibibytes()),
                "under programmes that SQL by hand can follow, s",
                simple);
    }

    private static ProgrammeDefinition rollingProgramme() {
        String told = "{'earn':[{'id':'base','name':'base','grant':{'type':'perAmount','points':1,'amount':1},"
                + "'caps':{'perMonth':" + MOST_A_MONTH + "}},{'id':'silver','name':'silver','grant':"
                + "{'type':'multiply','factor':1.5},'when':[{'type':'tier','tiers':['silver']}]},{'id':'gold','name':"
                + "'gold','grant':{'type':'multiply','factor':2},'when':[{'type':'tier','tiers':['gold']}]}],"
                + "'stacking':'multiply','rounding':'down','points':{'pendingDays':7,'expiry':{'type':'afterMonths',"
                + "'months':12},'debt':'othersThenDebt'},'tiers':{'basis':'spend','period':{'type':'rolling',"
                + "'months':12},'downgrade':'oneStep','graceDays':30,'onRefund':'atOnce','tiers':["
                + "{'id':'member','name':'member','threshold':0},{'id':'silver','name':'silver','threshold':1000,"
                + "'benefits':[{'name':'post','cost':5,'every':'month'}]},{'id':'gold','name':'gold','threshold':5000,"
                + "'benefits':[{'name':'post','cost':5,'every':'month'},{'name':'gift','cost':60,'every':'year'}]}]}}";
        return ProgrammeReader.read(JsonMapper.shared().readTree(told.replace('\'', '"')), "");
    }

    private static void checkRolling(WhatIfAnswer answer, long members, long[] bounds) {
        WhatIfSide side = answer.today();
        long tiered = side.tiers().stream()
                .mapToLong(WhatIfAnswer.WhatIfTier::members)
                .sum();
        long given =
                side.rules().stream().mapToLong(WhatIfAnswer.WhatIfRule::given).sum();
        boolean moved = answer.moves().stream().anyMatch(move -> move.way() != WhatIfWay.SAME);
        if (!Arrays.equals(told(answer), 0, 5, told(answer), 5, 10)
                || !side.pointsByMonth().equals(answer.draft().pointsByMonth())
                || side.benefitsCost() != answer.draft().benefitsCost()
                || side.benefitsCost() <= 0
                || answer.breakEven().extraCost() != 0
                || moved
                || tiered > members
                || tiered != answer.members()
                || given < bounds[0]
                || given > bounds[1]) {
            throw new IllegalStateException(
                    "not right between %,d and %,d points: %s".formatted(bounds[0], bounds[1], answer));
        }
    }

    /// The points that nobody's tier makes less, and that no tier makes more.
    private static long[] bounds(InventedWarehouse warehouse) throws SQLException {
        return warehouse.numbers("""
                with earned as (
                    select orders.customer_no, date_trunc('month', paid_at + interval 8 hour) as month,
                           sum(amount // 100) as base
                    from orders join relation member on member.customer_no = orders.customer_no and member.brand_id = 1
                    where orders.brand_id = 1 and paid_at <= timestamp '2025-07-01 04:00:00'
                    and paid_at >= greatest(member_since, timestamp '2022-07-31 16:00:00')
                    group by 1, 2)
                select sum(least(%1$d, base)), sum(least(%1$d, 2 * base)) from earned""".formatted(MOST_A_MONTH));
    }

    private static ProgrammeDefinition programme(String rules, int gold) {
        String told = "{'earn':[" + rules + "],'stacking':'multiply','rounding':'down','points':{'pendingDays':0,"
                + "'expiry':{'type':'never'},'debt':'debt'},'tiers':{'basis':'spend','period':{'type':'calendar',"
                + "'firstMonth':1},'downgrade':'toReached','graceDays':0,'onRefund':'atReview','tiers':["
                + "{'id':'member','name':'member','threshold':0},{'id':'silver','name':'silver','threshold':1000},"
                + "{'id':'gold','name':'gold','threshold':" + gold + "}]}}";
        return ProgrammeReader.read(JsonMapper.shared().readTree(told.replace('\'', '"')), "");
    }

    private static long[] told(WhatIfAnswer answer) {
        return Stream.of(answer.today(), answer.draft())
                .flatMapToLong(side -> LongStream.concat(
                        side.tiers().stream().mapToLong(WhatIfAnswer.WhatIfTier::members), points(side)))
                .toArray();
    }

    private static LongStream points(WhatIfSide side) {
        return LongStream.of(
                side.rules().stream().mapToLong(WhatIfAnswer.WhatIfRule::given).sum(),
                side.rules().stream()
                        .mapToLong(WhatIfAnswer.WhatIfRule::takenBack)
                        .sum());
    }

    private static void check(long[] told, long[] sql) {
        if (!Arrays.equals(told, sql)) {
            throw new IllegalStateException(
                    "the replay says " + Arrays.toString(told) + ", SQL says " + Arrays.toString(sql));
        }
    }

    /// Members per tier, points given and taken back, of both.
    private static long[] byHand(InventedWarehouse warehouse) throws SQLException {
        long[] tiers = warehouse.numbers("""
                with moved as (
                    select customer_no, paid_at as t, position, 0 as kind, amount from orders
                    where brand_id = 1 and paid_at >= timestamp '2023-12-31 16:00:00' and paid_at <= timestamp '2025-07-01 04:00:00'
                    union all
                    select customer_no, refunded_at, position, 1, -amount from refund
                    where brand_id = 1 and refunded_at >= timestamp '2023-12-31 16:00:00' and refunded_at <= timestamp '2025-07-01 04:00:00'),
                running as (
                    select *, t >= timestamp '2024-12-31 16:00:00' as late,
                           sum(amount) over (partition by customer_no, t >= timestamp '2024-12-31 16:00:00' order by t, position, kind
                                             rows unbounded preceding) as total
                    from moved),
                reached as (
                    select member.customer_no,
                           greatest(0,
                               case when any_value(member_since) < timestamp '2024-12-31 16:00:00'
                                    then coalesce(sum(amount) filter (where not late), 0) else 0 end,
                               coalesce(max(total) filter (where late and kind = 0 and t >= member_since), 0),
                               coalesce(sum(amount) filter (where late and t <= member_since), 0)) as value
                    from relation member left join running on running.customer_no = member.customer_no
                    where member.brand_id = 1 and member_since <= timestamp '2025-07-01 04:00:00'
                    group by member.customer_no)
                select count(*) filter (where value < 100000),
                       count(*) filter (where value >= 100000 and value < 500000),
                       count(*) filter (where value >= 500000),
                       count(*) filter (where value < 100000),
                       count(*) filter (where value >= 100000 and value < 400000),
                       count(*) filter (where value >= 400000)
                from reached""");
        long[] points = warehouse.numbers("""
                with earned as (
                    select orders.position, orders.amount, orders.amount // 100 as base,
                           (orders.amount // 100) * case when dayofweek(paid_at + interval 8 hour) in (0, 6) then 2 else 1 end as more
                    from orders join relation member on member.customer_no = orders.customer_no and member.brand_id = 1
                    where orders.brand_id = 1 and paid_at <= timestamp '2025-07-01 04:00:00'
                    and paid_at >= greatest(member_since, timestamp '2022-07-31 16:00:00')),
                back as (select earned.*, refund.amount as back from refund join earned using (position)
                    where refunded_at <= timestamp '2025-07-01 04:00:00')
                select (select sum(base) from earned), (select sum(back * base // amount) from back),
                       (select sum(more) from earned), (select sum(back * more // amount) from back)""");
        return new long[] {
            tiers[0], tiers[1], tiers[2], points[0], points[1], tiers[3], tiers[4], tiers[5], points[2], points[3]
        };
    }
}
