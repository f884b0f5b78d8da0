package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.loyalty.tier.MembershipEnds;
import io.waterwheel.loyalty.tier.TierGiftEnds;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the timeline tells of tiers that were given and of paid memberships, so that segments and journeys can
/// ask for it.
@ServerTest
class MembershipEventStories {

    private static final String PLANS = "'plans':["
            + "{'id':'plus','name':'Plus','tier':'gold','price':365,'months':12,'refund':'unusedDays'},"
            + "{'id':'month','name':'月卡','price':30,'months':1,'refund':'none'}]";

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
    private Warehouse warehouse;

    @Autowired
    private MembershipEnds ends;

    @Autowired
    private TierGiftEnds giftEnds;

    private TierStage stage;
    private CustomerNo lin;

    @BeforeEach
    void aMember() {
        stage = new TierStage(new CouponStage(brands, browsers, log, customers), log, clock);
        stage.publish(List.of(BASE), TIERS, PLANS);
        lin = stage.joins("lin");
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aMembershipIsToldFromItsSaleToItsEndEachOnce() {
        sold(lin, "P1", "plus");
        sold(lin, "P1", "plus");
        told(EventNames.MEMBERSHIP_BOUGHT, 1);
        days(300);
        told(EventNames.MEMBERSHIP_ENDING, 0);
        days(36);
        told(EventNames.MEMBERSHIP_ENDING, 1);
        assertThat(whoHad(EventNames.MEMBERSHIP_ENDING))
                .as("who may be asked to renew")
                .isEqualTo(1);

        sold(lin, "P2", "plus");
        sold(lin, "P2", "plus");
        told(EventNames.MEMBERSHIP_RENEWED, 1);
        days(40);
        told(EventNames.MEMBERSHIP_ENDED, 0);
        days(326);
        told(EventNames.MEMBERSHIP_ENDING, 2);
        days(30);
        told(EventNames.MEMBERSHIP_ENDED, 1);
        assertThat(whoHad(EventNames.MEMBERSHIP_ENDED)).isEqualTo(1);

        sold(lin, "P3", "plus");
        told(EventNames.MEMBERSHIP_BOUGHT, 2);
        told(EventNames.MEMBERSHIP_RENEWED, 1);
    }

    @Test
    void whoPaysByTheMonthIsRemindedAWeekBefore() {
        sold(lin, "P1", "month");
        days(20);
        told(EventNames.MEMBERSHIP_ENDING, 0);
        days(5);
        told(EventNames.MEMBERSHIP_ENDING, 1);
        days(7);
        told(EventNames.MEMBERSHIP_ENDED, 1);
    }

    @Test
    void moneyGivenBackIsToldOnceAndIsNoEndByItself() {
        sold(lin, "P1", "plus");
        sold(lin, "P2", "plus");
        days(100);
        assertThat(stage.refund(lin, "P1").status()).isEqualTo(200);
        assertThat(stage.refund(lin, "P1").code()).isEqualTo("paid-membership-ended");
        told(EventNames.MEMBERSHIP_REFUNDED, 1);
        days(1);
        told(EventNames.MEMBERSHIP_ENDED, 0);
        days(367);
        told(EventNames.MEMBERSHIP_ENDED, 1);
    }

    @Test
    void aRenewalThatWasGivenBackLeavesTheFirstPeriodToEnd() {
        sold(lin, "P1", "plus");
        sold(lin, "P2", "plus");
        days(340);
        told(EventNames.MEMBERSHIP_ENDING, 0);
        assertThat(stage.refund(lin, "P2").status()).isEqualTo(200);
        days(1);
        told(EventNames.MEMBERSHIP_ENDING, 1);
        days(26);
        told(EventNames.MEMBERSHIP_ENDED, 1);
    }

    @Test
    void whatIsSoldAfterRefundsBeginsWhereTheLastPeriodEnds() {
        sold(lin, "P1", "plus");
        sold(lin, "P2", "plus");
        sold(lin, "P3", "plus");
        days(100);
        stage.refund(lin, "P3");
        stage.refund(lin, "P1");
        sold(lin, "P4", "plus");
        assertThat(period("P4", "from")).isEqualTo(period("P2", "until"));
    }

    @Test
    void aTierThatWasGivenIsToldOnceWithItsEnd() {
        Instant until = clock.instant().plus(Duration.ofDays(30));
        Map<String, Object> gift = Map.of("tier", "gold", "until", until.toString(), "reason", "道歉");
        String path = stage.coupons.path("/customers/" + lin + "/tier-gifts/G1");
        for (int i = 0; i < 3; i++) {
            assertThat(stage.coupons.operator.put(path, gift).status()).isEqualTo(204);
        }
        told(EventNames.TIER_GIVEN, 1);
        assertThat(timeline()).contains("金卡").doesNotContain("道歉");
        assertThat(whoHad(EventNames.TIER_GIVEN)).isEqualTo(1);
    }

    @Test
    void theEndOfAGivenTierIsToldOnceUnlessItIsGivenForLonger() {
        assertThat(stage.give(lin, "G1", "gold", Duration.ofDays(10)).status()).isEqualTo(204);
        assertThat(stage.give(lin, "G2", "silver", Duration.ofDays(20)).status())
                .isEqualTo(204);
        days(9);
        told(EventNames.TIER_GIFT_ENDED, 0);
        assertThat(stage.give(lin, "G3", "gold", Duration.ofDays(30)).status()).isEqualTo(204);
        days(2);
        told(EventNames.TIER_GIFT_ENDED, 0);
        // Nobody looks for a month, as when the server is down.
        days(40);
        told(EventNames.TIER_GIFT_ENDED, 2);
        assertThat(whoHad(EventNames.TIER_GIFT_ENDED)).isEqualTo(1);
        days(1);
        told(EventNames.TIER_GIFT_ENDED, 2);
    }

    @Test
    void whoTurnedOutToBeOnePersonIsToldOfOneEnd() {
        CustomerNo hua = stage.joins("hua");
        sold(lin, "P1", "plus");
        days(60);
        sold(hua, "P2", "plus");
        Browser.Answer merged = stage.coupons.operator.post(
                stage.coupons.path("/customers/" + lin + "/merge"), Map.of("other", hua.value(), "why", "同一人"));
        assertThat(merged.status()).as(merged.text()).isEqualTo(200);
        lin = customers.current(List.of(hua)).get(hua);
        sold(lin, "P1", "plus");
        sold(lin, "P2", "plus");
        told(EventNames.MEMBERSHIP_BOUGHT, 2);
        days(307);
        told(EventNames.MEMBERSHIP_ENDING, 0);
        told(EventNames.MEMBERSHIP_ENDED, 0);
        days(30);
        told(EventNames.MEMBERSHIP_ENDING, 1);
        days(30);
        told(EventNames.MEMBERSHIP_ENDED, 1);
    }

    private void sold(CustomerNo customer, String key, String plan) {
        Browser.Answer sold = stage.sell(customer, key, plan);
        assertThat(sold.status()).as(sold.text()).isEqualTo(204);
    }

    /// Days pass, and more than one node looks what became of them.
    private void days(int days) {
        clock.advance(Duration.ofDays(days));
        ends.look();
        ends.look();
        giftEnds.look();
        giftEnds.look();
    }

    private void told(String event, int times) {
        stage.coupons.told(lin, event, times);
    }

    private String timeline() {
        return stage.coupons
                .operator
                .get(stage.coupons.path("/customers/" + lin + "/timeline"))
                .text();
    }

    private String period(String key, String end) {
        return stage.coupons
                .operator
                .get(stage.coupons.path("/customers/" + lin + "/paid-memberships"))
                .json()
                .valueStream()
                .filter(one -> one.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow()
                .path(end)
                .asString();
    }

    private int whoHad(String event) {
        assertThat(warehouse.catchUp(Duration.ofSeconds(30))).isTrue();
        Browser.Answer answer = stage.coupons.operator.post(
                stage.coupons.path("/segments/count"),
                Browser.json("{'definition':{'type':'events','event':'" + event
                        + "','measure':'count','operator':'atLeast','value':1}}"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("count").asInt();
    }
}
