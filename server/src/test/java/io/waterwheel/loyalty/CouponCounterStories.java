package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Coupons at a till that were given by somebody else, or that are for sending or for one product.
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
