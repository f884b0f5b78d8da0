package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.LOT;
import static io.waterwheel.loyalty.generated.Tables.SHARED_ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.SHARED_PERSON;
import static io.waterwheel.loyalty.generated.Tables.SHARED_RULE;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Booking.Booked;
import io.waterwheel.loyalty.PointsBalance;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.DebtRule;
import io.waterwheel.loyalty.PointsCommand.Occasion;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The random programmes of `LedgerModelTests`, sent to the ledger in PostgreSQL in batches while the night's work
/// goes on: it says what the ledger in memory says, and members have what the naive model says.
@ServerTest
class LedgerModelStories {

    private static final int PROGRAMMES = Integer.getInteger("waterwheel.stored.programmes", 3);
    private static final int BATCHES = 120;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private LotExpiry expiry;

    @Autowired
    private LotMaturing maturing;

    @Autowired
    private EventLog log;

    @Autowired
    private DSLContext database;

    @Autowired
    private TestClock clock;

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void theStoredLedgerDoesWhatTheModelDoes() {
        long first = Long.getLong("waterwheel.seed", System.nanoTime());
        for (int i = 0; i < PROGRAMMES; i++) {
            clock.reset();
            new Run(first + i).run();
        }
    }

    /// One programme in a brand of its own.
    private final class Run {

        private final long seed;
        private final Random random;
        private final PointsStage stored = new PointsStage(brands.chinese(), browsers, ledger, log, clock);
        private final BookStage book = new BookStage();
        private final PointsModel model = new PointsModel();
        private final Programme programme;
        private final List<Programme.Turn> past = new ArrayList<>();
        private final List<CustomerNo> members = new ArrayList<>();
        private final List<Long> groups = new ArrayList<>();
        /// How much later it is than in the book. Time goes by in whole days, so nothing is due within the seconds
        /// that the run takes.
        private final Duration later =
                Duration.between(book.now(), clock.instant().truncatedTo(ChronoUnit.SECONDS));

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.programme = new Programme(random, model);
            for (int i = 0; i < Programme.CUSTOMERS; i++) {
                members.add(stored.member("m" + i));
            }
            families();
            for (int who = 1; who <= Programme.CUSTOMERS; who++) {
                PointsCommand opens = book.earn(who, "opens" + who, 1, null, null);
                model.earn(who, "opens" + who, 1, null, null);
                book.book(opens);
                ledger.book(List.of(stored(opens)));
            }
        }

        void run() {
            for (int batch = 0; batch < BATCHES; batch++) {
                String place = "seed " + seed + " batch " + batch;
                somethingHappens();
                List<Programme.Turn> turns = turns();
                booked(turns, place);
                past.addAll(turns);
                if (batch % 10 == 9) {
                    lots(place);
                    stored.addsUp();
                }
            }
            everyOrderComesBack("seed " + seed + " at the end");
        }

        /// Half of each, after all that could be lost was: what was lost is not owed.
        private void everyOrderComesBack(String place) {
            book.advance(Duration.ofDays(60));
            clock.advance(Duration.ofDays(60));
            maturing.matureAll();
            expiry.expireAll();
            List<Programme.Turn> turns = new ArrayList<>();
            for (Programme.Turn turn : past) {
                if (turn.done() && turn.command() instanceof PointsCommand.Earn earn) {
                    int who = earn.occasion().customer().value();
                    String key = earn.occasion().key();
                    int half = (int) (earn.points().value() + 1) / 2;
                    turns.add(new Programme.Turn(
                            book.takeBack(who, "back:" + key, key, half, DebtRule.DEBT),
                            model.takeBack(who, "back:" + key, key, half, DebtRule.DEBT, book.now())));
                }
            }
            booked(turns, place);
            lots(place);
            stored.addsUp();
        }

        private void booked(List<Programme.Turn> turns, String place) {
            List<PointsCommand> commands =
                    turns.stream().map(Programme.Turn::command).toList();
            List<Booking> expected = book.book(commands);
            List<Booking> said = ledger.book(commands.stream().map(this::stored).toList());
            for (int i = 0; i < turns.size(); i++) {
                same(turns.get(i), expected.get(i), said.get(i), place);
            }
            balances(place);
        }

        /// Some are new, and now and then one comes again.
        private List<Programme.Turn> turns() {
            List<Programme.Turn> turns = new ArrayList<>();
            for (int left = 1 + random.nextInt(5); left > 0; left--) {
                turns.add(programme.next(book));
            }
            if (!past.isEmpty()) {
                Programme.Turn old = past.get(random.nextInt(past.size()));
                if (old.done()) {
                    turns.add(new Programme.Turn(old.command(), false));
                }
            }
            return turns;
        }

        private void somethingHappens() {
            if (random.nextInt(2) == 0) {
                Duration days = Duration.ofDays(1 + random.nextInt(8));
                book.advance(days);
                clock.advance(days);
            }
            if (random.nextInt(4) == 0) {
                maturing.matureAll();
                expiry.expireAll();
            }
            if (random.nextInt(8) == 0) {
                int opened = 2 + random.nextInt(Programme.CUSTOMERS - 1);
                own(opened, random.nextBoolean() ? 1 : opened);
            }
            if (random.nextInt(6) == 0) {
                share(1 + random.nextInt(Programme.CUSTOMERS), random.nextInt(3));
            }
        }

        /// What is left in the tables when a member turns out to be another, or not to be.
        private void own(int opened, int owner) {
            book.own(opened, owner);
            model.own(opened, owner);
            database.update(ACCOUNT)
                    .set(ACCOUNT.CUSTOMER_NO, number(owner))
                    .where(ACCOUNT.BRAND_ID.eq(brand()), ACCOUNT.OPENED_NO.eq(number(opened)))
                    .execute();
        }

        private void families() {
            database.insertInto(SHARED_RULE)
                    .set(SHARED_RULE.BRAND_ID, brand())
                    .set(SHARED_RULE.KIND, "family")
                    .set(SHARED_RULE.ACTIVE, true)
                    .set(SHARED_RULE.MOST, Programme.CUSTOMERS)
                    .set(SHARED_RULE.EVERYBODY_SPENDS, true)
                    .set(SHARED_RULE.CHANGED_BY, "operator")
                    .set(SHARED_RULE.CHANGED_AT, clock.instant())
                    .execute();
            for (int i = 0; i < 2; i++) {
                groups.add(database.insertInto(SHARED_ACCOUNT)
                        .set(SHARED_ACCOUNT.BRAND_ID, brand())
                        .set(SHARED_ACCOUNT.KIND, "family")
                        .set(SHARED_ACCOUNT.OPENED_AT, clock.instant())
                        .returning()
                        .fetchSingle()
                        .getId());
            }
        }

        private void share(int who, int group) {
            book.share(who, group);
            model.share(who, group);
            database.update(SHARED_PERSON)
                    .set(SHARED_PERSON.LEFT_AT, clock.instant())
                    .where(SHARED_PERSON.BRAND_ID.eq(brand()), SHARED_PERSON.CUSTOMER_NO.eq(number(who)))
                    .and(SHARED_PERSON.LEFT_AT.isNull())
                    .execute();
            if (group > 0) {
                database.insertInto(SHARED_PERSON)
                        .set(SHARED_PERSON.ACCOUNT_ID, groups.get(group - 1))
                        .set(SHARED_PERSON.BRAND_ID, brand())
                        .set(SHARED_PERSON.OPENED_NO, number(who))
                        .set(SHARED_PERSON.CUSTOMER_NO, number(who))
                        .set(SHARED_PERSON.HOLDER, false)
                        .set(SHARED_PERSON.JOINED_AT, clock.instant())
                        .execute();
            }
        }

        private void same(Programme.Turn turn, Booking expected, Booking said, String place) {
            assertThat(said instanceof Booked booked && !booked.repeated())
                    .as("%s: %s said %s", place, turn.command(), said)
                    .isEqualTo(turn.done());
            if (said instanceof Booked booked) {
                assertThat(expected).as("%s: %s", place, turn.command()).isInstanceOf(Booked.class);
                assertThat(booked.repeated()).isEqualTo(((Booked) expected).repeated());
                // What the night took away is not taken back a second time; the book has no nights.
                if (!(turn.command() instanceof PointsCommand.TakeBack)) {
                    assertThat(booked.points())
                            .as("%s: %s", place, turn.command())
                            .isEqualTo(((Booked) expected).points());
                }
            } else {
                assertThat(said).as("%s: %s", place, turn.command()).isEqualTo(expected);
            }
        }

        private void balances(String place) {
            var found = ledger.balances(stored.brand.id(), members);
            for (int customer = 1; customer <= Programme.CUSTOMERS; customer++) {
                assertThat(found.getOrDefault(members.get(customer - 1), PointsBalance.EMPTY))
                        .as("%s: customer %d", place, customer)
                        .isEqualTo(model.balance(customer, book.now()));
            }
        }

        /// What is left in lots whose time is not over, in the order in which they came.
        private record LotNow(
                int opened,
                long points,
                long remaining,
                boolean pending,
                @Nullable Instant expiresAt) {}

        private void lots(String place) {
            Instant now = book.now();
            List<LotNow> expected = book.lots().stream()
                    .filter(lot -> lot.remaining() > 0 && !lot.expired(now))
                    .map(lot -> new LotNow(
                            number(lot.account().id().opened().value()),
                            lot.points(),
                            lot.remaining(),
                            !lot.spendable(now),
                            later(lot.expiresAt())))
                    .toList();
            Instant then = now.plus(later);
            List<LotNow> found = database.selectFrom(LOT)
                    .where(LOT.BRAND_ID.eq(brand()), LOT.REMAINING.gt(0L))
                    .and(LOT.EXPIRES_AT.isNull().or(LOT.EXPIRES_AT.gt(then)))
                    .orderBy(LOT.ID)
                    .fetch(row -> new LotNow(
                            row.getOpenedNo(),
                            row.getPoints(),
                            row.getRemaining(),
                            row.getPending() && row.getAvailableAt().isAfter(then),
                            row.getExpiresAt()));
            assertThat(found).as(place).isEqualTo(expected);
        }

        private short brand() {
            return stored.brand.id().value();
        }

        private int number(int customer) {
            return members.get(customer - 1).value();
        }

        private @Nullable Instant later(@Nullable Instant at) {
            return at == null ? null : at.plus(later);
        }

        /// The same for the stored ledger.
        private PointsCommand stored(PointsCommand command) {
            Occasion told = command.occasion();
            Occasion occasion = new Occasion(
                    stored.brand.id(),
                    members.get(told.customer().value() - 1),
                    told.key(),
                    told.at().plus(later),
                    told.reason());
            return switch (command) {
                case PointsCommand.Earn it ->
                    new PointsCommand.Earn(occasion, it.points(), later(it.availableAt()), later(it.expiresAt()));
                case PointsCommand.Open it -> new PointsCommand.Open(occasion, it.points(), later(it.expiresAt()));
                case PointsCommand.Spend it -> new PointsCommand.Spend(occasion, it.points(), it.payee());
                case PointsCommand.Freeze it -> new PointsCommand.Freeze(occasion, it.points());
                case PointsCommand.Capture it ->
                    new PointsCommand.Capture(occasion, it.frozen(), it.points(), it.payee());
                case PointsCommand.Release it -> new PointsCommand.Release(occasion, it.frozen());
                case PointsCommand.TakeBack it ->
                    new PointsCommand.TakeBack(occasion, it.earned(), it.points(), it.rule());
                case PointsCommand.GiveBack it ->
                    new PointsCommand.GiveBack(occasion, it.spent(), it.points(), later(it.expiresAt()));
                case PointsCommand.Deduct it -> new PointsCommand.Deduct(occasion, it.points());
            };
        }
    }
}
