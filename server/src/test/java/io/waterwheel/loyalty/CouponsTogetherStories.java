package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.CouponStage.Till;
import io.waterwheel.loyalty.coupon.code.CouponCodes;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Coupons that may stand together, in one order at a till.
@ServerTest
class CouponsTogetherStories {

    private static final String ANY = "'spend':0,'pieces':0";
    private static final String TOGETHER = "'stacking':{'exclusive':false,'otherKinds':true,'mostPerOrder':1}";
    private static final String OWN_KIND = "'stacking':{'exclusive':false,'otherKinds':false,'mostPerOrder':2}";
    private static final String TWENTY = "{'kind':'amount','off':2000}";
    private static final String TENTH = "{'kind':'percent','percent':10,'mostOff':null}";

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

    private CouponStage stage;
    private CustomerNo li;
    private Till till;

    @BeforeEach
    void aBrandWithATill() {
        stage = new CouponStage(brands, browsers, log, customers);
        li = stage.customer("李雷");
        till = stage.till("nanjing-road");
    }

    @Test
    void twoCouponsAreLockedPaidWithAtOnceAndGivenBackWithTheGoods() {
        long twenty = coupon(TWENTY, TOGETHER);
        long tenth = coupon(TENTH, TOGETHER);
        Browser.Answer locked = done(till.call("lock", order("A1", 6_000, 6_000, twenty, tenth)));
        assertThat(amounts(locked))
                .as("the share of the whole comes before the fixed amount")
                .isEqualTo(Map.of(twenty, 2_000L, tenth, 1_200L));
        assertThat(stage.state(li, twenty)).isEqualTo("locked");
        assertThat(stage.state(li, tenth)).isEqualTo("locked");

        String paid =
                "{'codes':[" + quoted(twenty) + "," + quoted(tenth) + "],'order':'A1','minutes':null,'basket':null}";
        Browser.Answer redeemed = done(till.call("redeem", "pay-1", paid));
        assertThat(redeemed.json().path("amount").asLong()).isEqualTo(3_200);
        assertThat(done(till.call("redeem", "pay-1", paid))
                        .json()
                        .path("repeated")
                        .asBoolean())
                .isTrue();
        stage.told(li, "Coupon Redeemed", 2);
        assertThat(owed())
                .isEqualTo("{\"store\":\"nanjing-road\",\"redeemed\":2,\"amount\":3200,\"returned\":0,\"owed\":3200}");

        Browser.Answer half = done(till.call("refund", "{'order':'A1','pieces':{'1':1}}"));
        assertThat(half.json().path("share").asLong()).isEqualTo(1_600);
        assertThat(shares(half)).isEqualTo(Map.of(twenty, 1_000L, tenth, 600L));
        assertThat(stage.state(li, twenty)).isEqualTo("redeemed");
        Browser.Answer rest = done(till.call("refund", "{'order':'A1','pieces':null}"));
        assertThat(rest.json().path("share").asLong()).isEqualTo(1_600);
        assertThat(stage.state(li, twenty)).isEqualTo("issued");
        assertThat(stage.state(li, tenth)).isEqualTo("issued");
        stage.told(li, "Coupon Returned", 2);
        assertThat(owed())
                .isEqualTo("{\"store\":\"nanjing-road\",\"redeemed\":2,\"amount\":3200,\"returned\":3200,\"owed\":0}");
    }

    @Test
    void aCouponFoundLaterIsTakenOffWhatTheFirstLeft() {
        long twenty = coupon(TWENTY, TOGETHER);
        long tenth = coupon(TENTH, TOGETHER);
        done(till.call("redeem", order("A1", 6_000, 6_000, twenty)));
        assertThat(amounts(done(till.call("redeem", order("A1", 6_000, 6_000, tenth)))))
                .isEqualTo(Map.of(tenth, 1_000L));
        assertThat(owed()).contains("\"amount\":3000");
    }

    @Test
    void whereOneMayNotStandBesideTheOtherNeitherIsUsed() {
        long own = coupon(TWENTY, OWN_KIND);
        long tenth = coupon(TENTH, TOGETHER);
        assertThat(till.call("lock", order("A1", 6_000, 6_000, own, tenth)).code())
                .isEqualTo("coupon-not-stackable");
        assertThat(stage.state(li, own)).isEqualTo("issued");
        assertThat(stage.state(li, tenth)).isEqualTo("issued");
    }

    @Test
    void noMoreOfOneTemplateThanItsTermsAllow() {
        String template = stage.template(terms(TWENTY, ANY, OWN_KIND));
        long first = stage.coupon(template, li);
        long second = stage.coupon(template, li);
        long third = stage.coupon(template, li);
        assertThat(till.call("redeem", order("A1", 6_000, 6_000, first, second, third))
                        .code())
                .isEqualTo("coupon-not-stackable");
        assertThat(done(till.call("redeem", order("A1", 6_000, 6_000, first, second)))
                        .json()
                        .path("amount")
                        .asLong())
                .isEqualTo(4_000);
        assertThat(till.call("redeem", order("A1", 6_000, 6_000, third)).code()).isEqualTo("coupon-not-stackable");
    }

    private long coupon(String benefit, String stacking) {
        return stage.coupon(stage.template(terms(benefit, ANY, stacking)), li);
    }

    private String quoted(long coupon) {
        return "'" + codes.of(coupon) + "'";
    }

    private String order(String order, long first, long second, long... coupons) {
        String shown = Arrays.stream(coupons).mapToObj(this::quoted).collect(Collectors.joining(","));
        return CouponStage.request("-", order, first, second).replace("'-'", shown);
    }

    private static Browser.Answer done(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static Map<Long, Long> amounts(Browser.Answer answer) {
        return each(answer, "amount");
    }

    private static Map<Long, Long> shares(Browser.Answer answer) {
        return each(answer, "share");
    }

    private static Map<Long, Long> each(Browser.Answer answer, String figure) {
        return answer.json()
                .path("coupons")
                .valueStream()
                .collect(Collectors.toMap(
                        one -> Long.parseLong(one.path("coupon").asString()),
                        one -> one.path(figure).asLong()));
    }

    /// What the brand's only store with coupons is owed for today.
    private String owed() {
        LocalDate today = stage.brand.dayOf(Instant.now());
        return stage.operator
                .get(stage.path("/coupon-settlement?from=" + today + "&until=" + today))
                .json()
                .path(0)
                .toString();
    }
}
