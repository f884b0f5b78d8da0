package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.generated.Tables.BENEFIT_RULE;
import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.programme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.calendar.BenefitRound;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A tier that was lost and is reached anew: its gift comes again where the brand chose that.
@ServerTest
class ReachedAnewStories {

    private static final String TIERS =
            "'tiers':{'basis':'spend','period':{'type':'rolling','months':12},'downgrade':'oneStep','graceDays':0,"
                    + "'onRefund':'atReview','tiers':[{'id':'member','name':'普通','threshold':0},"
                    + "{'id':'silver','name':'银卡','threshold':1000,'benefits':[%s]},"
                    + "{'id':'gold','name':'金卡','threshold':9000}]}";

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private BenefitRound round;

    @Autowired
    private DSLContext database;

    @Autowired
    private TestClock clock;

    private MallStage stage;

    @BeforeEach
    void aBrand() {
        stage = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void theGiftComesAgainWhenTheTierWasLostAndIsReachedAnewAndTheOtherOnlyOnce() {
        publish(gift("each", "每次升级礼", "again", 100), gift("first", "首次升级礼", "once", 7));
        CustomerNo lin = stage.member("lin", 0);
        lent(lin, "g1", "silver", 5);
        night();
        night();
        await().atMost(CouponStage.PATIENCE).until(() -> stage.points(lin) == 107);
        clock.advance(Duration.ofDays(6));
        night();
        lent(lin, "g2", "silver", 5);
        night();
        night();
        await().atMost(CouponStage.PATIENCE).until(() -> stage.points(lin) == 207);
        assertThat(benefit("每次升级礼").path("given").asInt()).isEqualTo(2);
        assertThat(benefit("首次升级礼").path("given").asInt()).isEqualTo(1);
    }

    @Test
    void whoClimbedHigherAndFellBackHasReachedNothingAnew() {
        publish(gift("each", "每次升级礼", "again", 100));
        CustomerNo lin = stage.member("lin", 0);
        lent(lin, "g1", "silver", 30);
        night();
        lent(lin, "g2", "gold", 5);
        night();
        clock.advance(Duration.ofDays(6));
        night();
        await().atMost(CouponStage.PATIENCE).until(() -> stage.points(lin) == 100);
        assertThat(benefit("每次升级礼").path("given").asInt()).isEqualTo(1);
    }

    @Test
    void onceMayBecomeAgainLaterAndCountsFromTheNextLossOn() {
        publish(gift("gift", "升级礼", "once", 50));
        CustomerNo lin = stage.member("lin", 0);
        lent(lin, "g1", "silver", 5);
        night();
        publish(gift("gift", "升级礼", "again", 50));
        night();
        assertThat(benefit("升级礼").path("given").asInt()).isEqualTo(1);
        clock.advance(Duration.ofDays(6));
        night();
        lent(lin, "g2", "silver", 5);
        night();
        assertThat(benefit("升级礼").path("given").asInt()).isEqualTo(2);
    }

    @Test
    void tiersHaveNamesEvenWhenTheProgrammeHasThemNoMore() {
        publish(gift("gift", "升级礼", "once", 50));
        assertThat(benefit("升级礼").path("tierNames").get(0).asString()).isEqualTo("银卡");
        Browser.Answer published = told(
                "'tiers':{'basis':'spend','period':{'type':'rolling','months':12},'downgrade':'oneStep','graceDays':0,"
                        + "'onRefund':'atReview','tiers':[{'id':'member','name':'普通','threshold':0},"
                        + "{'id':'gold','name':'金卡','threshold':9000}]}");
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        assertThat(benefit("升级礼").path("active").asBoolean()).isFalse();
        assertThat(benefit("升级礼").path("tierNames").get(0).asString()).isEqualTo("银卡");
    }

    private static String gift(String id, String name, String every, int points) {
        return "{'id':'" + id + "','name':'" + name + "','cost':1,'every':'" + every
                + "','gives':{'type':'points','points':" + points + "}}";
    }

    private void publish(String... benefits) {
        Browser.Answer published = told(TIERS.formatted(String.join(",", benefits)));
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
    }

    private Browser.Answer told(String tiers) {
        String path = stage.path("/loyalty/programme");
        String definition = programme(List.of(BASE), tiers);
        assertThat(stage.coupons
                        .operator
                        .put(path, "{\"definition\":" + definition + "}")
                        .status())
                .isEqualTo(200);
        return stage.coupons.operator.post(path + "/publish", Map.of());
    }

    private void lent(CustomerNo customer, String key, String tier, int days) {
        Map<String, Object> gift = Map.of(
                "tier",
                tier,
                "until",
                clock.instant().plus(Duration.ofDays(days)).toString(),
                "reason",
                "赠送");
        assertThat(stage.coupons
                        .operator
                        .put(stage.path("/customers/" + customer + "/tier-gifts/" + key), gift)
                        .status())
                .isEqualTo(204);
    }

    private JsonNode benefit(String name) {
        for (JsonNode one :
                stage.coupons.operator.get(stage.path("/member-benefits")).json()) {
            if (one.at("/benefit/name").asString().equals(name)) {
                return one;
            }
        }
        throw new AssertionError(name);
    }

    private void night() {
        database.update(BENEFIT_RULE)
                .setNull(BENEFIT_RULE.DONE_ON)
                .where(BENEFIT_RULE.BRAND_ID.eq(stage.coupons.brand.id().value()))
                .execute();
        round.all();
    }
}
