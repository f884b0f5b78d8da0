package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static io.waterwheel.loyalty.CouponStage.request;
import static io.waterwheel.loyalty.CouponStage.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.coupon.code.CouponCodes;
import io.waterwheel.loyalty.coupon.life.CouponSweep;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Li Lei gives a coupon to Han Meimei by a link.
@ServerTest
class MemberGiftStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private Coupons coupons;

    @Autowired
    private CouponCodes codes;

    @Autowired
    private CouponSweep sweep;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private TestClock clock;

    private MemberCentreStage stage;
    private GiftStage gifts;
    private CouponStage.Till till;
    private Browser li;
    private Browser han;

    @BeforeEach
    void twoMembers() {
        stage = new MemberCentreStage(brands, browsers, CORP);
        gifts = new GiftStage(stage, coupons);
        till = new CouponStage(stage.brand, browsers, log, customers).till("s1");
        li = stage.byPhone(stage.phone(1));
        han = stage.byPhone(stage.phone(2));
    }

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    @Test
    void sheSeesWhatItIsAndTakesItAndHeSeesThatItWasTaken() {
        String coupon = gifts.coupon(gifts.template(TWENTY_FROM_HUNDRED, "null"), li);
        assertThat(gifts.seen(li, coupon).path("give").asBoolean()).isTrue();
        li.patch(stage.own("/profile"), Map.of("name", "李雷"));
        String link = gifts.link(li, coupon);
        assertThat(gifts.link(li, coupon)).as("asked again").isEqualTo(link);
        assertThat(gifts.seen(li, coupon).path("state").asString()).isEqualTo("offered");
        assertThat(gifts.seen(li, coupon).path("offered").asString()).isNotEmpty();

        Browser.Answer seen = gifts.look(han, link);
        MemberCentreStage.ok(seen);
        assertThat(seen.json().at("/coupon/off").asLong()).isEqualTo(2_000);
        assertThat(seen.json().path("by").asString()).isEqualTo("李**");
        assertThat(stage.get(li, "/gifts")).isEmpty();
        assertThat(gifts.take(han, link).status()).isEqualTo(204);
        assertThat(gifts.take(han, link).status()).as("her page got no answer").isEqualTo(204);

        assertThat(gifts.seen(han, coupon).path("state").asString()).isEqualTo("issued");
        assertThat(gifts.seen(han, coupon).path("give").asBoolean())
                .as("a coupon changes hands once")
                .isFalse();
        assertThat(stage.get(li, "/coupons")).isEmpty();
        assertThat(stage.get(li, "/gifts").path(0).path("id").asString()).isEqualTo(coupon);
        assertThat(stage.get(han, "/gifts")).isEmpty();
        assertThat(gifts.takeBack(li, coupon).code()).isEqualTo("coupon-claimed");
        assertThat(gifts.look(stage.byPhone(stage.phone(3)), link).code()).isEqualTo("coupon-claimed");
        String timeline = stage.desk("/customers/" + stage.customer(han) + "/timeline");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(stage.admin.get(timeline).text()).contains("Coupon Transferred"));
    }

    @Test
    void whileItIsOfferedNobodyRedeemsItAndHeTakesItBack() {
        String coupon = gifts.coupon(gifts.template(TWENTY_FROM_HUNDRED, "null"), li);
        String code = codes.of(Long.parseLong(coupon));
        String link = gifts.link(li, coupon);
        assertThat(till.redeem(code, "A1", 12_000).code()).isEqualTo("coupon-offered");
        assertThat(gifts.take(li, link).code()).isEqualTo("coupon-gift-own");
        assertThat(gifts.takeBack(han, coupon).status()).isEqualTo(404);
        assertThat(gifts.takeBack(li, coupon).status()).isEqualTo(204);
        assertThat(gifts.takeBack(li, coupon).status()).as("asked again").isEqualTo(204);
        assertThat(gifts.take(han, link).code()).isEqualTo("coupon-gift-over");
        assertThat(till.redeem(code, "A1", 12_000).status()).isEqualTo(200);
        assertThat(gifts.give(li, coupon).code()).isEqualTo("coupon-not-transferable");
        assertThat(gifts.takeBack(li, coupon).code()).isEqualTo("coupon-claimed");
    }

    @Test
    void whatHeShowedBeforeHeGaveItAwayIsOfNoUse() {
        String coupon = gifts.coupon(gifts.template(TWENTY_FROM_HUNDRED, "null"), li);
        String pass = pass(li, coupon);
        gifts.take(han, gifts.link(li, coupon));
        assertThat(till.call("redeem", request(pass, "A1", 12_000)).code()).isEqualTo("coupon-code-old");
        assertThat(till.call("redeem", request(pass(han, coupon), "A1", 12_000)).status())
                .isEqualTo(200);
    }

    @Test
    void aDayLaterItComesBackByItself() {
        String coupon = gifts.coupon(gifts.template(TWENTY_FROM_HUNDRED, "null"), li);
        String link = gifts.link(li, coupon);
        clock.advance(Duration.ofHours(24));
        assertThat(gifts.take(han, link).code()).as("before anybody swept").isEqualTo("coupon-gift-over");
        sweep.wake();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(gifts.seen(li, coupon).path("state").asString())
                                .isEqualTo("issued"));
        assertThat(gifts.takeBack(li, coupon).status()).as("it is back already").isEqualTo(204);
        assertThat(gifts.look(han, link).code()).isEqualTo("coupon-gift-over");
        assertThat(gifts.take(han, gifts.link(li, coupon)).status()).isEqualTo(204);
    }

    @Test
    void nobodyGetsMoreThanTheTemplateLetsThemHave() {
        String one = gifts.template(TWENTY_FROM_HUNDRED, "1");
        String coupon = gifts.coupon(one, li);
        gifts.coupon(one, han);
        String link = gifts.link(li, coupon);
        assertThat(gifts.look(han, link).code()).isEqualTo("coupon-gift-limit");
        assertThat(gifts.take(han, link).code()).isEqualTo("coupon-gift-limit");
        Browser wu = stage.byPhone(stage.phone(3));
        assertThat(gifts.take(wu, link).status()).isEqualTo(204);
        assertThat(gifts.issue(one, wu)).isInstanceOf(CouponGranted.Refused.class);
    }

    @Test
    void whatTheTermsForbidAndWhatIsAnothersIsNotGiven() {
        String fixed =
                gifts.template(terms("{'kind':'amount','off':2000}", "'spend':0,'pieces':0", "'handOn':false"), "null");
        String coupon = gifts.coupon(fixed, li);
        assertThat(gifts.seen(li, coupon).path("give").asBoolean()).isFalse();
        assertThat(gifts.give(li, coupon).code()).isEqualTo("coupon-not-transferable");
        assertThat(gifts.give(han, coupon).status()).isEqualTo(404);
        assertThat(gifts.look(han, coupon + "/0000-0000-0000-0000-0").status()).isEqualTo(422);
        assertThat(gifts.look(stage.open(), coupon + "/0000-0000-0000-0000-0").code())
                .isEqualTo("member-not-signed-in");
    }

    private String pass(Browser member, String coupon) {
        Browser.Answer shown = member.post(stage.own("/coupons/" + coupon + "/pass"), null);
        MemberCentreStage.ok(shown);
        return shown.json().path("text").asString();
    }
}
