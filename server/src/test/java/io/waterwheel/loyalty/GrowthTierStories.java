package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Tiers that are reached by a growth value: what rules give for orders and for what members do besides.
@ServerTest
class GrowthTierStories {

    private static final String BY_GROWTH =
            "'tiers':{'basis':'growth','period':{'type':'rolling','months':12},'downgrade':'oneStep','graceDays':0,"
                    + "'onRefund':'atOnce','tiers':[{'id':'member','name':'普通','threshold':0},"
                    + "{'id':'silver','name':'银卡','threshold':100},{'id':'gold','name':'金卡','threshold':200}]}";

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

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private CheckIns checkIns;

    private TierStage stage;

    @BeforeEach
    void aBrand() {
        stage = new TierStage(new CouponStage(brands, browsers, log, customers), log, clock);
        publish();
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    private void publish() {
        stage.publish(
                List.of(
                        BASE,
                        rule(
                                "review",
                                "{'type':'event','event':{'event':'Review Written','where':[]},'points':30}",
                                ""),
                        rule("day", "{'type':'event','event':{'event':'Checked In','where':[]},'points':10}", "")),
                BY_GROWTH);
        assertThat(stage.coupons
                        .operator
                        .put(
                                stage.coupons.path("/check-in/rule"),
                                Browser.json("{'active':true,'points':[1],'bonuses':[]}"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ordersReviewsAndCheckInsAddUpToATier() {
        CustomerNo lin = stage.joins("lin");
        stage.orders("lin", "A1", "60");
        stage.does("lin", "Review Written", "{}");
        untilGrowth(lin, 90);
        assertThat(stage.tier(lin)).isEqualTo("member");
        checkIns.checkIn(stage.coupons.brand, lin);
        stage.untilTier(lin, "silver");
        assertThat(growth(lin)).isEqualTo(100);
        stage.coupons.told(lin, EventNames.TIER_UPGRADED, 1);
    }

    @Test
    void whatIsSpentOrGivenByHandIsNoGrowthAndWhatComesBackIsGrowthLost() {
        CustomerNo lin = stage.joins("lin");
        stage.orders("lin", "A1", "200");
        stage.untilTier(lin, "gold");
        ledger.book(List.of(
                new PointsCommand.Earn(occasion(lin, "gift"), new Points(5_000), null, null),
                new PointsCommand.Spend(occasion(lin, "paid"), new Points(4_900), PointsCommand.Payee.ORDER)));
        clock.advance(Duration.ofSeconds(1));
        stage.does("lin", "Review Written", "{}");
        untilGrowth(lin, 230);

        clock.advance(Duration.ofSeconds(1));
        stage.append(new NewEvent(
                stage.coupons.brand.id(),
                "test",
                "refund:R1",
                EventNames.ORDER_REFUNDED,
                clock.instant(),
                stage.subject("lin"),
                "{\"order_id\":\"R1\",\"refunded_order_id\":\"A1\",\"total\":100}",
                "{}"));
        stage.untilTier(lin, "silver");
        assertThat(growth(lin)).isEqualTo(130);
        stage.coupons.told(lin, EventNames.TIER_DOWNGRADED, 1);
    }

    @Test
    void growthOfMoreThanAYearAgoCountsNoLonger() {
        CustomerNo lin = stage.joins("lin");
        stage.does("lin", "Review Written", "{}");
        untilGrowth(lin, 30);
        clock.advance(Duration.ofDays(367));
        stage.orders("lin", "A1", "80");
        untilGrowth(lin, 80);
        assertThat(stage.tier(lin)).isEqualTo("member");
        stage.append(TestEvents.order(stage.coupons.brand, stage.subject("lin"), "A2", "20", clock.instant()));
        stage.untilTier(lin, "silver");
    }

    private PointsCommand.Occasion occasion(CustomerNo customer, String key) {
        return new PointsCommand.Occasion(
                stage.coupons.brand.id(), customer, "test/" + key, clock.instant(), PointsReason.of("grant"));
    }

    private long growth(CustomerNo customer) {
        return stage.memberships(customer).at("/0/reached").asLong();
    }

    private void untilGrowth(CustomerNo customer, long growth) {
        await().atMost(CouponStage.PATIENCE)
                .untilAsserted(() -> assertThat(growth(customer)).isEqualTo(growth));
    }
}
