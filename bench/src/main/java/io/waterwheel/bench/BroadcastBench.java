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
import org.postgresql.PGConnection;

/// Recipients per second of a broadcast that is planned: the segment asked, the policy held against everybody, each
/// text filled in, each row written and flushed. Half a million customers (WATERWHEEL_BENCH_CUSTOMERS: others), of whom
/// one in ten is held out and one in twenty has not consented. Baseline: the same rows by bare COPY into a table like
/// it.
final class BroadcastBench implements Target {

    private static final int CUSTOMERS = 500_000;
    private static final int ROUNDS = 3;
    private static final int HOLDOUT_PERCENT = 10;

    @Override
    public List<Measurement> run(Path project) throws Exception {
        String wanted = System.getenv("WATERWHEEL_BENCH_CUSTOMERS");
        int customers = wanted == null ? CUSTOMERS : Integer.parseInt(wanted);
        try (Product product = new Product(project)) {
            product.start();
            try (Connection database = product.database()) {
                Mailing mailing = Mailing.to(product, database, customers);
                double planned = 0;
                double copied = 0;
                long recipients = 0;
                // The first is for warming up.
                for (int round = 0; round <= ROUNDS; round++) {
                    String broadcast = mailing.broadcast("round " + round, HOLDOUT_PERCENT);
                    double seconds = mailing.plan(broadcast);
                    long rows = check(database, broadcast, customers);
                    double bare = copy(database, broadcast, rows);
                    if (round > 0) {
                        planned += seconds;
                        copied += bare;
                        recipients += rows;
                    }
                    mailing.delete(broadcast);
                    tidy(database);
                }
                return List.of(new Measurement(
                        "broadcast",
                        recipients / planned,
                        "recipients/s planned, filled in and written durably, of %,d customers".formatted(customers),
                        "bare COPY of the same rows into a table like it",
                        recipients / copied));
            }
        }
    }

    /// What the database would clear up by itself while the next round is measured.
    private static void tidy(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("drop table bench.recipient");
            statement.execute("vacuum touch.recipient");
            statement.execute("checkpoint");
        }
    }

    /// That exactly those are recipients who consented and are not held out.
    private static long check(Connection database, String broadcast, int customers) throws SQLException {
        try (Statement statement = database.createStatement()) {
            // Else the database takes it for empty and compares each recipient with everybody.
            statement.execute("analyze touch.recipient");
            ResultSet row = statement.executeQuery("""
                        select count(*), count(distinct r.customer_no), count(*) filter (where c.customer_no is null),
                               (select size from touch.broadcast_set where broadcast_id = %1$s and kind = 'holdout'),
                               (select count(*) from customer.consent)
                        from touch.recipient r left join customer.consent c using (customer_no)
                        where r.broadcast_id = %1$s""".formatted(broadcast));
            row.next();
            long rows = row.getLong(1);
            if (rows != row.getLong(2) || row.getLong(3) != 0 || rows + row.getLong(4) != row.getLong(5)) {
                throw new IllegalStateException("%d recipients, %d different, %d without consent, %d held out, of %d"
                        .formatted(rows, row.getLong(2), row.getLong(3), row.getLong(4), customers));
            }
            return rows;
        }
    }

    private static double copy(Connection database, String broadcast, long rows) throws SQLException, IOException {
        var copier = database.unwrap(PGConnection.class).getCopyAPI();
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 26);
        copier.copyOut("copy (select * from touch.recipient where broadcast_id = " + broadcast + ") to stdout", out);
        byte[] text = out.toByteArray();
        try (Statement statement = database.createStatement()) {
            statement.execute("create schema if not exists bench");
            statement.execute("drop table if exists bench.recipient");
            statement.execute("create table bench.recipient (like touch.recipient including all)");
        }
        long begin = System.nanoTime();
        long copied = copier.copyIn("copy bench.recipient from stdin", new ByteArrayInputStream(text), 1 << 16);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (copied != rows) {
            throw new IllegalStateException(copied + " copied of " + rows);
        }
        return seconds;
    }
}
