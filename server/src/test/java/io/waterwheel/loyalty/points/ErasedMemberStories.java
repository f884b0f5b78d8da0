package io.waterwheel.loyalty.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What becomes of the points of somebody who is forgotten.
@ServerTest
class ErasedMemberStories {

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private LotExpiry expiry;

    @Test
    void herPointsAreLostTheBrandOwesThemNoLongerAndTheLedgerAddsUp() {
        PointsStage stage = new PointsStage(brands.chinese(), browsers, ledger, log, clock);
        CustomerNo lin = stage.member("lin");
        CustomerNo han = stage.member("han");
        stage.earn(lin, "a", 500, null, null);
        stage.earn(lin, "b", 70, clock.instant().plus(Duration.ofDays(7)), null);
        stage.earn(han, "c", 30, null, null);
        stage.spend(lin, "s", 100);
        assertThat(stage.has(lin)).isEqualTo(List.of(400L, 70L, 0L, 0L));

        erase(stage, lin);
        expiry.expireAll();
        assertThat(ledger.balances(stage.brand.id(), List.of(lin)).values()).allSatisfy(left -> {
            assertThat(left.available().any()).isFalse();
            assertThat(left.pending().any()).isFalse();
        });
        JsonNode month = stage.read("/points/liability").path(0);
        assertThat(month.path("expired").asLong()).isEqualTo(470);
        assertThat(month.path("liability").asLong()).isEqualTo(30);
        assertThat(stage.has(han).getFirst()).isEqualTo(30);
        stage.addsUp();
    }

    @Test
    void whatIsBookedAfterSheWasForgottenExpiresAsItComes() {
        PointsStage stage = new PointsStage(brands.chinese(), browsers, ledger, log, clock);
        CustomerNo lin = stage.member("lin");
        CustomerNo han = stage.member("han");
        stage.earn(lin, "a", 500, null, null);
        erase(stage, lin);
        expiry.expireAll();
        stage.earn(lin, "late", 50, null, clock.instant().plus(Duration.ofDays(300)));
        stage.earn(lin, "later", 20, clock.instant().plus(Duration.ofDays(7)), null);
        stage.earn(han, "c", 30, null, null);
        expiry.expireAll();
        JsonNode month = stage.read("/points/liability").path(0);
        assertThat(month.path("expired").asLong()).isEqualTo(570);
        assertThat(month.path("liability").asLong()).isEqualTo(30);
        stage.addsUp();
    }

    @Test
    void herFirstPointsThatComeAfterSheWasForgottenExpireToo() {
        PointsStage stage = new PointsStage(brands.chinese(), browsers, ledger, log, clock);
        CustomerNo lin = stage.member("lin");
        erase(stage, lin);
        stage.earn(lin, "late", 50, null, null);
        expiry.expireAll();
        assertThat(stage.read("/points/liability").path(0).path("liability").asLong())
                .isZero();
        stage.addsUp();
    }

    private void erase(PointsStage stage, CustomerNo customer) {
        Browser admin = browsers.signedIn(Role.ADMIN);
        Browser.Answer asked = admin.post(
                "/api/brands/" + stage.brand.key() + "/customers/" + customer + "/erasure", Map.of("reason", "本人要求"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        String id = asked.json().path("id").asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> admin.get("/api/erasures/" + id)
                        .json()
                        .path("state")
                        .asString()
                        .equals("done"));
    }
}
