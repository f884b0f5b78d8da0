package io.waterwheel.bench;

import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.Last;
import io.waterwheel.segment.language.Measure;
import io.waterwheel.segment.language.Not;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.language.Or;
import io.waterwheel.segment.language.OrdersCondition;
import io.waterwheel.segment.language.TagCondition;
import io.waterwheel.segment.language.TagOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A definition, and the same in SQL: a condition on a row of `relation`, a semi-join for each thing asked.
///
/// @param sql over `relation`
record Asked(Condition definition, String sql) {

    private static final String NOW = "timestamp '2025-07-01 04:00:00'";

    String select(String what) {
        return "select " + what + " from relation where brand_id = 1 and " + sql;
    }

    static Asked all(List<Asked> parts) {
        return of(new And(parts.stream().map(Asked::definition).toList()), joined(parts, " and "));
    }

    static Asked any(List<Asked> parts) {
        return of(new Or(parts.stream().map(Asked::definition).toList()), joined(parts, " or "));
    }

    Asked not() {
        return new Asked(new Not(definition), "not " + sql);
    }

    private static String joined(List<Asked> parts, String by) {
        return parts.stream().map(Asked::sql).collect(Collectors.joining(by, "(", ")"));
    }

    static Asked cities(int... cities) {
        return text(
                "city",
                "city",
                IntStream.of(cities).mapToObj(city -> "城市" + city).toList());
    }

    static Asked women() {
        return text("gender", "gender", List.of("女"));
    }

    static Asked levels(String... levels) {
        return text("attributes.level", "attributes['level']", List.of(levels));
    }

    private static Asked text(String attribute, String column, List<String> values) {
        return of(
                new AttributeCondition(attribute, Operator.IN, values),
                "customer_no in (select customer_no from customer where " + column + " in ("
                        + values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", ")) + "))");
    }

    static Asked reachable() {
        return of(new AttributeCondition("reachableByWecom", Operator.IS, List.of("true")), "wecom");
    }

    static Asked memberSince(int year) {
        return of(
                new AttributeCondition("memberSince", Operator.AT_LEAST, List.of(year + "-01-01")),
                // Days begin at 16:00 UTC in Shanghai.
                "(member_since is not null and member_since >= timestamp '" + (year - 1) + "-12-31 16:00:00')");
    }

    static Asked tagged(int... tags) {
        return of(
                new TagCondition(
                        TagOperator.ANY,
                        IntStream.of(tags).mapToObj(String::valueOf).toList()),
                "customer_no in (select customer_no from tag where brand_id = 1 and tag_id in ("
                        + IntStream.of(tags).mapToObj(String::valueOf).collect(Collectors.joining(", ")) + "))");
    }

    static Asked bought(int times, int days) {
        return of(
                new OrdersCondition(Measure.COUNT, Bound.AT_LEAST, times, new Last(days)),
                "customer_no in (select customer_no from orders where brand_id = 1 and customer_no is not null and amount > 0"
                        + within("paid_at", days) + " group by customer_no"
                        + (times == 1 ? ")" : " having count(*) >= " + times + ")"));
    }

    static Asked spent(long amount, int days) {
        return of(
                new OrdersCondition(Measure.SUM, Bound.AT_LEAST, amount, new Last(days)),
                "customer_no in (select customer_no from (select customer_no, amount from orders where brand_id = 1"
                        + within("paid_at", days)
                        + " union all select customer_no, -amount from refund where brand_id = 1"
                        + within("refunded_at", days)
                        + ") where customer_no is not null group by customer_no having sum(amount) >= " + amount + ")");
    }

    /// The last order is at least so many days ago.
    static Asked quietFor(int days) {
        return of(
                new OrdersCondition(Measure.RECENCY, Bound.AT_LEAST, days, null),
                "customer_no in (select customer_no from orders where brand_id = 1 and customer_no is not null and amount > 0"
                        + " group by customer_no having max(paid_at) <= " + NOW + " - interval " + days + " day)");
    }

    /// The same asked in two parts, for SQL that is better so.
    static Asked boughtButNotFor(int days) {
        return of(
                quietFor(days).definition(),
                "customer_no in (select customer_no from orders where brand_id = 1 and amount > 0)"
                        + " and customer_no not in (select customer_no from orders where brand_id = 1"
                        + " and customer_no is not null and amount > 0 and paid_at > " + NOW + " - interval " + days
                        + " day)");
    }

    private static String within(String column, int days) {
        return " and " + column + " >= " + NOW + " - interval " + days + " day and " + column + " <= " + NOW;
    }

    private static Asked of(Condition definition, String sql) {
        return new Asked(definition, sql);
    }

    /// Ten conditions on everything there is.
    static List<Asked> ten() {
        return List.of(
                cities(1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 300, 310, 320, 330),
                women(),
                levels("金", "钻石"),
                reachable(),
                memberSince(2023),
                tagged(180, 190, 200),
                tagged(150).not(),
                bought(2, 365),
                spent(100_000, 180),
                quietFor(14));
    }

    /// (city or tag or level) and woman and reachable and (member or bought or spent) and quiet and not tagged.
    static Asked mixed(List<Asked> ten) {
        return all(List.of(
                any(List.of(ten.get(0), ten.get(5), ten.get(2))),
                ten.get(1),
                ten.get(3),
                any(List.of(ten.get(4), ten.get(7), ten.get(8))),
                ten.get(6),
                ten.get(9)));
    }

    /// The same ten, one after the other asked a little differently.
    static List<List<Asked>> eachChanged(List<Asked> ten) {
        List<Asked> others = List.of(
                cities(4, 6, 9),
                women().not(),
                levels("金"),
                reachable().not(),
                memberSince(2024),
                tagged(170, 171),
                tagged(151).not(),
                bought(3, 180),
                spent(50_000, 90),
                quietFor(30));
        return IntStream.range(0, ten.size())
                .mapToObj(changed -> {
                    List<Asked> one = new ArrayList<>(ten);
                    one.set(changed, others.get(changed));
                    return List.copyOf(one);
                })
                .toList();
    }

    /// What needs nothing but what is kept ready.
    static List<Asked> ready(Random random, int many) {
        return Stream.generate(() -> all(List.of(
                        any(List.of(
                                cities(random.nextInt(300), random.nextInt(300), random.nextInt(300)),
                                tagged(1 + random.nextInt(200), 1 + random.nextInt(200)))),
                        random.nextBoolean() ? women() : women().not(),
                        random.nextBoolean() ? reachable() : reachable().not(),
                        tagged(1 + random.nextInt(200)).not())))
                .limit(many)
                .toList();
    }

    /// Segments as brands keep them: two to five conditions each, thresholds and windows chosen from what people
    /// choose.
    static List<Asked> segments(Random random, int many) {
        int[] days = {7, 14, 30, 60, 90, 180, 365};
        List<Asked> segments = new ArrayList<>();
        while (segments.size() < many) {
            List<Asked> parts = new ArrayList<>();
            for (int part = 2 + random.nextInt(4); part > 0; part--) {
                Asked one = switch (random.nextInt(9)) {
                    case 0 -> cities(random.nextInt(300), random.nextInt(300));
                    case 1 -> women();
                    case 2 -> levels("金", "钻石");
                    case 3 -> reachable();
                    case 4 -> memberSince(2023 + random.nextInt(3));
                    case 5 -> tagged(1 + random.nextInt(200));
                    case 6 -> bought(1 + random.nextInt(5), days[random.nextInt(days.length)]);
                    case 7 -> spent(10_000L * (1 + random.nextInt(40)), days[random.nextInt(days.length)]);
                    default -> quietFor(1 + random.nextInt(200));
                };
                parts.add(random.nextInt(4) == 0 ? one.not() : one);
            }
            segments.add(random.nextInt(5) == 0 ? any(parts) : all(parts));
        }
        return segments;
    }
}
