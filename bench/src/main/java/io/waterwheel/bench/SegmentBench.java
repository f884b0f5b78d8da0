package io.waterwheel.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.engine.SegmentEngine;
import io.waterwheel.segment.language.Condition;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.roaringbitmap.RoaringBitmap;

/// Segments over thirty million customers and a hundred million orders (WATERWHEEL_BENCH_CUSTOMERS makes it smaller):
/// the
/// product's engine beside SQL by hand on the same database. Every answer is compared with the SQL's, by how many, by
/// sum and by exclusive or of the customers' numbers. It runs in a process of its own with a heap of 1.6 GB, so that
/// its
/// memory can be told.
final class SegmentBench implements Target {

    private static final int CUSTOMERS = 30_000_000;
    private static final String HEAP = "-Xmx1600m";
    private static final long ANSWERS = 900L << 20;
    private static final String INSIDE = "waterwheel.segment.inside";
    private static final int EVENTS = 100_000;
    private static final int SEGMENTS = 500;
    private static final int COMPARED = 10;

    private final Brand brand =
            new Brand(BrandId.of(1), "main", "Main", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));
    private final PeakMemory peak = new PeakMemory();
    private Instant now = InventedWarehouse.NOW;

    @Override
    public List<Measurement> run(Path project) throws Exception {
        if (!Boolean.getBoolean(INSIDE)) {
            return apart(project);
        }
        String wanted = System.getenv("WATERWHEEL_BENCH_CUSTOMERS");
        long begin = System.nanoTime();
        try (InventedWarehouse warehouse =
                new InventedWarehouse(project, wanted == null ? CUSTOMERS : Long.parseLong(wanted))) {
            told("%,d customers, %,d orders made in %.0f s", warehouse.customers(), warehouse.orders(), since(begin));
            List<Measurement> measured = new ArrayList<>();
            definition(warehouse, measured);
            ready(warehouse, measured);
            refresh(warehouse, measured);
            measured.add(new Measurement(
                    "segment-memory",
                    peak.gibibytes(),
                    "GiB at most, of the whole process while the engine answered",
                    "what the database in it may take, GiB",
                    2));
            return measured;
        }
    }

    /// Prints what the other process measured as it comes.
    private static List<Measurement> apart(Path project) throws IOException, InterruptedException {
        String path = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + INSIDE + "=true",
                "-Dwaterwheel.project=" + project));
        command.addAll(
                path.endsWith(".jar") && !path.contains(File.pathSeparator)
                        ? List.of("-jar", path)
                        : List.of("-cp", path, Bench.class.getName()));
        command.add("segment");
        int ended = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (ended != 0) {
            throw new IllegalStateException("the bench of segments ended with " + ended);
        }
        return List.of();
    }

    private SegmentEngine engine(InventedWarehouse warehouse, MeterRegistry meters) {
        return SegmentEngine.standalone(warehouse, ANSWERS, meters, () -> now);
    }

    private void definition(InventedWarehouse warehouse, List<Measurement> measured) throws Exception {
        List<Asked> ten = Asked.ten();
        Asked mixed = Asked.mixed(ten);
        // The machine gets warm on an engine that is thrown away.
        members(engine(warehouse, new SimpleMeterRegistry()), mixed.definition());
        Answer cold = members(engine(warehouse, new SimpleMeterRegistry()), mixed.definition());
        SegmentEngine engine = engine(warehouse, new SimpleMeterRegistry());
        peak.watch(() -> engine.keepReady(brand));
        Answer besideReady = members(engine, mixed.definition());
        List<Asked> inTwo = new ArrayList<>(ten);
        inTwo.set(9, Asked.boughtButNotFor(14));
        Answer joins = sql(warehouse, mixed.select(Answer.COLUMNS));
        Answer otherJoins = sql(warehouse, Asked.mixed(inTwo).select(Answer.COLUMNS));
        Answer grouped = sql(warehouse, groupedOnce());
        cold.mustBe(joins, "ten conditions");
        besideReady.mustBe(joins, "ten conditions");
        besideReady.mustBe(otherJoins, "ten conditions");
        besideReady.mustBe(grouped, "ten conditions");
        double bare = Math.min(Math.min(joins.seconds(), otherJoins.seconds()), grouped.seconds());
        told("ten conditions: %s, %s; SQL %s, %s and %s", cold, besideReady, joins, otherJoins, grouped);
        measured.add(new Measurement(
                "segment",
                1_000 * cold.seconds(),
                "ms for ten conditions of which nothing is known yet (%,d customers, %,d orders)"
                        .formatted(warehouse.customers(), warehouse.orders()),
                "the best of three ways in SQL, ms",
                1_000 * bare));
        measured.add(new Measurement(
                "segment-beside-ready",
                1_000 * besideReady.seconds(),
                "ms for the same, asked for the first time beside what is kept ready",
                "the best of three ways in SQL, ms",
                1_000 * bare));
        for (Asked one : ten) {
            told(
                    "%s by itself: %s",
                    one.sql(), members(engine(warehouse, new SimpleMeterRegistry()), one.definition()));
        }
        double changed = 0;
        double asked = 0;
        List<List<Asked>> others = Asked.eachChanged(ten);
        for (int i = 0; i < others.size(); i++) {
            Asked other = Asked.mixed(others.get(i));
            Answer answer = members(engine, other.definition());
            Answer sql = sql(warehouse, other.select(Answer.COLUMNS));
            answer.mustBe(sql, "condition " + i + " changed");
            told("condition %d changed: %s; SQL %s", i, answer, sql);
            changed += answer.seconds();
            // The best of the three ways was this much better.
            asked += sql.seconds() * bare / joins.seconds();
        }
        measured.add(new Measurement(
                "segment-change",
                1_000 * changed / others.size(),
                "ms after one of ten conditions was changed, mean over the ten",
                "the best of three ways in SQL, ms",
                1_000 * asked / others.size()));
    }

    /// Everything from one pass over the orders, which is the best that is to be had by hand.
    private static String groupedOnce() {
        String now = "timestamp '2025-07-01 04:00:00'";
        return """
                with bought as (
                    select customer_no,
                           count(*) filter (where amount > 0 and paid_at >= %1$s - interval 365 day and paid_at <= %1$s) as times,
                           sum(amount) filter (where paid_at >= %1$s - interval 180 day and paid_at <= %1$s) as spent,
                           max(paid_at) filter (where amount > 0) as last
                    from orders where brand_id = 1 and customer_no is not null group by customer_no),
                given as (
                    select customer_no, sum(amount) as back from refund
                    where brand_id = 1 and customer_no is not null
                    and refunded_at >= %1$s - interval 180 day and refunded_at <= %1$s group by customer_no)
                select %2$s
                from relation join customer using (customer_no) join bought using (customer_no)
                left join given using (customer_no)
                where brand_id = 1 and wecom and gender = '女' and last <= %1$s - interval 14 day
                and (member_since >= timestamp '2022-12-31 16:00:00' or times >= 2
                     or coalesce(spent, 0) - coalesce(back, 0) >= 100000)
                and (city in ('城市1', '城市2', '城市3', '城市5', '城市8', '城市13', '城市21', '城市34', '城市55', '城市89',
                              '城市144', '城市233', '城市300', '城市310', '城市320', '城市330')
                     or attributes['level'] in ('金', '钻石')
                     or customer_no in (select customer_no from tag where brand_id = 1 and tag_id in (180, 190, 200)))
                and customer_no not in (select customer_no from tag where brand_id = 1 and tag_id = 150)""".formatted(now, Answer.COLUMNS);
    }

    private void ready(InventedWarehouse warehouse, List<Measurement> measured) throws Exception {
        SegmentEngine engine = engine(warehouse, new SimpleMeterRegistry());
        long begin = System.nanoTime();
        peak.watch(() -> engine.keepReady(brand));
        told("tags, cities, provinces, genders made ready in %.1f s", since(begin));
        double slowest = 0;
        double bare = 0;
        // Others first: the machine is warm when an operator asks.
        Asked.ready(new Random(5), COMPARED).forEach(asked -> members(engine, asked.definition()));
        for (Asked asked : Asked.ready(new Random(7), COMPARED)) {
            Answer answer = members(engine, asked.definition());
            slowest = Math.max(slowest, answer.seconds());
            told("ready: %s", answer);
            Answer sql = sql(warehouse, asked.select(Answer.COLUMNS));
            answer.mustBe(sql, asked.sql());
            bare = Math.max(bare, sql.seconds());
        }
        measured.add(new Measurement(
                "segment-ready",
                1_000 * slowest,
                "ms, slowest of %d definitions of tags and attributes alone".formatted(COMPARED),
                "the slowest in SQL, ms",
                1_000 * bare));
    }

    private void refresh(InventedWarehouse warehouse, List<Measurement> measured) throws Exception {
        List<Asked> segments = Asked.segments(new Random(11), SEGMENTS);
        Map<Integer, Condition> definitions = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            definitions.put(i, segments.get(i).definition());
        }
        MeterRegistry meters = new SimpleMeterRegistry();
        SegmentEngine engine = engine(warehouse, meters);
        peak.watch(() -> engine.keepReady(brand));
        now = InventedWarehouse.NOW.minusSeconds(60);
        long begin = System.nanoTime();
        peak.watch(() -> engine.refreshAll(brand, definitions, (key, members) -> {}));
        told("%d segments the first time: %.1f s; %s", SEGMENTS, since(begin), kept(meters));
        told("a batch of %,d events written in %.1f s", EVENTS, warehouse.batch(EVENTS));
        now = InventedWarehouse.NOW;
        Map<Integer, Answer> answers = new HashMap<>();
        begin = System.nanoTime();
        peak.watch(() -> engine.refreshAll(brand, definitions, (key, members) -> {
            if (key < COMPARED) {
                answers.put(key, Answer.of(members.customers(), 0));
            }
        }));
        double seconds = since(begin);
        told("%d segments after the batch: %.1f s; %s", SEGMENTS, seconds, kept(meters));
        double bare = 0;
        for (int i = 0; i < COMPARED; i++) {
            Answer sql = sql(warehouse, segments.get(i).select(Answer.COLUMNS));
            Objects.requireNonNull(answers.get(i)).mustBe(sql, segments.get(i).sql());
            bare += sql.seconds();
        }
        measured.add(new Measurement(
                "segment-refresh",
                seconds,
                "s until %d segments are true again after %,d events".formatted(SEGMENTS, EVENTS),
                "%d of them in SQL, times %d, s".formatted(COMPARED, SEGMENTS / COMPARED),
                bare * SEGMENTS / COMPARED));
    }

    private static String kept(MeterRegistry meters) {
        StringBuilder words = new StringBuilder();
        meters.forEachMeter(meter -> words.append(words.isEmpty() ? "" : ", ")
                .append(meter.getId().getName())
                .append(
                        meter.getId().getTags().isEmpty()
                                ? ""
                                : meter.getId().getTags().toString())
                .append(" %.0f".formatted(meter.measure().iterator().next().getValue())));
        return words.toString();
    }

    /// @param seconds until it was known
    private record Answer(long many, long sum, long xor, double seconds) {

        static final String COLUMNS = "count(*), coalesce(sum(customer_no), 0), coalesce(bit_xor(customer_no), 0)";

        static Answer of(RoaringBitmap customers, double seconds) {
            long[] sums = new long[2];
            customers.forEach((int customer) -> {
                sums[0] += customer;
                sums[1] ^= customer;
            });
            return new Answer(customers.getLongCardinality(), sums[0], sums[1], seconds);
        }

        void mustBe(Answer other, String what) {
            if (many != other.many || sum != other.sum || xor != other.xor) {
                throw new IllegalStateException("%s: the engine says %s, SQL %s".formatted(what, this, other));
            }
        }

        @Override
        public String toString() {
            return "%,d customers in %.0f ms".formatted(many, 1_000 * seconds);
        }
    }

    private Answer members(SegmentEngine engine, Condition definition) {
        RoaringBitmap[] customers = new RoaringBitmap[1];
        double[] seconds = new double[1];
        peak.watch(() -> {
            long begin = System.nanoTime();
            customers[0] = engine.members(brand, definition).customers();
            seconds[0] = since(begin);
        });
        return Answer.of(customers[0], seconds[0]);
    }

    private static Answer sql(InventedWarehouse warehouse, String sql) throws SQLException {
        long begin = System.nanoTime();
        long[] numbers = warehouse.numbers(sql);
        return new Answer(numbers[0], numbers[1], numbers[2], since(begin));
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void told(String words, Object... values) {
        System.err.printf(words + "%n", values);
    }
}
