package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.ENTRY;
import static io.waterwheel.loyalty.generated.Tables.POSTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waterwheel.customer.identity.PersonLinks;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Booking.Booked;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.DebtRule;
import io.waterwheel.loyalty.PointsCommand.Occasion;
import io.waterwheel.loyalty.PointsCommand.Payee;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.PointsReason;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Many callers on two nodes, on few accounts, who send the same again and again.
@ServerTest
class PointsConcurrencyStories {

    private static final int MEMBERS = 5;
    private static final int THREADS = 16;
    private static final int EACH = 120;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private BatchWriter writer;

    @Autowired
    private Balances balances;

    @Autowired
    private LotExpiry expiry;

    @Autowired
    private LotMaturing maturing;

    @Autowired
    private PersonLinks links;

    @Autowired
    private EventLog log;

    @Autowired
    private DSLContext database;

    @Autowired
    private TestClock clock;

    private PointsStage stage;
    private PostgresPointsLedger second;
    private List<CustomerNo> members;

    @BeforeEach
    void twoNodes() {
        stage = new PointsStage(brands.chinese(), browsers, ledger, log, clock);
        second = new PostgresPointsLedger(writer, balances, new SimpleMeterRegistry());
        second.start();
        members = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            members.add(stage.member("m" + i));
        }
    }

    @AfterEach
    void oneNode() {
        second.stop();
        clock.reset();
    }

    @Test
    void whateverComesAtOnceTheLedgerAddsUpAndEachKeyIsBookedOnce() throws Exception {
        atOnce(DebtRule.values());
    }

    @Test
    void nobodyEverOwesAnythingWhereTheBrandBearsWhatIsSpent() throws Exception {
        atOnce(DebtRule.FORGIVE, DebtRule.OTHERS_THEN_FORGIVE);
        assertThat(database.fetchExists(
                        ACCOUNT, ACCOUNT.BRAND_ID.eq(stage.brand.id().value()), ACCOUNT.DEBT.ne(0L)))
                .isFalse();
        assertThat(database.select(DSL.count())
                        .from(POSTING)
                        .join(ENTRY)
                        .on(ENTRY.ID.eq(POSTING.ENTRY_ID))
                        .where(ENTRY.BRAND_ID.eq(stage.brand.id().value()))
                        .and(POSTING.ACCOUNT.eq(Side.DEBT.code()))
                        .fetchSingle()
                        .value1())
                .as("not for a moment either")
                .isZero();
        assertThat(stage.read("/points/trial-balance")
                        .path("accounts")
                        .path("forgiven")
                        .asLong())
                .as("something was spent that had to be taken back")
                .isNegative();
    }

    private void atOnce(DebtRule... debts) throws Exception {
        long seed = System.nanoTime();
        List<PointsCommand> commands = commands(new Random(seed), debts);
        Map<String, Booked> first = new ConcurrentHashMap<>();
        List<String> contradictions = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(seed + thread);
                PointsLedger node = thread % 2 == 0 ? ledger : second;
                running.add(threads.submit(() -> {
                    List<PointsCommand> mine = new ArrayList<>(commands);
                    Collections.shuffle(mine, random);
                    for (int from = 0; from < mine.size(); from += 10) {
                        List<PointsCommand> some =
                                mine.subList(from, Math.min(mine.size(), from + 1 + random.nextInt(10)));
                        List<Booking> bookings = node.book(some);
                        for (int i = 0; i < some.size(); i++) {
                            if (bookings.get(i) instanceof Booked booked) {
                                Booked before =
                                        first.putIfAbsent(some.get(i).occasion().key(), booked);
                                if (before != null
                                        && (before.entry() != booked.entry()
                                                || !before.points().equals(booked.points())
                                                || !before.repeated() && !booked.repeated())) {
                                    contradictions.add(before + " and " + booked);
                                }
                            }
                        }
                    }
                }));
            }
            running.add(threads.submit(() -> {
                for (int i = 0; i < 5; i++) {
                    maturing.matureAll();
                    expiry.expireAll();
                }
            }));
            running.add(threads.submit(() -> links.link(stage.brand, members.get(0), members.get(1), "one person")));
            for (Future<?> each : running) {
                each.get();
            }
        }
        assertThat(contradictions).as("seed %d", seed).isEmpty();
        stage.addsUp();
        clock.advance(Duration.ofDays(3));
        maturing.matureAll();
        expiry.expireAll();
        stage.addsUp();
        assertThat(first).as("seed %d", seed).hasSizeGreaterThan(commands.size() / 4);
        assertThat(database.select(DSL.count(), DSL.countDistinct(ENTRY.KEY))
                        .from(ENTRY)
                        .where(ENTRY.BRAND_ID.eq(stage.brand.id().value()), ENTRY.KEY.isNotNull())
                        .fetchSingle())
                .satisfies(
                        row -> assertThat(row.value1()).isEqualTo(row.value2()).isEqualTo(first.size()));
    }

    private List<PointsCommand> commands(Random random, DebtRule[] debts) {
        List<PointsCommand> commands = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            CustomerNo who = members.get(random.nextInt(3) == 0 ? 0 : random.nextInt(MEMBERS));
            Points points = new Points(1 + random.nextInt(50));
            commands.add(new PointsCommand.Earn(
                    occasion(who, "e" + i),
                    points,
                    random.nextInt(3) == 0 ? clock.instant().plus(Duration.ofDays(1)) : null,
                    random.nextInt(3) == 0 ? clock.instant().plus(Duration.ofDays(2)) : null));
            commands.add(new PointsCommand.Spend(occasion(who, "s" + i), points, Payee.ORDER));
            commands.add(new PointsCommand.Freeze(occasion(who, "f" + i), points));
            commands.add(
                    random.nextBoolean()
                            ? new PointsCommand.Capture(occasion(who, "c" + i), "f" + i, new Points(1), Payee.GAME)
                            : new PointsCommand.Release(occasion(who, "r" + i), "f" + i));
            commands.add(new PointsCommand.TakeBack(
                    occasion(who, "t" + i), "e" + i, points, debts[random.nextInt(debts.length)]));
            commands.add(new PointsCommand.GiveBack(occasion(who, "g" + i), "s" + i, points, null));
        }
        return commands;
    }

    private Occasion occasion(CustomerNo who, String key) {
        return new Occasion(stage.brand.id(), who, key, clock.instant(), PointsReason.of("test"));
    }

    @Test
    void oneCallersBadCommandDoesNotCostTheOthersTheirs() throws Exception {
        PointsCommand bad = new PointsCommand.Earn(occasion(members.get(0), "bad\0key"), new Points(5), null, null);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Booking>> good = new ArrayList<>();
            List<Future<List<Booking>>> poison = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String key = "ok" + i;
                good.add(threads.submit(() -> stage.earn(members.get(1), key, 1, null, null)));
                if (i % 10 == 0) {
                    poison.add(threads.submit(() -> ledger.book(List.of(bad))));
                }
            }
            for (Future<Booking> each : good) {
                assertThat(each.get()).isInstanceOf(Booked.class);
            }
            for (Future<List<Booking>> each : poison) {
                assertThatThrownBy(each::get).isNotNull();
            }
        }
        assertThat(stage.has(members.get(1)).getFirst()).isEqualTo(40);
        stage.addsUp();
    }

    @Test
    void aNodeThatHasStoppedRefusesRatherThanForgets() {
        second.stop();
        assertThatThrownBy(() -> second.book(
                        List.of(new PointsCommand.Earn(occasion(members.get(0), "late"), new Points(5), null, null))))
                .hasMessageContaining("overloaded");
    }
}
