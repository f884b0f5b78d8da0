package io.waterwheel.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;

/// Durable events per second over HTTP in batches of 100. Baseline: the same rows by bare COPY into the same table.
final class IntakeBench implements Target {

    private static final int CONNECTIONS = 16;
    private static final int BATCHES = 12_000;
    private static final int WARM_UP = 3_000;
    private static final int BATCH = 100;
    private static final int PEOPLE = 50_000;

    @Override
    public Measurement run(Path project) throws Exception {
        try (Product product = new Product(project)) {
            product.start();
            JsonNode issued = product.post("/api/brands/main/sources", "{\"name\": \"bench\"}");
            String key = issued.path("writeKey").asString();
            List<byte[]> warmUp = batches(WARM_UP, 1);
            send(product, key, warmUp);
            List<byte[]> batches = batches(BATCHES, 2);

            double seconds = send(product, key, batches);

            try (Connection database = product.database()) {
                long expected = (long) (BATCHES + WARM_UP) * BATCH;
                check(count(database, "select count(*) from kernel.event"), expected);
                check(count(database, "select count(distinct customer_no) from kernel.event"), PEOPLE);
                double copied = copy(database, (long) WARM_UP * BATCH);
                return new Measurement(
                        "intake",
                        BATCHES * BATCH / seconds,
                        "durable events/s",
                        "bare COPY of the same rows into the same table",
                        BATCHES * BATCH / copied);
            }
        }
    }

    /// As many connections at once as a shop's servers would hold, each sending one batch after the other.
    private static double send(Product product, String key, List<byte[]> batches) throws Exception {
        URI address = product.uri("/v1/batch");
        List<Callable<Integer>> senders = new ArrayList<>();
        for (int sender = 0; sender < CONNECTIONS; sender++) {
            int first = sender;
            senders.add(() -> {
                try (BareHttp http = new BareHttp(address, key)) {
                    for (int i = first; i < batches.size(); i += CONNECTIONS) {
                        http.post(batches.get(i));
                    }
                }
                return first;
            });
        }
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (Future<Integer> sender : threads.invokeAll(senders)) {
                sender.get();
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static List<byte[]> batches(int count, long seed) {
        Random random = new Random(seed);
        List<byte[]> batches = new ArrayList<>(count);
        // To the millisecond, as the Segment libraries write it.
        String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        int event = 0;
        for (int batch = 0; batch < count; batch++) {
            StringBuilder json = new StringBuilder("{\"batch\":[");
            for (int i = 0; i < BATCH; i++) {
                // Everyone appears, so that the number of customers is known; after that, as chance has it.
                int person = event < PEOPLE && seed == 1 ? event : random.nextInt(PEOPLE);
                event++;
                json.append(i == 0 ? "" : ",")
                        .append("{\"type\":\"track\",\"messageId\":\"")
                        .append(seed)
                        .append('-')
                        .append(batch)
                        .append('-')
                        .append(i)
                        .append("\",\"userId\":\"u")
                        .append(person)
                        .append("\",\"event\":\"Product Viewed\",\"timestamp\":\"")
                        .append(now)
                        .append("\",\"properties\":{\"product_id\":\"p")
                        .append(random.nextInt(400))
                        .append("\",\"price\":")
                        .append(random.nextInt(10_000) / 100.0)
                        .append(",\"category\":\"tea\",\"channel\":\"mini-program\"}}");
            }
            batches.add(json.append("]}").toString().getBytes(StandardCharsets.UTF_8));
        }
        return batches;
    }

    /// Copies the measured rows out, empties them from the table, and copies them in again: same rows, same table,
    /// same indexes, nothing else to do.
    private static double copy(Connection database, long after) throws SQLException, IOException {
        var copier = database.unwrap(PGConnection.class).getCopyAPI();
        ByteArrayOutputStream rows = new ByteArrayOutputStream(1 << 28);
        copier.copyOut(
                "copy (select * from kernel.event where position > " + after + " order by position) to stdout", rows);
        try (Statement statement = database.createStatement()) {
            statement.execute("truncate kernel.event");
            statement.execute("checkpoint");
        }
        byte[] text = rows.toByteArray();
        long begin = System.nanoTime();
        long copied = copier.copyIn("copy kernel.event from stdin", new ByteArrayInputStream(text), 1 << 16);
        double seconds = (System.nanoTime() - begin) / 1e9;
        check(copied, (long) BATCHES * BATCH);
        return seconds;
    }

    private static long count(Connection database, String question) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void check(long actual, long expected) {
        if (actual != expected) {
            throw new IllegalStateException("expected " + expected + " but there are " + actual);
        }
    }
}
