package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static io.waterwheel.loyalty.programme.ProgrammeText.multiply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.account.Role;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A tier that was given helps as long as it lasts, and no day longer.
@ServerTest
class GiftedTierStories {

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
                        multiply("silver", "2", "{'type':'tier','tiers':['silver']}"),
                        multiply("gold", "3", "{'type':'tier','tiers':['gold']}")),
                TIERS);
    }

    @Test
    void whoWasGivenSilverForAMonthEarnsDoubleForAMonthAndThenLikeAnybody() {
        CustomerNo lin = stage.joins("lin");
        earns(lin, "lin", "A1", 10);
        assertThat(stage.give(lin, "G1", "silver", Duration.ofDays(30)).status())
                .isEqualTo(204);
        earns(lin, "lin", "A2", 20);
        clock.advance(Duration.ofDays(29));
        earns(lin, "lin", "A3", 20);
        clock.advance(Duration.ofDays(2));
        earns(lin, "lin", "A4", 10);
        assertThat(stage.tier(lin)).as("what they reached by themselves").isEqualTo("member");
    }

    @Test
    void whoReachedSilverAndWasGivenGoldIsSilverAgainAfterwards() {
        CustomerNo hua = stage.joins("hua");
        stage.orders("hua", "B0", "1000");
        stage.untilTier(hua, "silver");
        stage.give(hua, "G1", "gold", Duration.ofDays(10));
        earns(hua, "hua", "B1", 30);
        clock.advance(Duration.ofDays(11));
        earns(hua, "hua", "B2", 20);
    }

    @Test
    void manyDaysOfTiersAreGivenWhenAColleagueSaysYes() {
        stage.coupons.admin.put(limit(), Map.of("tierDays", 60));
        CustomerNo lin = stage.joins("lin");
        CustomerNo hua = stage.joins("hua");
        assertThat(stage.give(lin, "G1", "silver", Duration.ofDays(40)).status())
                .isEqualTo(204);
        assertThat(stage.give(lin, "G1", "silver", Duration.ofDays(40)).code())
                .as("the key stands for another end, and counts no more than before")
                .isEqualTo("membership-key-taken");
        assertThat(stage.give(hua, "G2", "gold", Duration.ofDays(21)).code())
                .as("40 and 21 days on one day")
                .isEqualTo("grant-needs-approval");
        assertThat(stage.give(hua, "G2", "platinum", Duration.ofDays(20)).status())
                .isEqualTo(404);

        String requests = stage.coupons.path("/loyalty/grant-requests");
        Map<String, Object> wish = Map.of(
                "customer",
                hua.value(),
                "tier",
                "gold",
                "until",
                clock.instant().plus(Duration.ofDays(21)).toString(),
                "key",
                "G2",
                "note",
                "道歉");
        Browser.Answer asked = stage.coupons.operator.post(requests + "/tiers", wish);
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(asked.json().path("kind").asString()).isEqualTo("tier");
        assertThat(asked.json().path("customer").asInt()).isEqualTo(hua.value());
        assertThat(stage.coupons.operator.post(requests + "/tiers", wish).json().path("id"))
                .isEqualTo(asked.json().path("id"));
        String approve = requests + "/" + asked.json().path("id").asString() + "/approve";
        assertThat(stage.coupons.operator.post(approve, Map.of()).code()).isEqualTo("grant-own-approval");

        Browser colleague = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        assertThat(colleague.post(approve, Map.of()).json().path("state").asString())
                .isEqualTo("done");
        stage.coupons.told(hua, "Tier Given", 1);
        assertThat(stage.give(hua, "G3", "silver", Duration.ofDays(20)).status())
                .as("what a colleague approved is not of this day's 60")
                .isEqualTo(204);
        assertThat(stage.coupons
                        .operator
                        .post(
                                requests + "/tiers",
                                Map.of("customer", hua.value(), "key", "G4", "tier", "gold", "note", "x"))
                        .code())
                .isEqualTo("invalid");
    }

    private String limit() {
        return stage.coupons.path("/loyalty/grant-limit");
    }

    @Test
    void aGiftBelowWhatTheyReachedChangesNothing() {
        CustomerNo hua = stage.joins("hua");
        stage.orders("hua", "B0", "5000");
        stage.untilTier(hua, "gold");
        stage.give(hua, "G1", "silver", Duration.ofDays(10));
        earns(hua, "hua", "B1", 30);
    }

    /// For an order of ten yuan.
    private void earns(CustomerNo customer, String member, String number, long points) {
        clock.advance(Duration.ofSeconds(1));
        int before = stage.earnings(customer);
        stage.orders(member, number, "10");
        await().atMost(CouponStage.PATIENCE).until(() -> stage.earnings(customer) > before);
        assertThat(stage.lastEarned(customer)).as(number).isEqualTo(points);
    }
}
