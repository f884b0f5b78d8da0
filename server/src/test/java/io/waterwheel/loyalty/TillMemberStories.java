package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static io.waterwheel.loyalty.CouponStage.request;
import static io.waterwheel.loyalty.CouponStage.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.loyalty.CouponStage.Till;
import io.waterwheel.loyalty.membercentre.card.MemberPasses;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A member shows the code on their phone at a till.
@ServerTest
class TillMemberStories {

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
    private MemberPasses passes;

    @Autowired
    private TestClock clock;

    private CouponStage stage;
    private CustomerNo li;
    private Till nanjingRoad;

    @BeforeEach
    void aMemberAndATill() {
        stage = new CouponStage(brands, browsers, log, customers);
        li = new MallStage(stage, log, ledger).member("li", 320);
        log.append(List.of(TestEvents.event(
                stage.brand,
                TestEvents.member("li@" + stage.brand.key()),
                EventNames.IDENTIFIED,
                clock.instant(),
                "{\"name\": \"李小雷\"}")));
        nanjingRoad = stage.till("nanjing-road");
    }

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    @Test
    void theTillLearnsWhoItIsAsFarAsItHasToAndWhichCouponsThisStoreTakes() {
        String here = stage.template(TWENTY_FROM_HUNDRED);
        String scope = "'products':[],'categories':[],'exceptProducts':[],'exceptCategories':[],"
                + "'stores':['west-lake'],'channels':[]";
        String there = stage.template(terms("{'kind':'amount','off':100}", "'spend':0,'pieces':0", scope, ""));
        long coupon = stage.coupon(here, li);
        stage.coupon(there, li);
        Browser.Answer read = read(nanjingRoad, pass());
        assertThat(read.status()).as(read.text()).isEqualTo(200);
        JsonNode member = read.json();
        assertThat(member.path("name").asString()).isEqualTo("李**");
        assertThat(member.path("card").asString()).isNotEmpty();
        assertThat(member.path("points").asLong()).isEqualTo(320);
        assertThat(read.text()).doesNotContain("小雷");
        assertThat(member.path("coupons")
                        .valueStream()
                        .map(one -> one.at("/coupon/id").asString()))
                .as("west-lake's is not taken here")
                .containsExactly(Long.toString(coupon));
        String code = member.at("/coupons/0/code").asString();
        assertThat(nanjingRoad.call("redeem", request(code, "A1", 12_000)).status())
                .isEqualTo(200);
        assertThat(read(nanjingRoad, pass()).json().path("coupons").isEmpty()).isTrue();
    }

    @Test
    void aCodeIsGoodForOneTillWhichMayAskAgain() {
        String pass = pass();
        assertThat(read(nanjingRoad, pass).status()).isEqualTo(200);
        assertThat(read(nanjingRoad, pass).status()).as("it got no answer").isEqualTo(200);
        Browser.Answer replayed = read(stage.till("west-lake"), pass);
        assertThat(replayed.status()).isEqualTo(409);
        assertThat(replayed.code()).isEqualTo("member-pass-used");
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = letters.indexOf(pass.charAt(pass.length() - 1));
        assertThat(read(nanjingRoad, pass.substring(0, pass.length() - 1) + letters.charAt(last ^ 1))
                        .code())
                .as("the same bits in other letters")
                .isEqualTo("member-pass-forged");
        clock.advance(Duration.ofSeconds(61));
        assertThat(read(nanjingRoad, pass).code()).isEqualTo("member-pass-old");
    }

    @Test
    void whatIsNoCodeOfOursIsRefused() {
        String pass = pass();
        String forged = pass.substring(0, 12) + (pass.charAt(12) == 'A' ? 'B' : 'A') + pass.substring(13);
        assertThat(read(nanjingRoad, forged).code()).isEqualTo("member-pass-forged");
        assertThat(read(nanjingRoad, "6901234567892").code()).isEqualTo("member-pass-forged");
        assertThat(read(nanjingRoad, "").code()).isEqualTo("member-pass-forged");
        CouponStage other = new CouponStage(brands, browsers, log, customers);
        assertThat(read(other.till("nanjing-road"), pass).code())
                .as("another brand's")
                .isEqualTo("member-pass-forged");
        assertThat(read(nanjingRoad, pass).status()).as("none of it used it up").isEqualTo(200);
        CustomerNo stranger = stage.customer("韩梅梅");
        assertThat(read(
                                nanjingRoad,
                                passes.of(new Member(stage.brand, stranger)).text())
                        .code())
                .isEqualTo("not-a-member");
    }

    @Test
    void aTillOfAnotherStoreWithoutTheRightOrWithAStoppedKeyIsRefused() {
        String body = Browser.json("{'pass':'" + pass() + "'}");
        assertThat(nanjingRoad.post("members/read?store=west-lake", "1", body).code())
                .isEqualTo("till-key-store");
        Browser.Answer made = stage.admin.post(
                stage.path("/till-keys"), Map.of("name", "coupons only", "scopes", List.of("coupon.read")));
        Browser couponsOnly = browsers.open()
                .with("Authorization", "Bearer " + made.json().path("secret").asString());
        assertThat(couponsOnly.post("/till/v1/members/read", body).code()).isEqualTo("till-key-scope");
        String id = made.json().at("/key/id").asString();
        stage.admin.delete(stage.path("/till-keys/" + id));
        Browser.Answer stopped = couponsOnly.post("/till/v1/members/read", body);
        assertThat(stopped.status()).isEqualTo(401);
        assertThat(stopped.code()).isEqualTo("till-key-unknown");
        assertThat(browsers.open().post("/till/v1/members/read", body).code()).isEqualTo("till-key-unknown");
    }

    @Test
    void aGuideScansTheMembersCodeAndRedeemsOneOfTheirCoupons() {
        long coupon = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        Browser guide = browsers.guideOf(stage.brand, "nanjing-road").with("Idempotency-Key", "guide-1");
        String desk = stage.path("/coupon-desk/member?store=nanjing-road");
        String pass = pass();
        Browser.Answer read = guide.post(desk, Map.of("pass", pass));
        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(read.json().path("name").asString()).isEqualTo("李**");
        assertThat(read.json().has("visit")).as("guides take no points").isFalse();
        String code = read.json().at("/coupons/0/code").asString();
        assertThat(guide.post(
                                stage.path("/coupon-desk/redeem?store=nanjing-road"),
                                Browser.json(request(code, "G1", 12_000)))
                        .status())
                .isEqualTo(200);
        assertThat(stage.state(li, coupon)).isEqualTo("redeemed");
        assertThat(read(nanjingRoad, pass).code()).as("shown to the guide").isEqualTo("member-pass-used");
        assertThat(guide.post(desk, Map.of("pass", "WWM1.guess")).code()).isEqualTo("member-pass-forged");
        assertThat(browsers.open().post(desk, Map.of("pass", pass())).status())
                .as("nobody is signed in")
                .isEqualTo(403);
    }

    private String pass() {
        clock.advance(Duration.ofMillis(5));
        return passes.of(new Member(stage.brand, li)).text();
    }

    private static Browser.Answer read(Till till, String pass) {
        return till.post("members/read", "-", "{'pass':'" + pass + "'}");
    }
}
