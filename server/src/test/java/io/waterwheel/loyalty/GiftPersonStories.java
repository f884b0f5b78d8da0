package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.coupon.issue.CouponGifts;
import io.waterwheel.loyalty.coupon.issue.GivenCoupons;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who gives a coupon turns out to be somebody else, or is forgotten.
@ServerTest
class GiftPersonStories {

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private CouponGifts gifts;

    @Autowired
    private GivenCoupons given;

    private CouponStage stage;
    private CustomerNo li;
    private CustomerNo han;
    private long coupon;
    private String code;

    @BeforeEach
    void anOffer() {
        stage = new CouponStage(brands, browsers, log, customers);
        li = stage.customer("李雷");
        han = stage.customer("韩梅梅");
        coupon = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        code = gifts.offer(stage.brand, li, coupon).code();
    }

    @Test
    void whoTurnsOutToBeTwoStillSeesWhatEitherGave() {
        gifts.accept(stage.brand, han, coupon, code);
        CustomerNo whole = merged(li, stage.customer("李雷二号"));
        assertThat(given.of(stage.brand, whole)).hasSize(1);
        assertThat(given.of(stage.brand, han)).isEmpty();
    }

    @Test
    void whoTurnsOutToBeTheGiverTakesNothing() {
        CustomerNo whole = merged(li, han);
        assertThatThrownBy(() -> gifts.accept(stage.brand, han, coupon, code)).hasMessage("coupon-gift-own");
        gifts.takeBack(stage.brand, whole, coupon);
        assertThat(stage.state(whole, coupon)).isEqualTo("issued");
    }

    @Test
    void whatSomebodyOfferedWhoIsForgottenIsTakenByNobodyAndWhatTheyGaveStays() {
        long kept = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        gifts.accept(stage.brand, han, kept, gifts.offer(stage.brand, li, kept).code());
        Browser.Answer asked =
                stage.admin.post(stage.path("/customers/" + li + "/erasure"), Map.of("reason", "asked for"));
        assertThat(asked.status()).as(asked.text()).isLessThan(300);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThatThrownBy(() -> gifts.look(stage.brand, han, coupon, code))
                        .hasMessage("coupon-gift-over"));
        assertThat(stage.state(han, kept)).isEqualTo("issued");
    }

    private CustomerNo merged(CustomerNo one, CustomerNo other) {
        Browser.Answer merged = stage.operator.post(
                stage.path("/customers/" + one + "/merge"), Map.of("other", other.value(), "why", "同一人"));
        assertThat(merged.status()).as(merged.text()).isEqualTo(200);
        return customers.currentOf(one);
    }
}
