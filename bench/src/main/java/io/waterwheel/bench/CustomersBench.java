package io.waterwheel.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The customer list over HTTP at a million customers: pages, searches and filters, each looked at the way the
/// console does, list and count. The figure is the slowest question's median. Baseline: the first page without any
/// filter, which is the least a list can do.
final class CustomersBench implements Target {

    private static final int CUSTOMERS = 1_000_000;
    private static final int RUNS = 9;
    private static final int PAGES = 40;
    private static final String LIST = "/api/brands/main/customers";

    private record Question(String name, String query, String counts) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question("name, common", "q=" + url("林"), "p.name like '林%'"),
            new Question("name, rare", "q=" + url("林小12345"), "p.name like '林小12345%'"),
            new Question("customer number", "q=777777", "r.customer_no = 777777"),
            new Question("city", "city=" + url("杭州"), "p.city = '杭州'"),
            new Question("orders", "minOrders=9", "r.orders >= 9"),
            new Question("orders and city", "minOrders=9&city=" + url("大理"), "r.orders >= 9 and p.city = '大理'"),
            new Question("nobody", "minOrders=5000", "r.orders >= 5000"),
            new Question("sales", "minSales=2000000", "r.gross_sales - r.refunded >= 2000000"),
            new Question(
                    "lapsed",
                    "minOrders=2&lastOrderBefore=2024-02-01T00:00:00Z",
                    "r.orders >= 2 and r.last_order_at < '2024-02-01'"));

    @Override
    public List<Measurement> run(Path project) throws Exception {
        try (Product product = new Product(project)) {
            product.start();
            try (Connection database = product.database()) {
                fill(database);
                product.get(LIST);
                double first = median(() -> product.get(LIST));
                double slowest = deepPages(product);
                String worst = "page " + PAGES;
                for (Question question : QUESTIONS) {
                    check(product, database, question);
                    double millis = median(() -> {
                        product.get(LIST + "?" + question.query);
                        product.get(LIST + "/count?" + question.query);
                    });
                    System.err.printf("%s: %.1f ms%n", question.name, millis);
                    if (millis > slowest) {
                        slowest = millis;
                        worst = question.name;
                    }
                }
                return List.of(new Measurement(
                        "customers",
                        slowest,
                        "ms for the slowest of %d questions (%s), list and count"
                                .formatted(QUESTIONS.size() + 1, worst),
                        "first page, ms",
                        first));
            }
        }
    }

    /// Straight into the tables: what is measured is reading.
    private static void fill(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("select setseed(0.5)");
            statement.execute("""
                    insert into customer.profile (customer_no, name, city, created_at)
                    select n,
                           substr('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗', 1 + n %% 20, 1) || '小' || n,
                           (array['上海','北京','杭州','成都','广州','深圳','苏州','南京','武汉','大理'])
                               [1 + floor(10 * power(random(), 2))::int],
                           timestamptz '2024-01-01'
                    from generate_series(1, %d) n""".formatted(CUSTOMERS));
            statement.execute("""
                    insert into customer.relation (brand_id, customer_no, first_seen_at, last_seen_at, first_order_at,
                        last_order_at, orders, gross_sales)
                    select 1, customer_no, seen, greatest(seen, bought), bought, bought, orders, orders * 10000 * random()
                    from (select customer_no,
                                 timestamptz '2024-01-01' + random() * interval '700 days' as seen,
                                 timestamptz '2024-01-01' + random() * interval '700 days' as bought,
                                 floor(-2.5 * ln(1 - random()))::int as orders
                          from customer.profile) made""");
            statement.execute("""
                    insert into customer.touchpoint (brand_id, customer_no, channel, via, usable, changed_at)
                    select 1, customer_no, 'wecom', 'guide' || customer_no % 300, true, created_at
                    from customer.profile where customer_no % 3 = 0""");
            statement.execute("analyze");
        }
    }

    private static double deepPages(Product product) throws Exception {
        double[] millis = new double[PAGES];
        String cursor = "";
        for (int page = 0; page < PAGES; page++) {
            String at = LIST + "?size=100" + cursor;
            long begin = System.nanoTime();
            JsonNode found = product.get(at);
            millis[page] = (System.nanoTime() - begin) / 1e6;
            cursor = "&cursor=" + found.path("next").asString();
        }
        return middle(millis);
    }

    private static void check(Product product, Connection database, Question question) throws Exception {
        long expected;
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from customer.relation r"
                        + " join customer.profile p using (customer_no) where " + question.counts)) {
            row.next();
            expected = Math.min(10_000, row.getLong(1));
        }
        long actual =
                product.get(LIST + "/count?" + question.query).path("count").asLong();
        if (actual != expected) {
            throw new IllegalStateException(question.name + ": expected " + expected + " but there are " + actual);
        }
    }

    private interface Ask {
        void run() throws IOException, InterruptedException;
    }

    private static double median(Ask ask) throws IOException, InterruptedException {
        double[] millis = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long begin = System.nanoTime();
            ask.run();
            millis[run] = (System.nanoTime() - begin) / 1e6;
        }
        return middle(millis);
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
