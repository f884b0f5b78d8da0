package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestBrands;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the member centre does not tell, and to whom.
@ServerTest
class MemberCentreDoorStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private Coupons coupons;

    private MemberCentreStage stage;
    private Browser li;

    @BeforeEach
    void aMember() {
        stage = new MemberCentreStage(brands, browsers, CORP);
        li = stage.byPhone(stage.phone(1));
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    @Test
    void nobodyReachesWhatIsAnothers() {
        String coupon = stage.coupon(coupons, li);
        Browser han = stage.byPhone(stage.phone(2));
        assertThat(stage.get(han, "/coupons")).isEmpty();
        assertThat(han.post(stage.own("/coupons/" + coupon + "/pass"), null).status())
                .isEqualTo(404);
        String token = "waterwheel_member=" + li.cookie("waterwheel_member").orElseThrow();
        MemberCentreStage other = new MemberCentreStage(brands, browsers, CORP);
        assertThat(other.open().with("Cookie", token).get(other.own("/card")).status())
                .as("a session of one brand at another")
                .isEqualTo(401);
        assertThat(stage.open()
                        .with("Cookie", token)
                        .get(stage.desk("/customers/1/points"))
                        .status())
                .as("a member in the console")
                .isEqualTo(401);
    }

    @Test
    void withoutASessionNothingIsTold() {
        Browser stranger = stage.open();
        for (String path : List.of(
                "/card",
                "/points",
                "/points/entries",
                "/coupons",
                "/gifts",
                "/gifts/1/0000-0000-0000-0000-0",
                "/tier",
                "/orders",
                "/invite",
                "/profile",
                "/mall/offers",
                "/mall/orders",
                "/check-ins",
                "/tasks",
                "/draws",
                "/draws/plays")) {
            assertThat(stranger.get(stage.own(path)).code()).as(path).isEqualTo("member-not-signed-in");
            assertThat(stage.open()
                            .with("Cookie", "waterwheel_member=" + "A".repeat(43))
                            .get(stage.own(path))
                            .status())
                    .as(path)
                    .isEqualTo(401);
        }
        for (String path : List.of(
                "/card/pass",
                "/coupons/claim",
                "/coupons/1/pass",
                "/coupons/1/gift",
                "/gifts/1/x",
                "/profile/phone",
                "/mall/orders",
                "/check-ins")) {
            assertThat(stranger.post(stage.own(path), Map.of()).status())
                    .as(path)
                    .isEqualTo(401);
        }
        assertThat(stranger.get(stage.own("/brand")).json().path("phone").asBoolean())
                .isTrue();
    }

    @Test
    void aPageOfSomebodyElseChangesNothing() {
        for (String site : List.of("cross-site", "same-site")) {
            String token = "waterwheel_member=" + li.cookie("waterwheel_member").orElseThrow();
            Browser elsewhere = stage.open().with("Cookie", token).with("Sec-Fetch-Site", site);
            assertThat(elsewhere.delete(stage.own("/session")).status()).isEqualTo(403);
            assertThat(elsewhere
                            .patch(stage.own("/profile"), Map.of("name", "x"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(stage.get(li, "/card").path("card").asString()).isNotEmpty();
    }

    @Test
    void theCookieIsForThisBrandAndNoScript() {
        Browser browser = stage.open();
        stage.ask(browser, stage.phone(9));
        String cookie = stage.signIn(browser, stage.phone(9), stage.code(stage.phone(9)), true, null)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/m/" + stage.brand.key() + "/api;");
    }
}
