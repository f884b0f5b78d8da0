package io.waterwheel.bench;

import static io.waterwheel.bench.TriggeredMessages.number;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A million people inside a journey (WATERWHEEL_BENCH_RUNS: others) while 2,000 events a second of known customers
/// each bring a message: one in ten is what somebody inside waits for, the others let somebody into a second journey.
/// Milliseconds from the event to the message in the outbox, the 99th of a hundred; then timers of a third journey that
/// are due at once, steps a second. Baseline: the same with ten thousand inside, after a while of warming up.
final class JourneyBench implements Target {

    private static final int RUNS = runs();
    private static final int FEW = Math.min(10_000, RUNS);
    private static final int SECONDS = 20;
    private static final int WARM_SECONDS = 30;
    private static final int WAITED_FOR = 10;
    private static final int TIMERS = Math.min(50_000, RUNS);
    private static final int POLL_MILLIS = 20;
    private static final long PATIENCE_SECONDS = 300;
    private static final String BRAND = "/api/brands/main";

    /// How many who are inside were asked to do what they wait for.
    private int moved;

    private static int runs() {
        String wanted = System.getenv("WATERWHEEL_BENCH_RUNS");
        return wanted == null ? 1_000_000 : Integer.parseInt(wanted);
    }

    /// @param waiting   where the many are
    /// @param welcoming what lets people in
    /// @param timed     whose timers come
    private record Journeys(String waiting, String welcoming, String timed) {}

    private record Measured(double millis, double steps) {}

    @Override
    public List<Measurement> run(Path project) throws Exception {
        try (Product product = new Product(project)) {
            product.start();
            // First: what happened before a journey began lets nobody in.
            Journeys journeys = journeys(product);
            Load load = new Load(product);
            fill(product, load, journeys, 0, FEW);
            trigger(product, load, journeys, "warm", WARM_SECONDS);
            drain(product, journeys);
            Measured few = measure(product, load, journeys, "few");
            fill(product, load, journeys, FEW, RUNS);
            Measured many = measure(product, load, journeys, "many");
            return List.of(
                    new Measurement(
                            "journey",
                            many.millis,
                            "ms from event to message in the outbox, p99, %,d events/s, %,d people inside"
                                    .formatted(TriggeredMessages.PER_SECOND, RUNS),
                            "the same with %,d inside".formatted(FEW),
                            few.millis),
                    new Measurement(
                            "journey-timers",
                            many.steps,
                            "steps/s of timers that are due at once, %,d people inside".formatted(RUNS),
                            "the same with %,d inside".formatted(FEW),
                            few.steps));
        }
    }

    private Measured measure(Product product, Load load, Journeys journeys, String name) throws Exception {
        double[] millis = trigger(product, load, journeys, name, SECONDS);
        return new Measured(Measurement.quantile(millis, 0.99), drain(product, journeys));
    }

    private static Journeys journeys(Product product) throws Exception {
        String template = id(product.post(BRAND + "/templates", """
                {"name": "hello", "channel": "email", "subject": "{{ customer.name | default: '您' }}好",
                 "body": "{{ customer.name | default: '您' }}，您看过 {{ event.product_id }}", "linkUrl": null}"""));
        String message = """
                {"id": "m", "step": {"type": "message", "template": "%s", "purpose": "marketing"},
                 "exits": {"sent": "z", "notSent": "z"}}""".formatted(template);
        return new Journeys(
                live(product, "waiting", "Product Removed", "a", """
                        {"id": "a", "step": {"type": "untilEvent", "event": {"event": "Product Added"},
                         "timeout": {"amount": 30, "unit": "days"}}, "exits": {"happened": "m", "timeout": "z"}},""" + message),
                live(product, "welcoming", "Product Viewed", "m", message),
                live(product, "timed", "Product Removed", "a", """
                        {"id": "a", "step": {"type": "delay", "span": {"amount": 30, "unit": "days"}}, "exits": {"next": "b"}},
                        {"id": "b", "step": {"type": "delay", "span": {"amount": 30, "unit": "days"}}, "exits": {"next": "z"}}"""));
    }

    private static String live(Product product, String name, String event, String start, String nodes)
            throws Exception {
        String id = id(product.post(BRAND + "/journeys", """
                {"name": "%s", "definition": {"trigger": {"type": "event", "event": {"event": "%s"}}, "start": "%s",
                 "nodes": [%s, {"id": "z", "step": {"type": "exit"}, "exits": {}}],
                 "goal": {"type": "event", "event": {"event": "Order Completed"}, "withinDays": 30}}}""".formatted(name, event, start, nodes)));
        product.post(BRAND + "/journeys/" + id + "/publish", "{}");
        return id;
    }

    /// Customers by the door, their runs straight into the tables: what is measured is what comes then.
    private static void fill(Product product, Load load, Journeys journeys, int from, int to) throws Exception {
        if (from < to) {
            load.send(Load.batches(
                    to - from,
                    i -> Load.identified("inside-" + (from + i), "\"userId\":\"" + inside(from + i) + "\"")));
        }
        try (Connection database = product.database();
                Statement statement = database.createStatement()) {
            statement.execute("set synchronous_commit = off");
            long added = statement.executeUpdate("""
                    with entered as (
                        insert into journey.run (brand_id, journey_id, version, customer_no, entry_key, occasion, node, state,
                            waiting, due_at, held_millis, passed, control, context, entered_at, moved_at)
                        select 1, %1$s, 1, e.customer_no, '', 'bench', 'a', 'waiting', 'event', now() + interval '30 days', 0, 0,
                            false, '{}', now(), now()
                        from kernel.event e where e.message_id like 'inside-%%'
                            and substr(e.message_id, 8)::int >= %2$d
                        returning id, customer_no)
                    insert into journey.run_wait (run_id, kind, event, brand_id, customer_no, until)
                    select id, w.kind, w.event, 1, customer_no, w.until
                    from entered, (values ('node', 'Product Added', null::timestamptz),
                        ('goal', 'Order Completed', now() + interval '30 days')) w (kind, event, until)""".formatted(journeys.waiting, from));
            if (added != 2L * (to - from)) {
                throw new IllegalStateException("%d waits of %d people".formatted(added, to - from));
            }
            // What the filling leaves to be done is done before anything is measured.
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    /// @return milliseconds of each event
    private double[] trigger(Product product, Load load, Journeys journeys, String round, int seconds)
            throws Exception {
        int events = seconds * TriggeredMessages.PER_SECOND;
        int first = moved;
        int waitedFor = Math.min(events / WAITED_FOR, RUNS - first);
        known(product, load, round, events);
        double[] millis = new TriggeredMessages(product, load, round, events).send((i, messageId) -> {
            int who = i / WAITED_FOR;
            return i % WAITED_FOR == 0 && who < waitedFor
                    ? Load.tracked(
                            "Product Added", messageId, "\"userId\":\"" + inside(first + who) + "\"", i % 400, 9.9)
                    : Load.viewed(messageId, "\"userId\":\"" + round + i + "\"", i % 400, 9.9);
        });
        moved += waitedFor;
        try (Connection database = product.database()) {
            long gone = number(
                    database, "select count(*) from journey.run where passed > 0 and journey_id = " + journeys.waiting);
            long asked = number(database, """
                    select count(*) from journey.run r join touch.message m on m.customer_no = r.customer_no
                    where m.key = 'journey/' || r.id || '/2' and r.journey_id = """ + journeys.waiting);
            if (gone != moved || asked != moved) {
                throw new IllegalStateException(
                        "%d went on and %d were asked for, of %d".formatted(gone, asked, moved));
            }
        }
        return millis;
    }

    /// Lets the customers be known whose events come then, and everybody who reads of it come to the end.
    private static void known(Product product, Load load, String round, int customers) throws Exception {
        load.send(Load.batches(
                customers, i -> Load.identified("known-" + round + i, "\"userId\":\"" + round + i + "\"")));
        long until = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        try (Connection database = product.database()) {
            while (number(database, """
                    select max(e.position) - (select min(position) from kernel.consumer_offset)
                    from kernel.event e""") > 0) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("those who read the log do not come to its end");
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    private static String inside(int n) {
        return "inside" + n;
    }

    /// @return steps a second
    private static double drain(Product product, Journeys journeys) throws Exception {
        try (Connection database = product.database();
                Statement statement = database.createStatement()) {
            long before = steps(database, journeys);
            // Customers of its own: what a step costs does not depend on whether they are known.
            statement.executeUpdate("""
                    insert into journey.run (brand_id, journey_id, version, customer_no, entry_key, occasion, node, state, waiting,
                        due_at, held_millis, passed, control, context, entered_at, moved_at)
                    select 1, %1$s, 1, 500000000 + %2$d + n, '', 'bench', 'a', 'waiting', 'time', now(), 0, 0, false, '{}',
                        now() - interval '30 days', now()
                    from generate_series(1, %3$d) n""".formatted(journeys.timed, before, TIMERS));
            long begin = System.nanoTime();
            while (number(database, """
                    select count(*) from (select 1 from journey.run
                        where journey_id = %s and due_at <= now() limit 1) due""".formatted(journeys.timed)) > 0) {
                if (System.nanoTime() - begin > PATIENCE_SECONDS * 1_000_000_000L) {
                    throw new IllegalStateException("timers are not drained");
                }
                Thread.sleep(POLL_MILLIS);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            long after = steps(database, journeys);
            if (after - before != TIMERS) {
                throw new IllegalStateException("%d steps of %d timers".formatted(after - before, TIMERS));
            }
            return TIMERS / seconds;
        }
    }

    private static long steps(Connection database, Journeys journeys) throws SQLException {
        return number(database, """
                select count(*) from journey.run r join journey.run_step s on s.run_id = r.id
                where r.node = 'b' and s.number = 1 and s.node = 'a' and r.journey_id = """ + journeys.timed);
    }

    private static String id(JsonNode made) {
        return made.path("id").asString();
    }
}
