package io.waterwheel.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// A definition and the same question in SQL, written apart from the server's own.
///
/// @param definition in the segment language
/// @param sql        a condition on `r`, the relation, and `p`, the profile
record NowQuestion(String definition, String sql) {

    private static final String BOUGHT = "select %s from customer.purchase b where b.brand_id = 1"
            + " and b.customer_no = r.customer_no and (b.kind = 'refund' or b.amount > 0) and %s";
    private static final String ORDERED = BOUGHT + " and b.kind = 'order'";

    private static final String HAPPENED =
            "select %s from kernel.event e join customer.identifier i on i.no = e.customer_no"
                    + " where i.customer_no = r.customer_no and e.brand_id = 1 and e.name = '%s'"
                    + " and e.at >= now() - %d * interval '24 hours'";

    private record Part(String json, String sql) {}

    /// Four groups must all hold, and in each one condition of two or three is enough: about a third of the customers
    /// meet that, and the first condition hardly ever decides it.
    static NowQuestion any(Random random, List<Long> tags) {
        List<Part> parts = parts(random, tags);
        Collections.shuffle(parts, random);
        List<Part> groups = List.of(
                group("or", " or ", parts.subList(0, 2)),
                group("or", " or ", parts.subList(2, 4)),
                group("or", " or ", parts.subList(4, 7)),
                group("or", " or ", parts.subList(7, 10)));
        Part whole = group("and", " and ", groups);
        return new NowQuestion(whole.json, whole.sql);
    }

    /// One condition, each of the ten as likely.
    static NowQuestion leaf(Random random, List<Long> tags) {
        List<Part> parts = parts(random, tags);
        Part one = parts.get(random.nextInt(parts.size()));
        return new NowQuestion(one.json, one.sql);
    }

    private static List<Part> parts(Random random, List<Long> tags) {
        return new ArrayList<>(List.of(
                city(random),
                level(random),
                member(random),
                wecom(random),
                viewed(random),
                tagged(random, tags, random.nextBoolean() ? "any" : "none"),
                count(random),
                sum(random),
                recency(random),
                seen(random)));
    }

    private static Part group(String type, String between, List<Part> parts) {
        return new Part(
                parts.stream()
                        .map(Part::json)
                        .collect(Collectors.joining(",", "{\"type\":\"" + type + "\",\"conditions\":[", "]}")),
                parts.stream().map(Part::sql).collect(Collectors.joining(between, "(", ")")));
    }

    private static Part city(Random random) {
        String city = SegmentNowBench.CITIES.get(random.nextInt(SegmentNowBench.CITIES.size()));
        return new Part(
                "{\"type\":\"attribute\",\"attribute\":\"city\",\"operator\":\"is\",\"values\":[\"" + city + "\"]}",
                "coalesce(p.city = '" + city + "', false)");
    }

    private static Part level(Random random) {
        int least = 15 + random.nextInt(5);
        return new Part(
                "{\"type\":\"attribute\",\"attribute\":\"attributes.level\",\"operator\":\"atLeast\",\"values\":[\""
                        + least + "\"]}",
                "coalesce((p.attributes -> 'level' ->> 'value')::int >= " + least + ", false)");
    }

    private static Part member(Random random) {
        boolean known = random.nextBoolean();
        return new Part(
                "{\"type\":\"attribute\",\"attribute\":\"memberSince\",\"operator\":\""
                        + (known ? "exists" : "notExists") + "\",\"values\":[]}",
                "r.member_since is " + (known ? "not null" : "null"));
    }

    private static Part wecom(Random random) {
        boolean wanted = random.nextBoolean();
        return new Part(
                "{\"type\":\"attribute\",\"attribute\":\"reachableByWecom\",\"operator\":\"is\",\"values\":[\"" + wanted
                        + "\"]}",
                wanted + " = exists (select from customer.touchpoint t where t.brand_id = 1"
                        + " and t.customer_no = r.customer_no and t.channel = 'wecom' and t.usable)");
    }

    private static Part tagged(Random random, List<Long> tags, String operator) {
        boolean exists = operator.equals("any");
        long tag = tags.get(random.nextInt(tags.size()));
        return new Part(
                "{\"type\":\"tag\",\"operator\":\"" + operator + "\",\"tags\":[\"" + tag + "\"]}",
                (exists ? "" : "not ") + "exists (select from customer.customer_tag t where t.brand_id = 1"
                        + " and t.customer_no = r.customer_no and t.tag_id = " + tag + " and t.present)");
    }

    private static Part count(Random random) {
        int days = 30 + random.nextInt(300);
        int least = 2 + days / 25 + random.nextInt(4);
        return new Part(
                orders("count", "atLeast", least, "{\"type\":\"last\",\"days\":" + days + "}"),
                "(" + ORDERED.formatted("count(*)", "b.at >= now() - interval '" + 24 * days + " hours'") + ") >= "
                        + least);
    }

    private static Part sum(Random random) {
        LocalDate from = LocalDate.now().minusDays(100 + random.nextInt(400));
        LocalDate to = from.plusDays(90);
        long least = 25_000 + random.nextInt(20_000);
        String within = "(b.at at time zone 'Asia/Shanghai')::date between '" + from + "' and '" + to + "'";
        return new Part(
                orders(
                        "sum",
                        "atLeast",
                        least,
                        "{\"type\":\"between\",\"from\":\"" + from + "\",\"to\":\"" + to + "\"}"),
                "coalesce(("
                        + BOUGHT.formatted("sum(case b.kind when 'refund' then -b.amount else b.amount end)", within)
                        + "), 0) >= " + least);
    }

    private static Part recency(Random random) {
        int days = 1 + random.nextInt(8);
        return new Part(
                orders("recency", "atMost", days, "null"),
                "coalesce((" + ORDERED.formatted("max(b.at)", "true") + ") > now() - interval '" + 24 * (days + 1)
                        + " hours', false)");
    }

    private static Part viewed(Random random) {
        String category = "c" + random.nextInt(16);
        int days = 100 + random.nextInt(400);
        int least = 1 + random.nextInt(2);
        return new Part(
                "{\"type\":\"events\",\"event\":\"Product Viewed\",\"where\":[{\"property\":\"category\",\"operator\":\"is\","
                        + "\"values\":[\"" + category
                        + "\"]}],\"measure\":\"count\",\"operator\":\"atLeast\",\"value\":" + least
                        + ",\"window\":{\"type\":\"last\",\"days\":" + days + "}}",
                "(" + HAPPENED.formatted("count(*)", "Product Viewed", days) + " and e.properties ->> 'category' = '"
                        + category + "') >= " + least);
    }

    private static Part seen(Random random) {
        int days = 5 + random.nextInt(30);
        return new Part(
                "{\"type\":\"not\",\"condition\":{\"type\":\"events\",\"event\":\"Product Added\",\"where\":[],"
                        + "\"measure\":\"count\",\"operator\":\"atLeast\",\"value\":1,\"window\":{\"type\":\"last\",\"days\":"
                        + days + "}}}",
                "(" + HAPPENED.formatted("count(*)", "Product Added", days) + ") = 0");
    }

    private static String orders(String measure, String operator, long value, String window) {
        return "{\"type\":\"orders\",\"measure\":\"" + measure + "\",\"operator\":\"" + operator + "\",\"value\":"
                + value + ",\"window\":" + window + "}";
    }
}
