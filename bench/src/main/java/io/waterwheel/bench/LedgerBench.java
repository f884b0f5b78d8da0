package io.waterwheel.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsBalance;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.Occasion;
import io.waterwheel.loyalty.PointsCommand.Payee;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.PointsReason;
import io.waterwheel.loyalty.points.StandaloneLedger;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// The ledger of points through its API, on the product's database while its server stands still: bookings of
/// callers who each wait for theirs, one in five on one account, beside a transaction for each; a balance
/// among many members and among ten times as many; lots that expire in one run.
final class LedgerBench implements Target {

    private static final int MEMBERS = number("WATERWHEEL_BENCH_MEMBERS", 1_000_000);
    private static final int LOTS = number("WATERWHEEL_BENCH_LOTS", 10_000_000);
    private static final int ACTIVE = 20_000;
    private static final int CALLERS = 2_000;
    private static final int CONNECTIONS = 16;
    private static final int SECONDS = 20;
    private static final int READS = 5_000;
    private static final int FILLED = 1_000_000;
    private static final int OVERDUE = 100_000_000;
    private static final BrandId BRAND = BrandId.of(1);
    private static final PointsReason REASON = PointsReason.of("bench");

    private final AtomicLong keys = new AtomicLong();

    /// One booking of a caller.
    private interface Work {
        /// @return whether it was booked: some members have too little to spend
        boolean book(int member, boolean earn, int points, String key) throws Exception;
    }

    @Override
    public List<Measurement> run(Path project) throws Exception {
        try (Product product = new Product(project)) {
            product.start();
            String url;
            String password;
            try (Connection database = product.database()) {
                url = database.getMetaData().getURL();
                password = product.databasePassword();
            }
            product.freeze();
            try (HikariDataSource pool = pool(url, password);
                    StandaloneLedger standalone = new StandaloneLedger(
                            DSL.using(pool, SQLDialect.POSTGRES),
                            new Brand(BRAND, "main", "main", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai")),
                            InstantSource.system())) {
                LedgerFill fill = new LedgerFill(pool);
                List<Measurement> measured = new ArrayList<>();
                measured.add(bookings(standalone.ledger(), new PlainLedger(pool, ACTIVE)));
                fill.check();
                measured.add(balances(standalone.ledger(), fill));
                measured.addAll(expiry(standalone, fill));
                fill.check();
                return measured;
            } finally {
                product.thaw();
            }
        }
    }

    private static HikariDataSource pool(String url, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("waterwheel");
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    private Measurement bookings(PointsLedger ledger, PlainLedger plain) throws Exception {
        Work ours = (member, earn, points, key) -> {
            Occasion occasion = new Occasion(BRAND, new CustomerNo(member), key, Instant.now(), REASON);
            Booking booking = ledger.book(List.of(
                            earn
                                    ? new PointsCommand.Earn(occasion, new Points(points), null, null)
                                    : new PointsCommand.Spend(occasion, new Points(points), Payee.MALL)))
                    .getFirst();
            if (booking instanceof Booking.Refused) {
                throw new IllegalStateException(booking.toString());
            }
            return booking instanceof Booking.Booked;
        };
        // Once each for warming up.
        rate(CALLERS, SECONDS / 4, ours);
        rate(CONNECTIONS, SECONDS / 4, plain::book);
        double value = rate(CALLERS, SECONDS, ours);
        double baseline = rate(CONNECTIONS, SECONDS, plain::book);
        return new Measurement(
                "ledger",
                value,
                "durable bookings/s, half earned and half spent, 20 %% on one of %,d accounts, %,d callers"
                        .formatted(ACTIVE, CALLERS),
                "plain SQL: a transaction and a row lock for each, %d connections".formatted(CONNECTIONS),
                baseline);
    }

    private double rate(int callers, int seconds, Work work) throws Exception {
        AtomicLong done = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(() -> {
                    ThreadLocalRandom random = ThreadLocalRandom.current();
                    while (System.nanoTime() < end) {
                        int member = random.nextInt(5) == 0 ? 1 : 1 + random.nextInt(ACTIVE);
                        boolean earn = random.nextBoolean();
                        int points = earn ? 20 + random.nextInt(80) : 1 + random.nextInt(40);
                        if (work.book(member, earn, points, "bench:" + keys.incrementAndGet())) {
                            done.incrementAndGet();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        return done.get() / ((System.nanoTime() - begin) / 1e9);
    }

    private static Measurement balances(PointsLedger ledger, LedgerFill fill) throws Exception {
        int small = Math.max(1, MEMBERS / 10);
        fill.histories(FILLED, small);
        fill.run("vacuum analyze loyalty.account, loyalty.lot");
        read(ledger, small);
        double few = read(ledger, small);
        fill.histories(FILLED + small, MEMBERS - small);
        fill.run("vacuum analyze loyalty.account, loyalty.lot");
        read(ledger, MEMBERS);
        double many = read(ledger, MEMBERS);
        return new Measurement(
                "ledger-balance",
                many,
                "milliseconds of one balance, the 99th of a hundred, among %,d members and %,d bookings"
                        .formatted(MEMBERS, 20L * MEMBERS),
                "the same among a tenth of them",
                few);
    }

    private static double read(PointsLedger ledger, int members) {
        double[] millis = new double[READS];
        for (int i = 0; i < READS; i++) {
            CustomerNo customer =
                    new CustomerNo(FILLED + ThreadLocalRandom.current().nextInt(members));
            long begin = System.nanoTime();
            PointsBalance balance = ledger.balances(BRAND, List.of(customer)).get(customer);
            millis[i] = (System.nanoTime() - begin) / 1e6;
            if (balance == null || balance.available().value() != 50) {
                throw new IllegalStateException(customer + " has " + balance);
            }
        }
        return Measurement.quantile(millis, .99);
    }

    /// A tenth of the lots before all of them: what it takes in memory must not grow with what there is to do.
    private static List<Measurement> expiry(StandaloneLedger standalone, LedgerFill fill) throws Exception {
        int lots = LOTS / 20 * 20;
        Expired tenth = expire(standalone, fill, OVERDUE, lots / 10);
        Expired all = expire(standalone, fill, OVERDUE + lots, lots);
        return List.of(
                new Measurement(
                        "ledger-expiry",
                        lots / all.seconds,
                        "lots/s, %,d in %.0f s in one run, at most %.2f GiB in this process"
                                .formatted(lots, all.seconds, all.gibibytes),
                        "ten million in ten minutes",
                        10_000_000 / 600.0),
                new Measurement(
                        "ledger-expiry-memory",
                        all.gibibytes,
                        "GiB at most in this process while %,d lots expired".formatted(lots),
                        "for a tenth of them",
                        tenth.gibibytes));
    }

    private record Expired(double seconds, double gibibytes) {}

    private static Expired expire(StandaloneLedger standalone, LedgerFill fill, int from, int lots) throws Exception {
        fill.overdue(from, lots);
        fill.run("vacuum analyze loyalty.lot");
        fill.run("checkpoint");
        PeakMemory memory = new PeakMemory();
        double[] seconds = new double[1];
        memory.watch(() -> {
            long begin = System.nanoTime();
            long expired = standalone.expireAll();
            seconds[0] = (System.nanoTime() - begin) / 1e9;
            if (expired != lots) {
                throw new IllegalStateException(expired + " of " + lots + " lots expired");
            }
        });
        return new Expired(seconds[0], memory.gibibytes());
    }

    private static int number(String name, int otherwise) {
        String wanted = System.getenv(name);
        return wanted == null ? otherwise : Integer.parseInt(wanted);
    }
}
