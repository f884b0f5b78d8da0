package io.waterwheel.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.intake.Import;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A brand leaves its old system: the points of its members come as a file and stand in the ledger to the last one.
@ServerTest
@org.springframework.context.annotation.Import(ImportFixture.class)
class OpeningFileStories {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private ImportFixture fixture;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    private Brand brand;
    private Browser operator;
    private String lin;
    private String mei;

    @BeforeEach
    void aBrand() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR);
        long phone = Math.abs(System.nanoTime()) % 10_000_000_000L;
        lin = "1%010d".formatted(phone);
        mei = "1%010d".formatted((phone + 1) % 10_000_000_000L);
    }

    @Test
    void aFileIsReconciledToTheLastPointAndACorrectedOneCountsInstead() throws Exception {
        file("手机,积分,截止日期\n" + lin + ",1200,2026-01-31\n" + mei + ",35,2026-01-31\n");
        untilBooked(1_235);

        file("会员号,手机,积分,截止日期\nP1," + lin + ",1300,2026-01-31\nP2," + mei + ",0,2026-01-31\n");
        untilBooked(1_300);
        JsonNode openings = openings();
        assertThat(openings.path("members").asInt()).isEqualTo(2);
        assertThat(openings.path("differences").valueStream().toList()).isEmpty();
        assertThat(openings.path("doubted").valueStream().toList()).isEmpty();
        assertThat(get("/points/trial-balance").path("sum").asLong(-1)).isZero();
        assertThat(get("/points/reconciliation")
                        .path("differences")
                        .valueStream()
                        .toList())
                .isEmpty();
    }

    @Test
    void anUndoneFileCountsNoLongerAndWhatStoodBeforeStandsAgain() throws Exception {
        file("会员号,手机,积分,截止日期\nP1," + lin + ",1200,2026-01-31\n");
        Import wrong = file("会员号,手机,积分,截止日期\nP1," + lin + ",99999,2026-02-28\nP2," + mei + ",700,2026-02-28\n");
        untilBooked(100_699);

        fixture.undo(brand, wrong);
        untilBooked(1_200);
        JsonNode openings = openings();
        assertThat(openings.path("members").asInt()).isEqualTo(1);
        assertThat(openings.path("differences").valueStream().toList()).isEmpty();

        // The same file once more, on purpose this time.
        file("会员号,手机,积分,截止日期\nP1," + lin + ",99999,2026-02-28\nP2," + mei + ",700,2026-02-28\n");
        untilBooked(100_699);
        assertThat(get("/points/trial-balance").path("sum").asLong(-1)).isZero();
    }

    private Import file(String text) throws Exception {
        return fixture.bringInAs("points", brand, text);
    }

    private void untilBooked(long points) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(openings().path("booked").asLong()).isEqualTo(points);
            assertThat(openings().path("imported").asLong()).isEqualTo(points);
        });
    }

    private JsonNode openings() {
        return get("/points/openings");
    }

    private JsonNode get(String path) {
        Browser.Answer answer = operator.get("/api/brands/" + brand.key() + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
