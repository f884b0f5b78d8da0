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
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Tiers over the years.
@ServerTest
class TierStories {

    private static final String PLANS =
            "'plans':[{'id':'plus','name':'Plus','tier':'gold','price':365,'months':12," + "'refund':'unusedDays'}]";

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

    @BeforeEach
    void aBrandWithAProgramme() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR);
        String path = "/api/brands/" + brand.key() + "/loyalty/programme";
        operator.put(path, "{\"definition\":" + programme(List.of(BASE), TIERS, PLANS) + "}");
        assertThat(operator.post(path + "/publish", Map.of()).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void goldIsKeptOneMoreYearByWhatItWasReachedWithAndThenLostStepByStep() {
        CustomerNo lin = joins("M1");
        append(TestEvents.order(brand, TestEvents.member("M1"), "G1", "5000", clock.instant()));
        untilTier(lin, "gold");
        clock.advance(Duration.ofDays(367));
        await().atMost(Duration.ofSeconds(20)).until(() -> tells(EventNames.TIER_KEPT, lin));
        assertThat(tier(lin)).isEqualTo("gold");
        clock.advance(Duration.ofDays(366));
        untilTier(lin, "silver");
        await().atMost(Duration.ofSeconds(20)).until(() -> tells(EventNames.TIER_DOWNGRADED, lin));
    }

    @Test
    void aPaidMembershipIsSoldOnceAndItsUnusedDaysAreGivenBackOnce() {
        CustomerNo lin = joins("M1");
        untilTier(lin, "member");
        String paid = "/api/brands/" + brand.key() + "/customers/" + lin + "/paid-memberships/P1";
        assertThat(operator.put(paid, Map.of("plan", "plus")).status()).isEqualTo(204);
        assertThat(operator.put(paid, Map.of("plan", "plus")).status()).isEqualTo(204);
        clock.advance(Duration.ofDays(64));
        Browser.Answer refund = operator.post(paid + "/refund", Map.of("reason", "不想续了"));
        assertThat(refund.status()).as(refund.text()).isEqualTo(200);
        assertThat(refund.json().path("amount").asLong()).isBetween(29_900L, 30_100L);
        assertThat(operator.post(paid + "/refund", Map.of("reason", "再来一次")).code())
                .isEqualTo("paid-membership-ended");
        assertThat(operator.put(
                                "/api/brands/" + brand.key() + "/customers/" + lin + "/tier-gifts/g1",
                                Map.of(
                                        "tier",
                                        "diamond",
                                        "until",
                                        clock.instant().plusSeconds(60),
                                        "reason",
                                        "x"))
                        .status())
                .isEqualTo(404);
    }

    private CustomerNo joins(String member) {
        return append(
                TestEvents.event(brand, TestEvents.member(member), EventNames.MEMBER_JOINED, clock.instant(), "{}"));
    }

    private CustomerNo append(NewEvent event) {
        var written = (EventLog.Appended.Written) log.append(List.of(event)).getFirst();
        return Objects.requireNonNull(written.customer());
    }

    private String tier(CustomerNo customer) {
        return operator.get("/api/brands/" + brand.key() + "/customers/" + customer + "/memberships")
                .json()
                .at("/0/tier")
                .asString("");
    }

    private void untilTier(CustomerNo customer, String tier) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(tier(customer)).isEqualTo(tier));
    }

    private boolean tells(String name, CustomerNo customer) {
        return log.read(Math.max(0, log.end() - 200), 200).stream()
                .anyMatch(event -> event.name().equals(name) && customer.equals(event.customer()));
    }
}
