package io.waterwheel.bench;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Milliseconds until one customer is known to meet a definition, the 99th of a hundred: one condition, and ten
/// at once; inside the server, as journeys ask, told by its metric `segment.now`, and by HTTP; the customers have
/// sixty orders and refunds and two hundred events each, scattered over the whole table
/// (WATERWHEEL_BENCH_CUSTOMERS says how many there are). Every answer is checked against SQL of its own.
/// Baselines, in turns with the questions: one row by its primary key from the same database, and the
/// shortest question that can be asked by HTTP.
final class SegmentNowBench implements Target {

    static final List<String> CITIES = List.of("上海", "北京", "广州", "深圳", "杭州", "成都", "重庆");

    private static final int CUSTOMERS = customers();
    private static final int ORDERS = 60;
    private static final int EVENTS = 200;
    private static final int ASKED = 3_000;
    private static final int WARM_UP = 4_000;
    /// The server's metric is about the last minute; what was slow while it warmed up is not in it any more.
    private static final Duration FORGOTTEN = Duration.ofSeconds(65);

    private static final Pattern INSIDE =
            Pattern.compile("segment_now_seconds\\{[^}]*quantile=\"(\\S+)\"[^}]*} (\\S+)");

    private static int customers() {
        String wanted = System.getenv("WATERWHEEL_BENCH_CUSTOMERS");
        return wanted == null ? 100_000 : Integer.parseInt(wanted);
    }

    @Override
    public List<Measurement> run(Path project) throws Exception {
        try (Product product = new Product(project)) {
            product.start();
            List<Long> tags;
            try (Connection database = product.database()) {
                tags = fill(product, database);
            }
            product.stop();
            skipInWarehouse(product);
            product.start();
            try (Connection database = product.database()) {
                return measure(product, database, tags);
            }
        }
    }

    /// @param inside what the server's metric says of the last minute, in milliseconds
    private record Times(double[] http, double[] shortest, double[] row, Inside inside) {}

    private record Inside(double half, double nearlyAll) {}

    private static List<Measurement> measure(Product product, Connection database, List<Long> tags) throws Exception {
        settle(product, database);
        ask(product, database, random -> NowQuestion.any(random, tags), WARM_UP);
        Thread.sleep(FORGOTTEN);
        Times times = ask(product, database, random -> NowQuestion.any(random, tags), ASKED);
        ask(product, database, random -> NowQuestion.leaf(random, tags), WARM_UP);
        Thread.sleep(FORGOTTEN);
        Times leaf = ask(product, database, random -> NowQuestion.leaf(random, tags), ASKED);
        List<Measurement> measurements = new ArrayList<>(measurements("segment-now-leaf", "one condition", leaf));
        measurements.addAll(measurements("segment-now", "ten conditions", times));
        return measurements;
    }

    private static List<Measurement> measurements(String name, String what, Times times) {
        String of = "ms, p99 of one customer and " + what + " %s (half of them within %.2f) at "
                + "%,d customers with %d purchases and %d events each".formatted(CUSTOMERS, ORDERS, EVENTS);
        return List.of(
                new Measurement(
                        name,
                        times.inside.nearlyAll,
                        of.formatted("inside the server", times.inside.half),
                        "one row by its primary key, p99 in ms (half of them within %.2f)"
                                .formatted(Measurement.quantile(times.row, 0.5)),
                        Measurement.quantile(times.row, 0.99)),
                new Measurement(
                        name + "-http",
                        Measurement.quantile(times.http, 0.99),
                        of.formatted("by HTTP", Measurement.quantile(times.http, 0.5)),
                        "the shortest question by HTTP, p99 in ms (half of them within %.2f)"
                                .formatted(Measurement.quantile(times.shortest, 0.5)),
                        Measurement.quantile(times.shortest, 0.99)));
    }

    /// As a server is that has run for a while: what was written long ago was vacuumed, which it could not be
    /// while those who wait at the filled tables still looked at what was there before; and what fits into
    /// the machine's memory is there.
    private static void settle(Product product, Connection database) throws Exception {
        try (Statement statement = database.createStatement()) {
            statement.execute("vacuum kernel.event");
            statement.execute("vacuum customer.purchase");
            statement.execute("checkpoint");
        }
        try (Stream<Path> files = Files.walk(product.tables())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (InputStream content = Files.newInputStream(file)) {
                    content.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }

    private static Times ask(Product product, Connection database, Function<Random, NowQuestion> any, int questions)
            throws Exception {
        Random random = new Random(11);
        double[] http = new double[questions];
        double[] shortest = new double[questions];
        double[] row = new double[questions];
        int met = 0;
        try (PreparedStatement one =
                database.prepareStatement("select * from customer.relation where brand_id = 1 and customer_no = ?")) {
            for (int i = 0; i < questions; i++) {
                NowQuestion question = any.apply(random);
                int customer = 1 + random.nextInt(CUSTOMERS);
                long begin = System.nanoTime();
                boolean meets = product.post(
                                "/api/brands/main/customers/" + customer + "/segments/check",
                                "{\"definition\":" + question.definition() + "}")
                        .path("meets")
                        .asBoolean();
                http[i] = since(begin);
                check(database, question, customer, meets);
                row[i] = single(one, 1 + random.nextInt(CUSTOMERS));
                begin = System.nanoTime();
                product.get("/api/session");
                shortest[i] = since(begin);
                met += meets ? 1 : 0;
            }
        }
        if (met < questions / 10 || met > 9 * questions / 10) {
            throw new IllegalStateException("the questions tell nobody apart: %d of %d met".formatted(met, questions));
        }
        return new Times(http, shortest, row, inside(product));
    }

    private static Inside inside(Product product) throws Exception {
        Map<String, Double> millis = new HashMap<>();
        Matcher told = INSIDE.matcher(product.text("/actuator/prometheus"));
        while (told.find()) {
            millis.put(told.group(1), 1_000 * Double.parseDouble(told.group(2)));
        }
        Double half = millis.get("0.5");
        Double nearlyAll = millis.get("0.99");
        if (half == null || nearlyAll == null) {
            throw new IllegalStateException("the server tells nothing of its questions");
        }
        return new Inside(half, nearlyAll);
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void check(Connection database, NowQuestion question, int customer, boolean meets)
            throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet answer = statement.executeQuery("select " + question.sql()
                        + " from customer.relation r join customer.profile p using (customer_no)"
                        + " where r.brand_id = 1 and r.customer_no = " + customer)) {
            answer.next();
            if (answer.getBoolean(1) != meets) {
                throw new IllegalStateException(
                        "customer %d: %s is not %s".formatted(customer, question.definition(), meets));
            }
        }
    }

    private static double single(PreparedStatement row, int customer) throws SQLException {
        long begin = System.nanoTime();
        row.setInt(1, customer);
        try (ResultSet found = row.executeQuery()) {
            found.next();
        }
        return since(begin);
    }

    /// Straight into the tables: what is measured is reading. Those who follow the log are told that they
    /// have seen it.
    private static List<Long> fill(Product product, Connection database) throws Exception {
        Load load = new Load(product);
        try (BareHttp http = load.connection()) {
            http.post(Load.batches(1, i -> Load.identified("real", "\"userId\":\"somebody\""))
                    .getFirst());
        }
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            statement.execute("lock table kernel.consumer_offset in exclusive mode");
            statement.execute("set synchronous_commit = off");
            statement.execute("set maintenance_work_mem = '1GB'");
            statement.execute("create temporary table sealed as select sealed from customer.identifier limit 1");
            statement.execute("""
                    truncate kernel.event, customer.identifier, customer.profile, customer.relation, customer.purchase,
                        customer.touchpoint, customer.link""");
            List<Long> tags = tags(statement);
            people(statement, tags);
            history(statement);
            statement.execute("update kernel.consumer_offset set position = " + (long) CUSTOMERS * EVENTS);
            database.commit();
            database.setAutoCommit(true);
            statement.execute("analyze");
            return tags;
        }
    }

    private static List<Long> tags(Statement statement) throws SQLException {
        statement.execute("""
                insert into customer.tag_group (brand_id, name, single, wecom, created_at)
                values (1, 'bench', false, false, now())""");
        statement.execute("""
                insert into customer.tag (brand_id, group_id, name, kind, created_at)
                select 1, (select max(id) from customer.tag_group), 't' || n, 'plain', now() from generate_series(1, 12) n""");
        List<Long> tags = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("select id from customer.tag where name ~ '^t[0-9]+$' order by id")) {
            while (rows.next()) {
                tags.add(rows.getLong(1));
            }
        }
        return tags;
    }

    /// Each has an account and a browser, and four of the twelve tags.
    private static void people(Statement statement, List<Long> tags) throws SQLException {
        statement.execute("""
                insert into customer.identifier (no, customer_no, kind, blind, sealed, source, first_seen_at, brand_id)
                select n + side * %1$d, n, case side when 0 then 'user_id' else 'anonymous_id' end,
                       decode(md5(n || '-' || side), 'hex'), sealed, 'bench', timestamptz '2024-01-01', 1
                from generate_series(1, %1$d) n, generate_series(0, 1) side, sealed""".formatted(CUSTOMERS));
        statement.execute("""
                insert into customer.profile (customer_no, name, city, attributes, created_at)
                select n, '王小' || n, (array['%2$s'])[1 + n %% %3$d],
                       jsonb_build_object(
                           'city', jsonb_build_object('value', (array['%2$s'])[1 + n %% %3$d], 'source', 'bench', 'at', now(), 'brand', 1),
                           'level', jsonb_build_object('value', (n %% 20)::text, 'source', 'bench', 'at', now(), 'brand', 1)),
                       now()
                from generate_series(1, %1$d) n""".formatted(CUSTOMERS, String.join("','", CITIES), CITIES.size()));
        statement.execute("""
                insert into customer.touchpoint (brand_id, customer_no, channel, via, usable, changed_at)
                select 1, n, 'wecom', 'guide' || n %% 300, true, timestamptz '2024-01-01'
                from generate_series(1, %d, 3) n""".formatted(CUSTOMERS));
        statement.execute("""
                insert into customer.customer_tag (brand_id, customer_no, tag_id, group_id, single, added_at, present)
                select 1, n, %2$d + (n * 7 + t * 3) %% 12, (select max(id) from customer.tag_group), false, now(), true
                from generate_series(1, %1$d) n, generate_series(0, 3) t""".formatted(CUSTOMERS, tags.getFirst()));
    }

    /// Scattered as they come in: what one customer did lies far apart.
    private static void history(Statement statement) throws SQLException {
        statement.execute("drop index kernel.event_key");
        statement.execute("drop index kernel.event_of_customer");
        statement.execute("""
                insert into kernel.event (position, key, brand_id, customer_no, name, at, received_at, source,
                    message_id, identified_by, properties, context)
                select p, md5(p::text)::uuid, 1,
                       1 + (p * 7919) %% %1$d + (p / %1$d %% 2) * %1$d,
                       case when p / %1$d < %3$d then case when p / %1$d %% 10 = 9 then 'Order Refunded' else 'Order Completed' end
                            else (array['Product Viewed', 'Page Viewed', 'Product Added', 'Page Viewed'])[1 + p %% 4] end,
                       now() - hashtext(p::text)::bigint %% 27000000 * interval '1 second' - interval '315 days',
                       now(), 'bench', 'm' || p, 1,
                       case when p / %1$d < %3$d
                            then jsonb_build_object('order_id', 'O' || p, 'total', 12.5 + p %% 300)
                            else jsonb_build_object('product_id', 'p' || p %% 400, 'category', 'c' || p %% 20) end,
                       '{}'
                from generate_series(1, %2$d::bigint) p""".formatted(CUSTOMERS, (long) CUSTOMERS * EVENTS, ORDERS));
        statement.execute("create unique index event_key on kernel.event (key)");
        statement.execute("""
                create index event_of_customer on kernel.event (customer_no, at desc, position desc)
                include (name, brand_id, retracted_by) where customer_no is not null""");
        statement.execute("""
                insert into customer.purchase (brand_id, kind, number, customer_no, at, amount, position)
                select 1, case name when 'Order Refunded' then 'refund' else 'order' end, 'O' || position,
                       case when customer_no > %1$d then customer_no - %1$d else customer_no end, at,
                       1250 + position %% 300 * 100, position
                from kernel.event where name in ('Order Completed', 'Order Refunded')""".formatted(CUSTOMERS));
        statement.execute("""
                insert into customer.relation (brand_id, customer_no, first_seen_at, last_seen_at, member_since)
                select 1, n, now() - interval '700 days', now(),
                       case when n %% 3 = 0 then now() - interval '500 days' end
                from generate_series(1, %d) n""".formatted(CUSTOMERS));
    }

    private static void skipInWarehouse(Product product) throws SQLException {
        try (Connection warehouse = DriverManager.getConnection("jdbc:duckdb:" + product.warehouse());
                Statement statement = warehouse.createStatement()) {
            statement.execute("update feed set position = " + (long) CUSTOMERS * EVENTS);
        }
    }
}
