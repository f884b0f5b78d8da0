package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.PATIENCE;
import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Coupons of somebody who asked to be forgotten.
@ServerTest
class ErasedCouponStories {

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Test
    void whatTheyDidNotUseIsWithdrawnAndTheBudgetIsFreeForOthers() {
        CouponStage stage = new CouponStage(brands, browsers, log, customers);
        String template = stage.template(TWENTY_FROM_HUNDRED, "'budget':2000");
        CustomerNo li = stage.customer("li");
        CustomerNo han = stage.customer("han");
        assertThat(stage.issue(template, li, "first").status()).isEqualTo(200);
        assertThat(stage.issue(template, han, "second").status()).isGreaterThanOrEqualTo(400);

        Browser.Answer asked = stage.admin.post(stage.path("/customers/" + li + "/erasure"), Map.of("reason", "本人要求"));
        String erasure = "/api/erasures/" + asked.json().path("id").asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        stage.admin.get(erasure).json().path("state").asString().equals("done"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                stage.figures(template).path("withdrawn").asInt())
                        .isEqualTo(1));
        assertThat(stage.figures(template).path("reserved").asLong()).isZero();
        assertThat(stage.issue(template, han, "third").status()).isEqualTo(200);
    }
}
