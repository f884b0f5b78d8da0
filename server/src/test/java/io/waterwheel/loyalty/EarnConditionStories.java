package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.multiply;
import static io.waterwheel.loyalty.programme.ProgrammeText.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Whom and what rules ask for (goods, channels, stores, a segment, a birthday), from orders to the points that
/// members have.
@ServerTest
class EarnConditionStories {

    private static final String AT_ONCE = "'points':{'pendingDays':0,'expiry':{'type':'never'},'debt':'debt'}";

    private static final String TEA = "{'product_id':'oolong','category':'Tea','price':20,'quantity':4}";
    private static final String CUP = "{'product_id':'CUP-1','category':'ware','price':20,'quantity':1}";

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private Customers customers;

    private TierStage stage;
    private LedgerStage ledger;

    @BeforeEach
    void aBrand() {
        CouponStage coupons = new CouponStage(brands, browsers, log, customers);
        stage = new TierStage(coupons, log, clock);
        ledger = new LedgerStage(coupons);
    }

    @AfterEach
    void theLedgerAddsUp() {
        ledger.addsUp();
        clock.reset();
    }

    @Test
    void onlyTheGoodsTheChannelAndTheStoreThatARuleIsAboutBringItsPoints() {
        stage.publish(
                List.of(
                        rule("tea", "{'type':'perAmount','points':1,'amount':1}", sold("category", "TEA")),
                        rule("cups", "{'type':'perOrder','points':3}", sold("product", "cup-1','cup-2")),
                        rule("online", "{'type':'perOrder','points':7}", sold("channel", "mini-program")),
                        rule("west", "{'type':'perOrder','points':11}", sold("store", "west"))),
                AT_ONCE);
        CustomerNo lin = stage.joins("lin");
        buys("lin", "A1", "100", "'store':'West','channel':'Mini-Program'", TEA, CUP);
        ledger.untilHas(lin, 80 + 3 + 7 + 11, 0, 0);
        assertThat(ledger.statement(lin)).hasSize(4).allMatch(line -> line.endsWith("Order A1"));

        buys("lin", "A2", "20", "'store':'east','channel':'shop'", CUP);
        ledger.untilHas(lin, 101 + 3, 0, 0);
        buys("lin", "A3", "80", "'platform':'MINI-PROGRAM'", TEA.replace("Tea", "coffee"));
        ledger.untilHas(lin, 104 + 7, 0, 0);
        buys("lin", "A4", "30", "'store':'west'", TEA);
        ledger.untilHas(lin, 111 + 30 + 11, 0, 0);
        assertThat(ledger.statement(lin))
                .as("no more than was paid for all of it")
                .contains("earn 30 [available +30] Order A4");
    }

    @Test
    void aMultiplierForSomeGoodsMultipliesWhatTheyBringAndNotTheRest() {
        stage.publish(List.of(BASE, multiply("tea-day", "3", soldOf("category", "tea"))), AT_ONCE);
        CustomerNo lin = stage.joins("lin");
        buys("lin", "A1", "100", "'store':'west'", TEA, CUP);
        ledger.untilHas(lin, 80 * 3 + 20, 0, 0);
        buys("lin", "A2", "20", "'store':'west'", CUP);
        ledger.untilHas(lin, 260 + 20, 0, 0);
    }

    @Test
    void aRuleForASegmentGivesToThoseWhoAreInItNowAndItIsNotDeletedUnderTheRule() {
        String locals = stage.coupons
                .operator
                .post(
                        stage.coupons.path("/segments"),
                        Browser.json("{'name':'locals','definition':{'type':'attribute','attribute':'city',"
                                + "'operator':'is','values':['成都']}}"))
                .json()
                .path("id")
                .asString();
        stage.publish(
                List.of(
                        BASE,
                        rule("local", "{'type':'perOrder','points':5}", "'segment':'" + locals + "'"),
                        rule(
                                "tour",
                                "{'type':'event','points':9,'event':{'event':'Tour Taken','where':[]}}",
                                "'segment':'" + locals + "','caps':{'perDay':9}")),
                AT_ONCE);
        CustomerNo lin = stage.joins("lin");
        CustomerNo mei = stage.joins("mei");
        lives("lin", "成都");
        lives("mei", "上海");
        stage.orders("lin", "A1", "10");
        stage.orders("mei", "B1", "10");
        ledger.untilHas(lin, 15, 0, 0);
        ledger.untilHas(mei, 10, 0, 0);
        stage.does("mei", "Tour Taken", "{}");
        stage.does("lin", "Tour Taken", "{}");
        ledger.untilHas(lin, 24, 0, 0);

        lives("lin", "上海");
        lives("mei", "成都");
        stage.orders("lin", "A2", "10");
        stage.orders("mei", "B2", "10");
        ledger.untilHas(lin, 34, 0, 0);
        ledger.untilHas(mei, 25, 0, 0);

        Browser.Answer held = stage.coupons.operator.delete(stage.coupons.path("/segments/" + locals));
        assertThat(held.code()).isEqualTo("segment-in-use");
        assertThat(held.text()).contains("programme");
        Instant before = clock.instant();
        stage.publish(List.of(BASE), AT_ONCE);
        assertThat(stage.coupons
                        .operator
                        .delete(stage.coupons.path("/segments/" + locals))
                        .status())
                .isEqualTo(204);
        // An order of before, which is told late, is judged by the rules of then.
        stage.append(TestEvents.order(stage.coupons.brand, stage.subject("mei"), "B3", "10", before));
        ledger.untilHas(mei, 35, 0, 0);
        assertThat(ledger.statement(mei))
                .filteredOn(line -> !line.startsWith("earn 10 "))
                .as("while they lived there")
                .containsExactly("earn 5 [available +5] Order B2");
    }

    @Test
    void aBirthdayBringsMoreOnTheDayAndAroundItToThoseWhoToldTheirs() {
        stage.publish(
                List.of(
                        BASE,
                        rule("cake", "{'type':'perOrder','points':50}", "'when':[{'type':'birthday','span':'day'}]"),
                        rule("week", "{'type':'perOrder','points':20}", "'when':[{'type':'birthday','span':'week'}]")),
                AT_ONCE);
        LocalDate today = stage.coupons.brand.dayOf(clock.instant());
        CustomerNo lin = stage.joins("lin");
        CustomerNo mei = stage.joins("mei");
        CustomerNo hua = stage.joins("hua");
        born("lin", today.withYear(1992));
        born("mei", today.minusMonths(5).withYear(1988));
        for (String one : List.of("lin", "mei", "hua")) {
            stage.orders(one, one + "-1", "10");
        }
        ledger.untilHas(lin, 80, 0, 0);
        ledger.untilHas(mei, 10, 0, 0);
        ledger.untilHas(hua, 10, 0, 0);

        clock.advance(Duration.ofDays(3));
        stage.orders("lin", "lin-2", "10");
        ledger.untilHas(lin, 110, 0, 0);
        clock.advance(Duration.ofDays(1));
        stage.orders("lin", "lin-3", "10");
        ledger.untilHas(lin, 120, 0, 0);

        born("hua", stage.coupons.brand.dayOf(clock.instant()).withYear(2000));
        stage.orders("hua", "hua-2", "10");
        ledger.untilHas(hua, 90, 0, 0);
    }

    private static String sold(String fact, String values) {
        return "'when':[" + soldOf(fact, values) + "]";
    }

    private static String soldOf(String fact, String values) {
        return "{'type':'sold','fact':'" + fact + "','values':['" + values + "']}";
    }

    private void lives(String member, String city) {
        stage.does(member, EventNames.IDENTIFIED, "{'city':'" + city + "'}");
    }

    private void born(String member, LocalDate day) {
        stage.does(member, EventNames.IDENTIFIED, "{'birthday':'" + day + "'}");
    }

    /// @param where store and channel, as orders tell them
    private void buys(String member, String number, String total, String where, String... lines) {
        stage.append(new NewEvent(
                stage.coupons.brand.id(),
                "till",
                "order:" + number,
                EventNames.ORDER_COMPLETED,
                clock.instant(),
                stage.subject(member),
                Browser.json("{'order_id':'" + number + "','total':" + total + "," + where + ",'products':["
                        + String.join(",", lines) + "]}"),
                "{}"));
    }
}
