package io.waterwheel.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.postgresql.PGConnection;

/// Durable events per second over HTTP in batches of 100. Baseline: the same rows by bare COPY into the same table.
final class IntakeBench implements Target {

    private static final int BATCHES = 12_000;
    private static final int WARM_UP = 3_000;
    private static final int BATCH = Load.BATCH;
    private static final int PEOPLE = 50_000;

    @Override
    public Measurement run(Path project) throws Exception {
        try (Product product = new Product(project)) {
            product.start();
            Load load = new Load(product);
            load.send(batches(WARM_UP, 1));
            List<byte[]> batches = batches(BATCHES, 2);

            double seconds = load.send(batches);

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

    private static List<byte[]> batches(int count, long seed) {
        Random random = new Random(seed);
        // Everyone appears, so that the number of customers is known; after that, as chance has it.
        return Load.batches(count * BATCH, event -> {
            int person = event < PEOPLE && seed == 1 ? event : random.nextInt(PEOPLE);
            String who = "\"userId\":\"u" + person + "\"";
            return Load.viewed(seed + "-" + event, who, random.nextInt(400), random.nextInt(10_000) / 100.0);
        });
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
