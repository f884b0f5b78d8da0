package io.waterwheel.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/// What a large [Population] costs. First the milliseconds of what a customer's page asks for, the 95th of a hundred;
/// baseline: the same rows by SQL, straight from the database. Then durable events per second of which one in twenty
/// merges two customers; baseline: the same into an empty product.
final class ProfileBench implements Target {

    private static final int ASKED = 300;
    private static final String MAIN = "/api/brands/main/customers/";

    @Override
    public List<Measurement> run(Path project) throws Exception {
        double fresh;
        try (Product product = new Product(project)) {
            product.start();
            fresh = merging(product);
        }
        try (Product product = new Product(project)) {
            Population.fill(product);
            Measurement pages = pages(product);
            // Merging comes after an hour; should it fail, this is told.
            System.err.println(pages.json());
            Measurement merging = new Measurement(
                    "identity-large",
                    merging(product),
                    "durable events/s, one in twenty merging two customers, beside %,d identifiers"
                            .formatted(2 * Population.CUSTOMERS),
                    "the same beside none",
                    fresh);
            return List.of(pages, merging);
        }
    }

    private static Measurement pages(Product product) throws Exception {
        try (Connection database = product.database()) {
            Random random = new Random(7);
            List<Double> millis = new ArrayList<>();
            double[] bare = new double[ASKED];
            for (int i = -ASKED / 3; i < ASKED; i++) {
                int customer = i % 50 == 0 ? 1 : 1 + random.nextInt(Population.CUSTOMERS);
                List<Double> taken = ask(product, database, customer);
                double sql = sql(database, 1 + random.nextInt(Population.CUSTOMERS));
                // The first third warms the machine up.
                if (i >= 0) {
                    millis.addAll(taken);
                    bare[i] = sql;
                }
            }
            return new Measurement(
                    "profile",
                    Measurement.quantile(
                            millis.stream().mapToDouble(Double::doubleValue).toArray(), 0.95),
                    "ms, p95 of a page's requests at %,d customers and %,d events"
                            .formatted(Population.CUSTOMERS, Population.EVENTS),
                    "profile row and newest events by SQL, ms",
                    Measurement.quantile(bare, 0.95));
        }
    }

    /// @return events per second
    private static double merging(Product product) throws Exception {
        Load load = new Load(product);
        Crowd.warm(load);
        Crowd crowd = new Crowd("m", IdentityBench.MERGING, true);
        double seconds = crowd.send(load);
        crowd.check(product);
        return IdentityBench.EVENTS / seconds;
    }

    /// The page, the newest of its timeline, those behind them, the orders only, the tabs of orders and relations, and
    /// what was said of one attribute.
    private static List<Double> ask(Product product, Connection database, int customer) throws Exception {
        List<Double> millis = new ArrayList<>();
        timed(product, MAIN + customer, millis);
        JsonNode newest = timed(product, MAIN + customer + "/timeline", millis);
        check(database, customer, newest);
        String next = newest.path("next").asString("");
        if (!next.isEmpty()) {
            timed(product, MAIN + customer + "/timeline?cursor=" + next, millis);
        }
        timed(product, MAIN + customer + "/timeline?names=Order%20Completed", millis);
        timed(product, MAIN + customer + "/orders", millis);
        timed(product, MAIN + customer + "/relations", millis);
        timed(product, MAIN + customer + "/attributes/city", millis);
        return millis;
    }

    private static JsonNode timed(Product product, String path, List<Double> millis) throws Exception {
        long begin = System.nanoTime();
        JsonNode answer = product.get(path);
        millis.add((System.nanoTime() - begin) / 1e6);
        return answer;
    }

    private static void check(Connection database, int customer, JsonNode page) throws SQLException {
        List<Long> expected = newest(database, customer);
        List<Long> actual = new ArrayList<>();
        page.path("items").forEach(entry -> actual.add(entry.path("position").asLong()));
        if (actual.isEmpty() || !actual.equals(expected.subList(0, Math.min(actual.size(), expected.size())))) {
            throw new IllegalStateException(
                    "customer %d: expected %s but saw %s".formatted(customer, expected, actual));
        }
    }

    private static double sql(Connection database, int customer) throws SQLException {
        long begin = System.nanoTime();
        try (PreparedStatement profile = database.prepareStatement("""
                select * from customer.profile join customer.relation using (customer_no) where customer_no = ?""")) {
            profile.setInt(1, customer);
            try (ResultSet row = profile.executeQuery()) {
                row.next();
            }
        }
        newest(database, customer);
        return (System.nanoTime() - begin) / 1e6;
    }

    private static List<Long> newest(Connection database, int customer) throws SQLException {
        List<Long> positions = new ArrayList<>();
        try (PreparedStatement events = database.prepareStatement("""
                select e.* from customer.identifier i
                cross join lateral (select * from kernel.event e where e.customer_no = i.no
                                    order by at desc, position desc limit 100) e
                where i.customer_no = ? order by e.at desc, e.position desc limit 100""")) {
            events.setInt(1, customer);
            try (ResultSet row = events.executeQuery()) {
                while (row.next()) {
                    positions.add(row.getLong("position"));
                }
            }
        }
        return positions;
    }
}
