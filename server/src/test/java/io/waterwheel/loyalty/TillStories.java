package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static io.waterwheel.loyalty.CouponStage.request;
import static io.waterwheel.loyalty.CouponStage.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.CouponStage.Till;
import io.waterwheel.loyalty.coupon.code.CouponCodes;
import io.waterwheel.loyalty.coupon.life.CouponSweep;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a till and a guide's phone meet at the counter.
@ServerTest
class TillStories {

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private CouponCodes codes;

    @Autowired
    private CouponSweep sweep;

    @Autowired
    private TestClock clock;

    private CouponStage stage;
    private CustomerNo li;
    private Till nanjingRoad;

    @BeforeEach
    void aBrandWithATill() {
        stage = new CouponStage(brands, browsers, log, customers);
        li = stage.customer("李雷");
        nanjingRoad = stage.till("nanjing-road");
    }

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    @Test
    void aCouponIsAskedAboutLockedAndRedeemed() {
        long coupon = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        String code = codes.of(coupon);
        Browser.Answer asked = nanjingRoad.call("ask", request(code, "A1", 6_000, 6_000));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertThat(asked.json().path("amount").asLong()).isEqualTo(2_000);
        assertThat(stage.state(li, coupon)).isEqualTo("issued");

        Browser.Answer locked = nanjingRoad.call("lock", request(code, "A1", 6_000, 6_000));
        assertThat(locked.status()).as(locked.text()).isEqualTo(200);
        assertThat(stage.state(li, coupon)).isEqualTo("locked");
        assertThat(nanjingRoad.redeem(code, "A2", 20_000).code()).isEqualTo("coupon-locked");

        Browser.Answer redeemed = nanjingRoad.call("redeem", request(code, "A1"));
        assertThat(redeemed.status()).as(redeemed.text()).isEqualTo(200);
        assertThat(redeemed.json().path("coupons").path(0).path("lines").toString())
                .isEqualTo("{\"1\":1000,\"2\":1000}");
        assertThat(stage.state(li, coupon)).isEqualTo("redeemed");
        stage.told(li, "Coupon Redeemed", 1);
    }

    @Test
    void aTillThatGotNoAnswerAsksAgainAndNothingHappensTwice() {
        long coupon = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        String body = request(codes.of(coupon), "A1", 12_000);
        Browser.Answer first = nanjingRoad.call("redeem", "call-1", body);
        Browser.Answer again = nanjingRoad.call("redeem", "call-1", body);
        assertThat(first.json().path("repeated").asBoolean()).isFalse();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("repeated").asBoolean()).isTrue();
        assertThat(again.json().path("amount").asLong()).isEqualTo(2_000);

        assertThat(nanjingRoad
                        .call("redeem", "call-1", request(codes.of(coupon), "A2", 12_000))
                        .code())
                .isEqualTo("coupon-key-taken");
        stage.told(li, "Coupon Redeemed", 1);
    }

    @Test
    void whoComesLaterIsToldWhenAndWhereItWasRedeemed() {
        String code = codes.of(stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li));
        assertThat(nanjingRoad.redeem(code, "A1", 12_000).status()).isEqualTo(200);
        Browser.Answer refused = stage.till("west-lake").redeem(code, "B1", 12_000);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("coupon-redeemed");
        assertThat(refused.json().path("detail").asString()).contains("nanjing-road", "A1");
    }

    @Test
    void theSameCouponAtTwoTillsAtOnceIsRedeemedAtOneOfThem() throws Exception {
        Till westLake = stage.till("west-lake");
        String template = stage.template(TWENTY_FROM_HUNDRED);
        for (int round = 0; round < 10; round++) {
            String code = codes.of(stage.coupon(template, li));
            String order = "R" + round;
            CountDownLatch go = new CountDownLatch(1);
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                List<Future<Browser.Answer>> answers = List.of(
                        both.submit(() -> {
                            go.await();
                            return nanjingRoad.redeem(code, "A" + order, 12_000);
                        }),
                        both.submit(() -> {
                            go.await();
                            return westLake.redeem(code, "B" + order, 12_000);
                        }));
                go.countDown();
                assertThat(List.of(
                                answers.get(0).get().status(),
                                answers.get(1).get().status()))
                        .containsExactlyInAnyOrder(200, 409);
            }
        }
        stage.told(li, "Coupon Redeemed", 10);
    }

    @Test
    void refusalsSayWhatIsWrong() {
        String scope = "'products':['p2'],'categories':[],'exceptProducts':[],'exceptCategories':[],"
                + "'stores':['west-lake'],'channels':[]";
        String narrow = codes.of(stage.coupon(
                stage.template(terms("{'kind':'amount','off':100}", "'spend':5000,'pieces':0", scope, "")), li));
        assertThat(nanjingRoad.redeem(narrow, "A1", 9_000, 9_000).code()).isEqualTo("coupon-wrong-store");
        Till westLake = stage.till("west-lake");
        assertThat(westLake.redeem(narrow, "A1", 9_000).code()).isEqualTo("coupon-nothing-eligible");
        Browser.Answer little = westLake.redeem(narrow, "A1", 9_000, 4_999);
        assertThat(little.code()).isEqualTo("coupon-below-threshold");
        assertThat(little.json().path("detail").asString()).contains("0.01");
        assertThat(westLake.redeem(narrow, "A1", -1, 9_000).code()).isEqualTo("invalid");
        assertThat(westLake.redeem("0000-0000-0000-0000-1", "A1", 9_000).code()).isEqualTo("coupon-code-mistyped");
        assertThat(westLake.redeem("0000-0000-0000-0000-0", "A1", 9_000).code()).isEqualTo("coupon-code-forged");
        clock.advance(Duration.ofDays(31));
        assertThat(westLake.redeem(narrow, "A1", 9_000, 9_000).code()).isEqualTo("coupon-expired");
    }

    @Test
    void aCouponOfAnotherBrandIsNotOurs() {
        CouponStage other = new CouponStage(brands, browsers, log, customers);
        String theirs = codes.of(other.coupon(other.template(TWENTY_FROM_HUNDRED), other.customer("韩梅梅")));
        assertThat(nanjingRoad.redeem(theirs, "A1", 12_000).code()).isEqualTo("coupon-code-forged");
    }

    @Test
    void aTillWithoutAKeyOrWithTheWrongOneIsRefused() {
        Browser stranger = browsers.open();
        String body = Browser.json(request("0", "A1", 100));
        assertThat(stranger.post("/till/v1/coupons/ask", body).code()).isEqualTo("till-key-unknown");
        assertThat(stranger.with("Authorization", "Bearer wt_guess")
                        .post("/till/v1/coupons/ask", body)
                        .code())
                .isEqualTo("till-key-unknown");
        String code = codes.of(stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li));
        assertThat(nanjingRoad
                        .call("redeem?store=west-lake", request(code, "A1", 12_000))
                        .code())
                .isEqualTo("till-key-store");
        assertThat(nanjingRoad.call("redeem", " ", request(code, "A1", 12_000)).code())
                .isEqualTo("coupon-key-missing");
    }

    @Test
    void aLockThatNobodyReleasedEndsByItself() {
        long coupon = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        String code = codes.of(coupon);
        assertThat(nanjingRoad.call("lock", request(code, "A1", 12_000)).status())
                .isEqualTo(200);
        clock.advance(Duration.ofMinutes(29));
        assertThat(nanjingRoad.redeem(code, "A2", 12_000).code()).isEqualTo("coupon-locked");
        clock.advance(Duration.ofMinutes(2));
        assertThat(nanjingRoad.redeem(code, "A2", 12_000).status()).isEqualTo(200);
        assertThat(stage.state(li, coupon)).isEqualTo("redeemed");
    }

    @Test
    void anOrderThatIsGivenUpFreesItsCoupon() {
        long coupon = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        assertThat(nanjingRoad
                        .call("lock", request(codes.of(coupon), "A1", 12_000))
                        .status())
                .isEqualTo(200);
        assertThat(nanjingRoad.call("unlock", "{'order':'A1'}").status()).isEqualTo(200);
        assertThat(stage.state(li, coupon)).isEqualTo("issued");
        assertThat(nanjingRoad.call("unlock", "{'order':'A1'}").code()).isEqualTo("coupon-not-locked");
    }

    @Test
    void couponsThatExcludeEachOtherAreNotUsedInOneOrder() {
        String template = stage.template(TWENTY_FROM_HUNDRED);
        String one = codes.of(stage.coupon(template, li));
        String two = codes.of(stage.coupon(template, li));
        assertThat(nanjingRoad.redeem(one, "A1", 40_000).status()).isEqualTo(200);
        assertThat(nanjingRoad.redeem(two, "A1", 40_000).code()).isEqualTo("coupon-not-stackable");
        assertThat(nanjingRoad.redeem(two, "A2", 40_000).status()).isEqualTo(200);
    }

    @Test
    void aGuideScansWhatThePhoneShowsWhileItIsFresh() {
        long coupon = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        Browser guide = browsers.guideOf(stage.brand, "nanjing-road").with("Idempotency-Key", "scan-1");
        String desk = stage.path("/coupon-desk/redeem?store=nanjing-road");
        String old = stage.pass(li, coupon);
        clock.advance(Duration.ofSeconds(61));
        assertThat(guide.post(desk, Browser.json(request(old, "A1", 12_000))).code())
                .isEqualTo("coupon-code-old");
        String fresh = stage.pass(li, coupon);
        String forged = fresh.substring(0, 12) + (fresh.charAt(12) == 'A' ? 'B' : 'A') + fresh.substring(13);
        assertThat(guide.post(desk, Browser.json(request(forged, "A1", 12_000))).code())
                .isEqualTo("coupon-code-forged");
        assertThat(guide.post(desk, Browser.json(request(fresh, "A1", 12_000))).status())
                .isEqualTo(200);
        assertThat(stage.state(li, coupon)).isEqualTo("redeemed");
    }
}
