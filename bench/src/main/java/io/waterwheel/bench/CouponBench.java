package io.waterwheel.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Redemptions per second by tills, over HTTP, each durable before it is answered. Then two thousand of them
/// at once for the last hundred coupons: exactly a hundred are redeemed. Baseline: the same by SQL alone over
/// as many connections as the server has: take the row, change it, write what happened and the answer, commit.
/// WATERWHEEL_BENCH_COUPONS says how many are redeemed.
final class CouponBench implements Target {

    private static final int COUPONS = coupons();
    private static final int WARM_UP = 4_000;
    private static final int LAST = 100;
    private static final int WANTING = 2_000;
    private static final int TILLS = 64;
    private static final int CONNECTIONS = 20;
    private static final int POLL_MILLIS = 50;
    private static final String BRAND = "/api/brands/main";

    private static int coupons() {
        String wanted = System.getenv("WATERWHEEL_BENCH_COUPONS");
        return wanted == null ? 20_000 : Integer.parseInt(wanted);
    }

    @Override
    public List<Measurement> run(Path project) throws Exception {
        try (Product product = new Product(project)) {
            product.start();
            String template = template(product);
            String secret =
                    product.post(BRAND + "/till-keys", """
                    {"name": "bench", "store": "s1", "scopes": ["coupon.read", "coupon.redeem", "coupon.return"]}""").path("secret").asString();
            List<String> codes = codes(product, template, WARM_UP + COUPONS + LAST);
            Tills tills = new Tills(product, secret);
            tills.redeem(codes.subList(0, WARM_UP), "w");
            double seconds = tills.redeem(codes.subList(WARM_UP, WARM_UP + COUPONS), "r");
            lastHundred(tills, codes.subList(WARM_UP + COUPONS, codes.size()));
            try (Connection database = product.database()) {
                check(database, WARM_UP + COUPONS + LAST);
                double plain = plain(product, database);
                return List.of(new Measurement(
                        "coupons",
                        COUPONS / seconds,
                        "redemptions/s over HTTP, %d tills at once; %,d wanting the last %d got exactly %d"
                                .formatted(TILLS, WANTING, LAST, LAST),
                        "the same rows by plain SQL over %d connections".formatted(CONNECTIONS),
                        COUPONS / plain));
            }
        }
    }

    private static String template(Product product) throws IOException, InterruptedException {
        String id = product.post(BRAND + "/coupon-templates", """
                {"name": "bench", "stock": null, "budget": null, "perCustomer": null, "terms": {
                 "benefit": {"kind": "amount", "off": 2000}, "threshold": {"spend": 10000, "pieces": 0},
                 "scope": {"products": [], "categories": [], "exceptProducts": [], "exceptCategories": [], "stores": [],
                           "channels": []},
                 "validity": {"from": null, "until": null, "days": 30, "afterDays": 0, "weekdays": [],
                              "hoursFrom": null, "hoursUntil": null},
                 "stacking": {"exclusive": true, "otherKinds": false, "mostPerOrder": 1},
                 "onReturn": "back", "handOn": false, "remindDays": null}}""").path("id").asString();
        product.post(BRAND + "/coupon-templates/" + id + "/activate", "");
        return id;
    }

    private static List<String> codes(Product product, String template, int wanted)
            throws IOException, InterruptedException {
        String path = BRAND + "/coupon-templates/" + template + "/batches";
        String batch = product.post(path, "{\"segment\": null, \"customers\": null, \"codes\": " + wanted + "}")
                .path("id")
                .asString();
        while (product.get(path).path(0).path("doneAt").isNull()) {
            Thread.sleep(POLL_MILLIS);
        }
        List<String> codes = product.text(path + "/" + batch + "/codes")
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        if (codes.size() != wanted) {
            throw new IllegalStateException(codes.size() + " codes of " + wanted);
        }
        return codes;
    }

    private static void lastHundred(Tills tills, List<String> last) throws Exception {
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < WANTING; i++) {
            String code = last.get(i % last.size());
            String order = "last-" + i;
            calls.add(() -> tills.redeemed(code, order));
        }
        Collections.shuffle(calls, new Random(1));
        long redeemed = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> answer : threads.invokeAll(calls)) {
                redeemed += answer.get() ? 1 : 0;
            }
        }
        if (redeemed != last.size()) {
            throw new IllegalStateException(redeemed + " redeemed of " + last.size());
        }
    }

    private static void check(Connection database, int wanted) throws SQLException {
        try (Statement statement = database.createStatement()) {
            ResultSet row = statement.executeQuery("""
                    select (select count(*) from loyalty.coupon where state = 'redeemed'),
                           (select count(*) from loyalty.coupon_move where step = 'redeem'),
                           (select count(distinct coupon_id) from loyalty.coupon_move where step = 'redeem')""");
            row.next();
            if (row.getLong(1) != wanted || row.getLong(2) != wanted || row.getLong(3) != wanted) {
                throw new IllegalStateException("%d redeemed, %d times, %d different, of %d"
                        .formatted(row.getLong(1), row.getLong(2), row.getLong(3), wanted));
            }
        }
    }

    /// @return the seconds for as many redemptions as over HTTP
    private static double plain(Product product, Connection database) throws Exception {
        try (Statement statement = database.createStatement()) {
            statement.execute("create schema bench");
            for (String table : List.of("coupon", "coupon_move", "coupon_call")) {
                statement.execute("create table bench.%1$s (like loyalty.%1$s including all)".formatted(table));
            }
            statement.execute("""
                    insert into bench.coupon overriding system value
                    select * from loyalty.coupon order by id limit %d""".formatted(COUPONS));
            statement.execute("""
                    update bench.coupon set state = 'issued', order_id = null, store = null, amount = 0, use = null,
                    redeemed_at = null""");
            statement.execute("vacuum analyze bench.coupon");
            statement.execute("checkpoint");
        }
        List<Long> ids = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select id from bench.coupon order by id")) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        AtomicInteger next = new AtomicInteger();
        List<Callable<Integer>> workers = new ArrayList<>();
        for (int worker = 0; worker < CONNECTIONS; worker++) {
            workers.add(() -> {
                try (Connection connection = product.database()) {
                    connection.setAutoCommit(false);
                    return plain(connection, ids, next);
                }
            });
        }
        long begin = System.nanoTime();
        int done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (Future<Integer> worker : threads.invokeAll(workers)) {
                done += worker.get();
            }
        }
        if (done != COUPONS) {
            throw new IllegalStateException(done + " redeemed of " + COUPONS);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static int plain(Connection connection, List<Long> ids, AtomicInteger next) throws SQLException {
        String use = "{\"lines\":{\"1\":2000},\"pieces\":{\"1\":1},\"shipping\":0,\"gift\":null,\"back\":{}}";
        int done = 0;
        try (PreparedStatement take =
                        connection.prepareStatement("select * from bench.coupon where id = ? for update");
                PreparedStatement change = connection.prepareStatement("""
                        update bench.coupon set state = 'redeemed', order_id = ?, store = 's1', amount = 2000,
                        use = ?::jsonb, redeemed_at = now(), changed_at = now() where id = ?""");
                PreparedStatement tell = connection.prepareStatement("""
                        insert into bench.coupon_move (brand_id, coupon_id, template_id, step, at, by_name, store,
                        order_id, amount) values (1, ?, 1, 'redeem', now(), 'till/1', 's1', ?, 2000)""");
                PreparedStatement keep = connection.prepareStatement("""
                        insert into bench.coupon_call values (1, ?, ?, ?::jsonb, now())""")) {
            for (int i = next.getAndIncrement(); i < ids.size(); i = next.getAndIncrement()) {
                String order = "p" + i;
                take.setLong(1, ids.get(i));
                take.executeQuery().close();
                change.setString(1, order);
                change.setString(2, use);
                change.setLong(3, ids.get(i));
                done += change.executeUpdate();
                tell.setLong(1, ids.get(i));
                tell.setString(2, order);
                tell.executeUpdate();
                keep.setString(1, "till/1/" + order);
                keep.setBytes(2, new byte[32]);
                keep.setString(3, use);
                keep.executeUpdate();
                connection.commit();
            }
        }
        return done;
    }

    /// Tills that call one after the other, each on its own.
    private record Tills(Product product, String secret) {

        /// @return the seconds until all were answered
        double redeem(List<String> codes, String orders) throws Exception {
            AtomicInteger next = new AtomicInteger();
            List<Callable<Boolean>> tills = new ArrayList<>();
            for (int till = 0; till < TILLS; till++) {
                tills.add(() -> {
                    for (int i = next.getAndIncrement(); i < codes.size(); i = next.getAndIncrement()) {
                        if (!redeemed(codes.get(i), orders + i)) {
                            throw new IllegalStateException("coupon " + i + " was not redeemed");
                        }
                    }
                    return true;
                });
            }
            long begin = System.nanoTime();
            try (ExecutorService threads = Executors.newFixedThreadPool(TILLS)) {
                for (Future<Boolean> till : threads.invokeAll(tills)) {
                    till.get();
                }
            }
            return (System.nanoTime() - begin) / 1e9;
        }

        boolean redeemed(String code, String order) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(product.uri("/till/v1/coupons/redeem"))
                    .header("Authorization", "Bearer " + secret)
                    .header("Idempotency-Key", order)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("""
                            {"codes":["%s"],"order":"%s","minutes":null,"basket":{"store":null,"channel":"store",\
                            "shipping":0,"lines":[{"line":"1","product":"tea","category":"tea","pieces":1,\
                            "amount":12000}]}}""".formatted(code, order)))
                    .build();
            HttpResponse<String> answer = product.http().send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200 && answer.statusCode() != 409) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.statusCode() == 200;
        }
    }
}
