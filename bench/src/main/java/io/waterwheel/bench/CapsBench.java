package io.waterwheel.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Customers per second held against caps, told by the server's metric `touch.caps`, while a broadcast is
/// planned to half a million customers (WATERWHEEL_BENCH_CUSTOMERS: others) who were written to twelve times
/// each, under three caps and the platform's quota; and customers per second of the whole plan. For
/// ninety-nine in a hundred a cap is full, so almost nothing is written: the plan is that of asking who is
/// in the segment, can be reached, consented, and has room. Baseline: one statement by hand that counts the
/// same contacts.
final class CapsBench implements Target {

    private static final int CUSTOMERS = 500_000;
    private static final int CONTACTS = 12;
    private static final int ROUNDS = 3;
    private static final int POLL_MILLIS = 500;
    private static final long PATIENCE_SECONDS = 60;
    private static final Pattern INSIDE = Pattern.compile("touch_caps_seconds_sum(?:\\{[^}]*})? (\\S+)");

    @Override
    public List<Measurement> run(Path project) throws Exception {
        String wanted = System.getenv("WATERWHEEL_BENCH_CUSTOMERS");
        int customers = wanted == null ? CUSTOMERS : Integer.parseInt(wanted);
        try (Product product = new Product(project)) {
            product.start();
            try (Connection database = product.database()) {
                Mailing mailing = Mailing.to(product, database, customers);
                product.put(Mailing.BRAND + "/policy", """
                        {"capPerCustomer": 4, "capDays": 7, "quietFrom": "00:00", "quietTo": "00:00", "caps": [
                         {"channel": "email", "purpose": null, "most": 6, "days": 14},
                         {"channel": null, "purpose": null, "most": 9, "days": 30}]}""");
                contacts(database);
                double planned = 0;
                double capped = 0;
                double counted = 0;
                long held = 0;
                // The first is for warming up.
                for (int round = 0; round <= ROUNDS; round++) {
                    String broadcast = mailing.broadcast("round " + round, 0);
                    double before = caps(product);
                    double seconds = mailing.plan(broadcast);
                    double inside = caps(product) - before;
                    long asked = check(database, broadcast);
                    double bare = count(database);
                    if (round > 0) {
                        planned += seconds;
                        capped += inside;
                        held += asked;
                        counted += bare;
                    }
                    mailing.delete(broadcast);
                }
                String of = "%s with three caps, %,d customers with %d contacts each";
                String counting = "one statement that counts the contacts of all of them";
                double bare = ROUNDS * (double) customers / counted;
                return List.of(
                        new Measurement(
                                "caps",
                                held / capped,
                                of.formatted("customers/s held against caps", customers, CONTACTS),
                                counting,
                                bare),
                        new Measurement(
                                "caps-plan",
                                ROUNDS * (double) customers / planned,
                                of.formatted("customers/s of a whole plan", customers, CONTACTS),
                                counting,
                                bare));
            }
        }
    }

    /// Seconds that the server held customers against caps since its start.
    private static double caps(Product product) throws Exception {
        Matcher told = INSIDE.matcher(product.text("/actuator/prometheus"));
        if (!told.find()) {
            throw new IllegalStateException("the server tells nothing of its caps");
        }
        return Double.parseDouble(told.group(1));
    }

    /// Twelve in the past month, six of them this week; of one customer in a hundred all were two months ago.
    private static void contacts(Connection database) throws SQLException, InterruptedException {
        try (Statement statement = database.createStatement()) {
            statement.execute("""
                    insert into touch.contact (brand_id, customer_no, given_no, channel, purpose, at, dispatch_id)
                    select 1, customer_no, customer_no, case n %% 3 when 0 then 'sms' else 'email' end, 'marketing',
                           now() - (n * n / 5.0 + 1) * interval '1 day'
                               - case when customer_no %% 100 = 1 then interval '60 days' else interval '0' end, n
                    from customer.relation, generate_series(0, %d - 1) n""".formatted(CONTACTS));
            statement.execute("analyze touch.contact");
        }
        settle(database);
    }

    /// As a server is that has run for a while: nobody looks any more at what was before these contacts were written,
    /// so that a vacuum finds that everybody sees them.
    private static void settle(Connection database) throws SQLException, InterruptedException {
        long until = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        try (Statement statement = database.createStatement()) {
            do {
                Thread.sleep(POLL_MILLIS);
                statement.execute("vacuum touch.contact");
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("somebody still looks at what was before the contacts");
                }
            } while (hidden(statement));
        }
    }

    private static boolean hidden(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select relallvisible < relpages from pg_class where oid = 'touch.contact'::regclass")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /// That exactly those are recipients who consented and were not written to lately.
    ///
    /// @return how many were held against caps
    private static long check(Connection database, String broadcast) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("""
                        select (select count(*) from touch.recipient r join customer.consent c using (customer_no)
                                where r.broadcast_id = %1$s and r.customer_no %% 100 = 1),
                               (select count(*) from touch.recipient where broadcast_id = %1$s),
                               (select count(*) from customer.consent where customer_no %% 100 = 1),
                               (select size from touch.broadcast_set
                                where broadcast_id = %1$s and kind = 'suppressed:frequency-cap'),
                               (select count(*) from customer.consent where customer_no %% 100 <> 1)""".formatted(broadcast))) {
            row.next();
            if (row.getLong(1) != row.getLong(2)
                    || row.getLong(1) != row.getLong(3)
                    || row.getLong(4) != row.getLong(5)) {
                throw new IllegalStateException(
                        "%d of %d recipients are right, %d should be; %d are capped, %d should be"
                                .formatted(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5)));
            }
            return row.getLong(1) + row.getLong(4);
        }
    }

    private static double count(Connection database) throws SQLException {
        long begin = System.nanoTime();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*) from (select customer_no from touch.contact
                            where brand_id = 1 and at > now() - interval '30 days' group by customer_no
                            having count(*) filter (where at > now() - interval '7 days' and purpose = 'marketing') >= 4
                                or count(*) filter (where at > now() - interval '14 days' and channel = 'email') >= 6
                                or count(*) >= 9) full_ones""")) {
            row.next();
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
