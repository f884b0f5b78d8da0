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

/// Durable events per second over HTTP in batches of 100. Baseline: the same rows by bare COPY into a table like the
/// log's. The two take turns, because a machine that is shared is not equally fast all the time.
final class IntakeBench implements Target {

    private static final int ROUNDS = 6;
    private static final int BATCHES = 2_000;
    private static final int WARM_UP = 10_000;
    private static final int BATCH = Load.BATCH;
    private static final int PEOPLE = 50_000;

    /// Until those who read behind the log are done, which would slow the baseline.
    private static final int REST_MILLIS = 3_000;

    @Override
    public List<Measurement> run(Path project) throws Exception {
        try (Product product = new Product(project)) {
            product.start();
            Load load = new Load(product);
            load.send(batches(WARM_UP, 0));
            try (Connection database = product.database()) {
                prepare(database);
                double taken = 0;
                double copied = 0;
                for (int round = 1; round <= ROUNDS; round++) {
                    List<byte[]> batches = batches(BATCHES, round);
                    taken += load.send(batches);
                    Thread.sleep(REST_MILLIS);
                    copied += copy(database);
                }
                long events = (long) ROUNDS * BATCHES * BATCH;
                check(count(database, "select count(*) from kernel.event"), (long) WARM_UP * BATCH + events);
                check(count(database, "select count(distinct customer_no) from kernel.event"), PEOPLE);
                check(count(database, "select count(*) from bench.event"), (long) WARM_UP * BATCH + events);
                return List.of(new Measurement(
                        "intake",
                        events / taken,
                        "durable events/s",
                        "bare COPY of the same rows into a table like it",
                        events / copied));
            }
        }
    }

    private static List<byte[]> batches(int count, long seed) {
        Random random = new Random(seed);
        // Everyone appears, so that the number of customers is known; after that, as chance has it.
        return Load.batches(count * BATCH, event -> {
            int person = event < PEOPLE && seed == 0 ? event : random.nextInt(PEOPLE);
            String who = "\"userId\":\"u" + person + "\"";
            return Load.viewed(seed + "-" + event, who, random.nextInt(400), random.nextInt(10_000) / 100.0);
        });
    }

    private static void prepare(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("create schema bench");
            statement.execute("create table bench.event (like kernel.event including all)");
            statement.execute("insert into bench.event select * from kernel.event");
        }
    }

    /// Copies the rows of a round out of the log and into the table like it: same rows, same indexes, the same rows
    /// before them, nothing else to do.
    ///
    /// @return the seconds the second takes
    private static double copy(Connection database) throws SQLException, IOException {
        var copier = database.unwrap(PGConnection.class).getCopyAPI();
        ByteArrayOutputStream rows = new ByteArrayOutputStream(1 << 28);
        copier.copyOut(
                "copy (select * from kernel.event where position > (select max(position) from bench.event)"
                        + " order by position) to stdout",
                rows);
        byte[] text = rows.toByteArray();
        long begin = System.nanoTime();
        long copied = copier.copyIn("copy bench.event from stdin", new ByteArrayInputStream(text), 1 << 16);
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
