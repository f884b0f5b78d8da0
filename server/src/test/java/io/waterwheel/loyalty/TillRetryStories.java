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

/// What happens when a till asks later than it should, or something else than it did.
@ServerTest
class TillRetryStories {

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
    private TestClock clock;

    private CouponStage stage;
    private CustomerNo li;
    private Till till;

    @BeforeEach
    void aBrandWithATill() {
        stage = new CouponStage(brands, browsers, log, customers);
        li = stage.customer("李雷");
        till = stage.till("nanjing-road");
    }

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    @Test
    void aTillThatScannedAPhoneAndGotNoAnswerIsStillAnsweredWhenThePassIsOver() {
        long coupon = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        String body = request(stage.pass(li, coupon), "A1", 12_000);
        assertThat(till.call("redeem", "call-1", body).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(5));
        Browser.Answer again = till.call("redeem", "call-1", body);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.json().path("repeated").asBoolean()).isTrue();
        assertThat(till.call("redeem", "call-2", body).code())
                .as("anybody else with a picture of it")
                .isEqualTo("coupon-code-old");
        stage.told(li, "Coupon Redeemed", 1);
    }

    @Test
    void whatAPhoneWasScannedForIsKeptForItsOrderUntilItIsPaid() {
        long coupon = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        String pass = stage.pass(li, coupon);
        assertThat(till.call("lock", request(pass, "A1", 12_000)).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(5));
        assertThat(till.call("redeem", request(pass, "A2", 12_000)).code())
                .as("for another order it is a picture")
                .isEqualTo("coupon-code-old");
        assertThat(stage.till("west-lake").call("redeem", request(pass, "A1")).code())
                .as("and in another store")
                .isEqualTo("coupon-code-old");
        Browser.Answer redeemed = till.call("redeem", request(pass, "A1"));
        assertThat(redeemed.status()).as(redeemed.text()).isEqualTo(200);
        assertThat(stage.state(li, coupon)).isEqualTo("redeemed");
    }

    @Test
    void aPassThatIsOverDoesNotBringBackALockThatIs() {
        long coupon = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        String pass = stage.pass(li, coupon);
        assertThat(till.call("lock", request(pass, "A1", 12_000)).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(31));
        assertThat(till.call("redeem", request(pass, "A1", 12_000)).code()).isEqualTo("coupon-code-old");
    }

    @Test
    void aKeyStandsForOneBasket() {
        String code = codes.of(stage.coupon(
                stage.template(terms("{'kind':'percent','percent':10,'mostOff':null}", "'spend':0,'pieces':0", "")),
                li));
        assertThat(till.call("lock", "call-1", request(code, "A1", 12_000)).status())
                .isEqualTo(200);
        assertThat(till.call("lock", "call-1", request(code, "A1", 90_000)).code())
                .isEqualTo("coupon-key-taken");
        Browser.Answer again = till.call("lock", "call-1", request(code, "A1", 12_000));
        assertThat(again.json().path("repeated").asBoolean()).isTrue();
    }

    @Test
    void twoStoresWhoseOrdersHaveTheSameNumberDoNotShareALock() {
        String code = codes.of(stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li));
        assertThat(till.call("lock", request(code, "0001", 12_000)).status()).isEqualTo(200);
        Till westLake = stage.till("west-lake");
        assertThat(westLake.call("redeem", request(code, "0001")).code()).isEqualTo("coupon-locked");
        assertThat(westLake.redeem(code, "0001", 12_000).code()).isEqualTo("coupon-locked");
        assertThat(westLake.call("unlock", "{'order':'0001'}").code()).isEqualTo("coupon-not-locked");
        assertThat(till.call("redeem", request(code, "0001")).status()).isEqualTo(200);
    }

    @Test
    void twoStoresWhoseOrdersHaveTheSameNumberEachTakeBackTheirOwn() {
        String template = stage.template(TWENTY_FROM_HUNDRED);
        long here = stage.coupon(template, li);
        long there = stage.coupon(template, li);
        assertThat(till.redeem(codes.of(here), "0001", 12_000).status()).isEqualTo(200);
        Till westLake = stage.till("west-lake");
        assertThat(westLake.call("refund", "{'order':'0001','pieces':null}").code())
                .as("its order 0001 had no coupon")
                .isEqualTo("coupon-not-redeemed");

        assertThat(westLake.redeem(codes.of(there), "0001", 12_000).status())
                .as("alone in its order, as the other store's is in its own")
                .isEqualTo(200);
        assertThat(westLake.call("refund", "{'order':'0001','pieces':null}")
                        .json()
                        .path("coupons")
                        .path(0)
                        .path("coupon")
                        .asString())
                .isEqualTo(Long.toString(there));
        assertThat(stage.state(li, there)).isEqualTo("issued");
        assertThat(stage.state(li, here)).isEqualTo("redeemed");

        String broughtAlong = "{'order':'0001','store':'nanjing-road','pieces':null}";
        assertThat(westLake.call("refund", broughtAlong).status())
                .as("goods may come back to another store, which then says whose order it is")
                .isEqualTo(200);
        assertThat(stage.state(li, here)).isEqualTo("issued");
    }
}
