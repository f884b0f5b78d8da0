package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static io.waterwheel.loyalty.programme.ProgrammeText.programme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Somebody wants the money for a paid membership back.
@ServerTest
class PaidMembershipStories {

    private static final String PLANS = "'plans':["
            + "{'id':'plus','name':'Plus','tier':'gold','price':365,'months':12,'refund':'unusedDays'},"
            + "{'id':'silver','name':'Silver','tier':'silver','price':100,'months':12,'refund':'none'},"
            + "{'id':'promise','name':'Promise','tier':'gold','price':49.9,'months':12,'refund':'all'}]";

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    private Brand brand;
    private Browser operator;
    private CustomerNo lin;

    @BeforeEach
    void aMember() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        String path = "/api/brands/" + brand.key() + "/loyalty/programme";
        operator.put(path, "{\"definition\":" + programme(List.of(BASE), TIERS, PLANS) + "}");
        assertThat(operator.post(path + "/publish", Map.of()).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        var joined = (EventLog.Appended.Written) log.append(List.of(TestEvents.event(
                        brand, TestEvents.member("M1"), EventNames.MEMBER_JOINED, clock.instant(), "{}")))
                .getFirst();
        lin = Objects.requireNonNull(joined.customer());
        await().atMost(CouponStage.PATIENCE)
                .until(() -> !operator.get(customer("/memberships")).json().isEmpty());
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void theDeskSeesWhatComesBackAndWhichTierIsLeftBeforeItRefunds() {
        sell("P1", "plus");
        sell("S1", "silver");
        clock.advance(Duration.ofDays(64));
        JsonNode plus = period("P1");
        assertThat(plus.path("plan").asString()).isEqualTo("Plus");
        assertThat(plus.path("price").asLong()).isEqualTo(36_500);
        assertThat(plus.path("refundable").asLong()).isBetween(29_900L, 30_100L);
        String silver = period("S1").path("tier").asString();
        assertThat(plus.path("tier").asString()).isNotEqualTo(silver);
        assertThat(plus.path("tierAfter").asString())
                .as("what the other plan lends")
                .isEqualTo(silver);

        Browser.Answer refund = refund("P1", "搬家了", null);
        assertThat(refund.status()).as(refund.text()).isEqualTo(200);
        assertThat(refund.json().path("amount")).isEqualTo(plus.path("refundable"));
        assertThat(refund.json().path("tierAfter").asString()).isEqualTo(silver);
        JsonNode after = period("P1");
        assertThat(after.path("refunded")).isEqualTo(plus.path("refundable"));
        assertThat(after.path("refundReason").asString()).isEqualTo("搬家了");
        assertThat(after.path("refundedBy").asString()).isNotEmpty();
        assertThat(after.path("refundable").isNull()).isTrue();

        assertThat(refund("S1", "不满意", null).json().path("amount").asLong())
                .as("this plan gives nothing back")
                .isZero();
        assertThat(refund("S1", "不满意", null).code()).isEqualTo("paid-membership-ended");
    }

    @Test
    void aPlanThatPromisesAllOfItGivesBackTheWholePriceUntilItsLastDayAndNothingAfterwards() {
        sell("P1", "promise");
        sell("P2", "promise");
        assertThat(period("P1").path("refundable").asLong()).isEqualTo(4_990);
        clock.advance(Duration.ofDays(350));
        assertThat(period("P1").path("refundable").asLong()).isEqualTo(4_990);
        Browser.Answer refund = refund("P1", "不满意", null);
        assertThat(refund.json().path("amount").asLong()).as(refund.text()).isEqualTo(4_990);
        assertThat(period("P1").path("refunded").asLong()).isEqualTo(4_990);

        clock.advance(Duration.ofDays(750));
        assertThat(period("P2").path("refundable").isNull()).isTrue();
        assertThat(refund("P2", "太晚了", null).code()).isEqualTo("paid-membership-ended");
    }

    @Test
    void theDeskMayGiveBackAnotherAmountButNeverMoreThanWasPaid() {
        sell("P1", "plus");
        assertThat(refund("P1", "", null).code()).isEqualTo("invalid");
        assertThat(refund("P1", " ", null).code()).isEqualTo("invalid");
        assertThat(refund("P1", "x".repeat(201), null).code()).isEqualTo("invalid");
        assertThat(refund("P1", "好意", -1L).code()).isEqualTo("invalid");
        assertThat(refund("P1", "好意", 36_501L).code()).isEqualTo("invalid");
        assertThat(refund("P9", "没有", null).code()).isEqualTo("not-found");
        assertThat(period("P1").path("refundedAt").isNull()).isTrue();
        assertThat(refund("P1", "好意", 36_500L).json().path("amount").asLong()).isEqualTo(36_500);
        assertThat(browsers.signedIn(Role.GUIDE)
                        .get(customer("/paid-memberships"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatWasSoldIsGivenBackAsThePlanSaidThen() {
        sell("P1", "plus");
        String path = "/api/brands/" + brand.key() + "/loyalty/programme";
        operator.put(path, "{\"definition\":" + programme(List.of(BASE), TIERS, "'plans':[]") + "}");
        assertThat(operator.post(path + "/publish", Map.of()).status()).isEqualTo(200);
        clock.advance(Duration.ofDays(64));
        assertThat(period("P1").path("refundable").asLong()).isBetween(29_900L, 30_100L);
        assertThat(refund("P1", "搬家了", null).json().path("amount").asLong()).isBetween(29_900L, 30_100L);
    }

    private void sell(String key, String plan) {
        assertThat(operator.put(customer("/paid-memberships/" + key), Map.of("plan", plan))
                        .status())
                .isEqualTo(204);
    }

    private Browser.Answer refund(String key, String reason, @Nullable Long amount) {
        Map<String, Object> wish = new HashMap<>(Map.of("reason", reason));
        wish.put("amount", amount);
        return operator.post(customer("/paid-memberships/" + key + "/refund"), wish);
    }

    private JsonNode period(String key) {
        return operator.get(customer("/paid-memberships"))
                .json()
                .valueStream()
                .filter(one -> one.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private String customer(String path) {
        return "/api/brands/" + brand.key() + "/customers/" + lin + path;
    }
}
