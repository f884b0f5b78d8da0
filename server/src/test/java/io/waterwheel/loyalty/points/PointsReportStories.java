package io.waterwheel.loyalty.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.DebtRule;
import io.waterwheel.loyalty.PointsCommand.Payee;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Two months of a small brand, in which everything happens that a ledger can book: each account of the trial balance
/// and each column of the months is as worked out by hand.
@ServerTest
class PointsReportStories {

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private LotExpiry expiry;

    @Autowired
    private LotMaturing maturing;

    private PointsStage stage;
    private CustomerNo lin;
    private CustomerNo mei;
    private CustomerNo hua;

    @BeforeEach
    void theFirstDayOfAMonth() {
        stage = new PointsStage(brands.chinese(), browsers, ledger, log, clock);
        lin = stage.member("lin");
        mei = stage.member("mei");
        hua = stage.member("hua");
        Instant first = stage.brand
                .startOf(stage.brand.monthOf(clock.instant()).plusMonths(1))
                .plus(Duration.ofHours(12));
        clock.advance(Duration.between(clock.instant(), first));
    }

    @AfterEach
    void theLedgerAddsUp() {
        stage.addsUp();
        clock.reset();
    }

    @Test
    void everyAccountAndEveryColumnIsWhatWasBooked() {
        theFirstMonth();
        assertThat(balance())
                .as("lin 100 + 310 + 35, mei 60 pending, hua owes 25")
                .containsExactly(
                        "available 445",
                        "pending 60",
                        "frozen 40",
                        "debt -25",
                        "issued -195",
                        "opened -500",
                        "expired 0",
                        "mall 175",
                        "order 30",
                        "game 5",
                        "adjusted 15",
                        "forgiven -50");
        assertThat(columns(0)).isEqualTo("issued 195 opened 500 spent 210 expired 0 adjusted 15 forgiven 50 has 520");
        assertThat(month(0).path("redemption").asDouble()).isEqualTo(1);
        assertThat(month(0).path("breakage").asDouble(-1)).isZero();

        clock.advance(Duration.ofDays(45));
        theSecondMonth();
        assertThat(balance())
                .containsExactly(
                        "available 570",
                        "pending 0",
                        "frozen 40",
                        "debt -15",
                        "issued -305",
                        "opened -500",
                        "expired 35",
                        "mall 175",
                        "order 30",
                        "game 5",
                        "adjusted 15",
                        "forgiven -50");
        assertThat(columns(0))
                .as("a month that is over stays as it is")
                .isEqualTo("issued 195 opened 500 spent 210 expired 0 adjusted 15 forgiven 50 has 520");
        assertThat(columns(1)).isEqualTo("issued 110 opened 0 spent 0 expired 35 adjusted 0 forgiven 0 has 595");
        assertThat(month(1).path("redemption").asDouble()).isCloseTo(210 / 245.0, within(1e-9));
        assertThat(month(1).path("breakage").asDouble()).isCloseTo(35 / 245.0, within(1e-9));
        assertThat(stage.read("/points/liability").size()).isEqualTo(2);
    }

    private void theFirstMonth() {
        log.append(List.of(TestEvents.event(
                stage.brand, TestEvents.member("lin"), EventNames.POINTS_OPENED, clock.instant(), "{\"points\":500}")));
        await().untilAsserted(() -> assertThat(
                        stage.read("/points/openings").path("booked").asLong())
                .isEqualTo(500));
        stage.earn(lin, "a", 100, null, null);
        spends(lin, "s-mall", 120, Payee.MALL);
        spends(lin, "s-order", 30, Payee.ORDER);
        spends(lin, "s-game", 5, Payee.GAME);
        booked(new PointsCommand.GiveBack(stage.occasion(lin, "back"), "s-mall", new Points(20), null));
        booked(new PointsCommand.Deduct(stage.occasion(lin, "deduct"), new Points(15)));
        stage.earn(lin, "x", 35, null, clock.instant().plus(Duration.ofDays(40)));
        // The brand bears what mei spent; hua owes it.
        stage.earn(mei, "c", 60, clock.instant().plus(Duration.ofDays(7)), null);
        stage.earn(mei, "d", 50, null, null);
        spends(mei, "s-mei", 50, Payee.MALL);
        booked(new PointsCommand.TakeBack(stage.occasion(mei, "d-back"), "d", new Points(50), DebtRule.FORGIVE));
        stage.earn(hua, "e", 25, null, null);
        spends(hua, "s-hua", 25, Payee.MALL);
        booked(new PointsCommand.TakeBack(stage.occasion(hua, "e-back"), "e", new Points(25), DebtRule.DEBT));
        // Those that expire first are kept back first, and come back.
        booked(new PointsCommand.Freeze(stage.occasion(lin, "f0"), new Points(35)));
        booked(new PointsCommand.Release(stage.occasion(lin, "f0-back"), "f0"));
        booked(new PointsCommand.Freeze(stage.occasion(lin, "f"), new Points(75)));
        booked(new PointsCommand.Capture(stage.occasion(lin, "f-paid"), "f", new Points(1), Payee.GAME));
        booked(new PointsCommand.GiveBack(stage.occasion(lin, "f-back"), "f-paid", new Points(1), null));
        booked(new PointsCommand.Freeze(stage.occasion(hua, "none"), new Points(1)), false);
        freezeForty();
    }

    /// Of points that are not lost in the second month.
    private void freezeForty() {
        booked(new PointsCommand.Freeze(stage.occasion(lin, "x-kept"), new Points(35)));
        booked(new PointsCommand.Freeze(stage.occasion(lin, "forty"), new Points(40)));
        booked(new PointsCommand.Release(stage.occasion(lin, "x-back"), "x-kept"));
    }

    private void theSecondMonth() {
        maturing.matureAll();
        expiry.expireAll();
        stage.earn(lin, "g", 100, null, null);
        stage.earn(hua, "h", 10, null, null);
    }

    private void spends(CustomerNo who, String key, long points, Payee payee) {
        booked(new PointsCommand.Spend(stage.occasion(who, key), new Points(points), payee));
    }

    private void booked(PointsCommand command) {
        booked(command, true);
    }

    private void booked(PointsCommand command, boolean done) {
        Booking booking = stage.book(command);
        assertThat(booking instanceof Booking.Booked)
                .as("%s said %s", command, booking)
                .isEqualTo(done);
    }

    private List<String> balance() {
        List<String> accounts = new ArrayList<>();
        stage.read("/points/trial-balance")
                .path("accounts")
                .properties()
                .forEach(one -> accounts.add(one.getKey() + " " + one.getValue().asLong()));
        return accounts;
    }

    private String columns(int number) {
        JsonNode month = month(number);
        return "issued %d opened %d spent %d expired %d adjusted %d forgiven %d has %d"
                .formatted(
                        month.path("issued").asLong(),
                        month.path("opened").asLong(),
                        month.path("spent").asLong(),
                        month.path("expired").asLong(),
                        month.path("adjusted").asLong(),
                        month.path("forgiven").asLong(),
                        month.path("liability").asLong());
    }

    private JsonNode month(int number) {
        return stage.read("/points/liability").path(number);
    }
}
