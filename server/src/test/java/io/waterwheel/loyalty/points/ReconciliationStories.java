package io.waterwheel.loyalty.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.loyalty.Booking.Booked;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.DebtRule;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Somebody changes the ledger's tables behind its back: the reconciliation names what does not add up, and nothing
/// else.
@ServerTest
class ReconciliationStories {

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
    private DSLContext database;

    private PointsStage stage;
    private CustomerNo lin;
    private CustomerNo mei;
    private long earned;

    @BeforeEach
    void twoMembersOneOfWhomHasTwoKindsOfPoints() {
        stage = new PointsStage(brands.chinese(), browsers, ledger, log, clock);
        lin = stage.member("lin");
        mei = stage.member("mei");
        earned = ((Booked) stage.earn(lin, "a", 100, null, null)).entry();
        stage.earn(lin, "b", 40, clock.instant().plus(Duration.ofDays(7)), null);
        stage.earn(mei, "c", 30, null, null);
        stage.spend(lin, "s", 25);
        stage.book(new PointsCommand.TakeBack(stage.occasion(mei, "t"), "c", new Points(10), DebtRule.DEBT));
        stage.addsUp();
        assertThat(stage.read("/points/reconciliation").path("entries").asLong())
                .isEqualTo(5);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void anAccountThatSaysMoreThanWasBookedIsNamed() {
        change("update loyalty.account set available = available + 7 where opened_no = " + lin + " and brand_id = ");
        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "account " + lin + " available: 82 stands, 75 adds up",
                        "lots " + lin + " available: 82 stands, 75 adds up");
        assertThat(stage.read("/points/trial-balance").path("sum").asLong())
                .as("which is of the months")
                .isZero();

        change("update loyalty.account set available = available - 7 where opened_no = " + lin + " and brand_id = ");
        stage.addsUp();
    }

    @Test
    void anOwedPointThatNobodyBookedIsNamed() {
        change("update loyalty.account set debt = 1 where opened_no = " + mei + " and brand_id = ");
        assertThat(differences()).containsExactly("account " + mei + " debt: 1 stands, 0 adds up");
    }

    @Test
    void anAccountThatIsGoneIsNamedWithAllThatWasBookedForIt() {
        change("delete from loyalty.account where opened_no = " + lin + " and brand_id = ");
        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "account " + lin + " available: 0 stands, 75 adds up",
                        "account " + lin + " pending: 0 stands, 40 adds up");
    }

    @Test
    void aLotThatHasLessThanIsLeftOfItIsNamedAndSoIsTheAccountThatItIsOf() {
        change("update loyalty.lot set remaining = remaining - 3 where id = " + earned + " and brand_id = ");
        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "lot " + earned + ": 72 stands, 75 adds up",
                        "lots " + lin + " available: 75 stands, 72 adds up");
    }

    @Test
    void aLotThatCountsAsPendingThoughItsPointsAreAvailableIsNamedByBothSides() {
        change("update loyalty.lot set pending = true where id = " + earned + " and brand_id = ");
        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "lots " + lin + " available: 75 stands, 0 adds up",
                        "lots " + lin + " pending: 40 stands, 115 adds up");
        change("update loyalty.lot set pending = false where id = " + earned + " and brand_id = ");
        stage.addsUp();
    }

    @Test
    void aMonthThatSaysOtherThanItsBookingsIsNamedAndTheTrialBalanceIsNotZero() {
        String month = stage.brand.monthOf(clock.instant()).toString();
        change("update loyalty.month_total set amount = amount - 5 where account = 'issued' and brand_id = ");
        assertThat(differences()).containsExactly("month " + month + " issued: -165 stands, -160 adds up");
        assertThat(stage.read("/points/trial-balance").path("sum").asLong()).isEqualTo(-5);

        change("update loyalty.month_total set amount = amount + 5, back = back + 1 where account = 'issued'"
                + " and brand_id = ");
        assertThat(differences()).containsExactly("month " + month + " issued back: 11 stands, 10 adds up");
    }

    @Test
    void aMonthThatIsGoneIsNamed() {
        String month = stage.brand.monthOf(clock.instant()).toString();
        change("delete from loyalty.month_total where account = 'mall' and brand_id = ");
        assertThat(differences()).containsExactly("month " + month + " mall: 0 stands, 25 adds up");
    }

    @Test
    void aPostingWithoutItsOtherSideIsNamedByItsBooking() {
        database.execute(
                "insert into loyalty.posting (entry_id, number, account, amount) values ({0}, 99, 'game', 5)", earned);
        String month = stage.brand.monthOf(clock.instant()).toString();
        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "entry " + earned + ": 0 stands, 5 adds up", "month " + month + " game: 0 stands, 5 adds up");
    }

    @Test
    void otherBrandsAreNotBlamed() {
        PointsStage other = new PointsStage(brands.chinese(), browsers, ledger, log, clock);
        change("update loyalty.account set debt = 1 where opened_no = " + mei + " and brand_id = ");
        other.addsUp();
    }

    @Test
    void whatAMemberHadBeforeAndTheLedgerRefusedIsNamedByTheReportOfTheImport() {
        stage.earn(mei, "most", Points.MOST - 20, null, null);
        opened("lin", 130);
        opened("mei", 55);
        await().untilAsserted(() -> assertThat(
                        stage.read("/points/openings").path("members").asLong())
                .isEqualTo(2));
        JsonNode openings = stage.read("/points/openings");
        assertThat(openings.path("imported").asLong()).isEqualTo(185);
        assertThat(openings.path("booked").asLong()).isEqualTo(130);
        assertThat(told(openings)).containsExactly("opening " + mei + ": 55 stands, 0 adds up");
        assertThat(stage.has(mei).getFirst()).as("as much as anybody may have").isEqualTo(Points.MOST);
        stage.addsUp();
    }

    @Test
    void whatTheLedgerOpenedAndNoImportToldOfIsNamedToo() {
        opened("lin", 130);
        await().untilAsserted(() -> assertThat(
                        stage.read("/points/openings").path("booked").asLong())
                .isEqualTo(130));
        assertThat(told(stage.read("/points/openings"))).isEmpty();
        change("delete from loyalty.opening where brand_id = ");
        assertThat(told(stage.read("/points/openings"))).containsExactly("opening " + lin + ": 0 stands, 130 adds up");
    }

    private void opened(String member, long points) {
        log.append(List.of(TestEvents.event(
                stage.brand,
                TestEvents.member(member),
                EventNames.POINTS_OPENED,
                clock.instant().minus(Duration.ofDays(1)),
                "{\"points\":" + points + "}")));
    }

    /// @param statement ends where the brand's number comes
    private void change(String statement) {
        assertThat(database.execute(statement + stage.brand.id().value())).isEqualTo(1);
    }

    private List<String> differences() {
        return told(stage.read("/points/reconciliation"));
    }

    private static List<String> told(JsonNode report) {
        return report.path("differences")
                .valueStream()
                .map(one ->
                        one.path("what").asString() + " " + one.path("which").asString() + ": "
                                + one.path("stands").asLong() + " stands, "
                                + one.path("adds").asLong() + " adds up")
                .toList();
    }
}
