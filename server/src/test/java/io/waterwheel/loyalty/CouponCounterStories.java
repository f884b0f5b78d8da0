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
import io.waterwheel.loyalty.coupon.issue.CouponGifts;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Coupons at a till that were given by somebody else, or that are for sending, for one product, for a share or
/// for something given with it.
@ServerTest
class CouponCounterStories {

    private static final String ANY = "'spend':0,'pieces':0";

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
    private CouponGifts gifts;

    @Autowired
    private TestClock clock;

    private CouponStage stage;
    private CustomerNo li;
    private CustomerNo han;
    private Till till;

    @BeforeEach
    void aBrandWithATill() {
        stage = new CouponStage(brands, browsers, log, customers);
        li = stage.customer("李雷");
        han = stage.customer("韩梅梅");
        till = stage.till("s1");
    }

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    @Test
    void aGivenCouponComesBackToWhoRedeemedItAndNotToWhoGaveIt() {
        long coupon = given(stage.template(TWENTY_FROM_HUNDRED));
        assertThat(till.redeem(codes.of(coupon), "A1", 12_000).status()).isEqualTo(200);
        Browser.Answer back = till.call("refund", "{'order':'A1','pieces':null}");
        assertThat(back.json().path("share").asLong()).isEqualTo(2_000);
        assertThat(stage.state(han, coupon)).isEqualTo("issued");
        assertThat(stage.coupons(li)).isEmpty();
        stage.told(han, "Coupon Returned", 1);
        stage.told(li, "Coupon Returned", 0);
        assertThat(till.redeem(codes.of(coupon), "A2", 12_000).status())
                .as("good again")
                .isEqualTo(200);
    }

    @Test
    void whatReplacesAGivenCouponIsHersToo() {
        long coupon = given(stage.template(terms("{'kind':'amount','off':2000}", ANY, "'onReturn':'reissue'")));
        assertThat(till.redeem(codes.of(coupon), "A1", 12_000).status()).isEqualTo(200);
        clock.advance(Duration.ofDays(31));
        long fresh = Long.parseLong(till.call("refund", "{'order':'A1','pieces':null}")
                .json()
                .at("/coupons/0/replacement")
                .asString());
        assertThat(stage.state(han, fresh)).isEqualTo("issued");
        assertThat(stage.coupons(li)).isEmpty();
    }

    @Test
    void aShippingCouponTakesOffWhatSendingCostsAndNothingOfTheGoods() {
        long coupon = stage.coupon(stage.template(terms("{'kind':'shipping','mostOff':800}", ANY, "")), li);
        String code = codes.of(coupon);
        assertThat(till.call("ask", basket(code, "A0", 0, "p1", 12_000)).code())
                .as("nothing is sent")
                .isEqualTo("coupon-nothing-eligible");
        Browser.Answer dear = till.call("ask", basket(code, "A0", 1_500, "p1", 12_000));
        assertThat(dear.json().path("amount").asLong())
                .as("no more than it says")
                .isEqualTo(800);
        Browser.Answer redeemed = till.call("redeem", basket(code, "A1", 600, "p1", 12_000));
        assertThat(redeemed.json().path("amount").asLong()).isEqualTo(600);
        assertThat(redeemed.json().at("/coupons/0/shipping").asLong()).isEqualTo(600);
        assertThat(redeemed.json().at("/coupons/0/lines")).isEmpty();
        Browser.Answer back = till.call("refund", "{'order':'A1','pieces':null}");
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        assertThat(stage.state(li, coupon)).isEqualTo("issued");
    }

    @Test
    void anExchangeCouponIsForOnePieceOfItsProduct() {
        long coupon = stage.coupon(
                stage.template(terms("{'kind':'exchange','product':'p1','price':100,'cost':3000}", ANY, "")), li);
        String code = codes.of(coupon);
        assertThat(till.call("ask", basket(code, "A0", 0, "p2", 2_000)).code())
                .as("another product")
                .isEqualTo("coupon-nothing-eligible");
        Browser.Answer dear = till.call("ask", basket(code, "A0", 0, "p1", 9_000));
        assertThat(dear.json().path("amount").asLong())
                .as("no more than it may cost")
                .isEqualTo(3_000);
        Browser.Answer redeemed = till.call("redeem", basket(code, "A1", 0, "p1", 2_000));
        assertThat(redeemed.json().at("/coupons/0/lines/1").asLong()).isEqualTo(1_900);
        Browser.Answer back = till.call("refund", "{'order':'A1','pieces':{'1':1}}");
        assertThat(back.json().path("share").asLong()).isEqualTo(1_900);
        assertThat(stage.state(li, coupon)).isEqualTo("issued");
    }

    @Test
    void aShareOfThePriceIsTakenOffAndGivenBackPieceByPiece() {
        long coupon =
                stage.coupon(stage.template(terms("{'kind':'percent','percent':15,'mostOff':null}", ANY, "")), li);
        Browser.Answer redeemed = till.call("redeem", pieces(codes.of(coupon), "A1", 3, 9_999, 1, 2_001));
        assertThat(redeemed.status()).as(redeemed.text()).isEqualTo(200);
        assertThat(redeemed.json().path("amount").asLong()).isEqualTo(1_800);
        assertThat(redeemed.json().at("/coupons/0/lines").toString()).isEqualTo("{\"1\":1499,\"2\":301}");

        assertThat(refunded("{'order':'A1','pieces':{'1':1}}"))
                .as("one of three")
                .isEqualTo(499);
        assertThat(stage.state(li, coupon)).isEqualTo("redeemed");
        assertThat(refunded("{'order':'A1','pieces':{'1':2}}")).isEqualTo(1_000);
        assertThat(refunded("{'order':'A1','pieces':null}")).isEqualTo(301);
        assertThat(stage.state(li, coupon)).isEqualTo("issued");
    }

    @Test
    void aShareOfThePriceIsNoMoreThanTheMostItMayTakeOff() {
        long coupon =
                stage.coupon(stage.template(terms("{'kind':'percent','percent':15,'mostOff':1000}", ANY, "")), li);
        Browser.Answer redeemed = till.redeem(codes.of(coupon), "A1", 9_000, 3_000);
        assertThat(redeemed.json().path("amount").asLong()).as(redeemed.text()).isEqualTo(1_000);
        assertThat(redeemed.json().at("/coupons/0/lines").toString()).isEqualTo("{\"1\":750,\"2\":250}");
    }

    @Test
    void aCouponFromThreePiecesCountsPiecesAndNotLines() {
        long coupon =
                stage.coupon(stage.template(terms("{'kind':'amount','off':500}", "'spend':0,'pieces':3", "")), li);
        String code = codes.of(coupon);
        Browser.Answer few = till.call("redeem", pieces(code, "A1", 1, 9_000, 1, 9_000));
        assertThat(few.code()).isEqualTo("coupon-below-threshold");
        assertThat(few.json().path("detail").asString()).contains("1 piece");
        assertThat(till.call("redeem", pieces(code, "A1", 2, 900, 1, 900)).status())
                .isEqualTo(200);
    }

    @Test
    void theTillIsToldWhatToGiveWithTheOrder() {
        long coupon = stage.coupon(
                stage.template(terms("{'kind':'gift','product':'cake','cost':1500}", "'spend':5000,'pieces':0", "")),
                li);
        String code = codes.of(coupon);
        assertThat(till.redeem(code, "A0", 4_999).code()).isEqualTo("coupon-below-threshold");
        for (String verb : List.of("ask", "lock", "redeem")) {
            Browser.Answer answer = till.call(verb, request(code, "A1", 5_000));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().at("/coupons/0/gift").asString()).as(verb).isEqualTo("cake");
            assertThat(answer.json().path("amount").asLong()).isZero();
        }
        assertThat(settlement("owed"))
                .as("the store gave the cake, and the brand pays it")
                .isEqualTo(1_500);
        assertThat(refunded("{'order':'A1','pieces':null}"))
                .as("the customer is paid back no less for it")
                .isZero();
        assertThat(stage.state(li, coupon)).isEqualTo("issued");
        assertThat(settlement("returned")).isEqualTo(1_500);
        assertThat(settlement("owed")).isZero();
        assertThat(stage.operator
                        .get(stage.path("/coupon-settlement/reconciliation"))
                        .json()
                        .path("agrees")
                        .asBoolean())
                .isTrue();
    }

    /// A figure of the brand's only store, of today.
    private long settlement(String figure) {
        LocalDate today = stage.brand.dayOf(clock.instant());
        return stage.operator
                .get(stage.path("/coupon-settlement?from=" + today + "&until=" + today))
                .json()
                .at("/0/" + figure)
                .asLong(-1);
    }

    private long refunded(String request) {
        Browser.Answer back = till.call("refund", request);
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        return back.json().path("share").asLong();
    }

    /// Two lines, of so many pieces each.
    private static String pieces(String code, String order, int first, long dear, int second, long cheap) {
        return "{'codes':['" + code + "'],'order':'" + order + "','minutes':null,'basket':{'store':null,"
                + "'channel':'store','shipping':0,'lines':[{'line':'1','product':'p1','category':'tea','pieces':"
                + first + ",'amount':" + dear + "},{'line':'2','product':'p2','category':'tea','pieces':" + second
                + ",'amount':" + cheap + "}]}}";
    }

    private long given(String template) {
        long coupon = stage.coupon(template, li);
        gifts.accept(
                stage.brand, han, coupon, gifts.offer(stage.brand, li, coupon).code());
        return coupon;
    }

    private static String basket(String code, String order, long shipping, String product, long amount) {
        return "{'codes':['" + code + "'],'order':'" + order + "','minutes':null,'basket':{'store':null,"
                + "'channel':'store','shipping':" + shipping + ",'lines':[{'line':'1','product':'" + product
                + "','category':'tea','pieces':1,'amount':" + amount + "}]}}";
    }
}
