package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.account.Role;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestBrands;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Each brand has members agree to its own words.
@ServerTest
class MemberTermsStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();
    private static final String ZH = "## 会员\n加入茶水会员后，积分一年有效，不兑换现金。\n\n## 隐私\n我们保存您的手机号和订单。";
    private static final String EN =
            "## Membership\nPoints of Chashui last a year.\n\n## Privacy\nWe keep your phone and orders.";

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    private MemberCentreStage stage;

    @BeforeEach
    void aBrand() {
        stage = new MemberCentreStage(brands, browsers, CORP);
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    @Test
    void aBrandWithoutWordsOfItsOwnHasThoseOfThePages() {
        JsonNode shown = stage.get(stage.open(), "/terms");
        assertThat(shown.path("version").asString()).isEqualTo("member-2026-11");
        assertThat(shown.path("zh").isNull()).isTrue();
        assertThat(stage.admin.get(stage.desk("/member-terms")).json().isEmpty())
                .isTrue();
        assertThat(agreed(stage.byPhone(stage.phone(1)))).contains("member-2026-11");
    }

    @Test
    void whatSomebodyAgreedToIsKeptWithItsVersionWhenTheWordsChange() {
        assertThat(publish(ZH, EN).path("version").asString()).isEqualTo("own-1");
        JsonNode shown = stage.get(stage.open(), "/terms");
        assertThat(shown.path("zh").asString()).isEqualTo(ZH);
        assertThat(shown.path("en").asString()).isEqualTo(EN);
        Browser early = stage.byPhone(stage.phone(1));
        assertThat(publish(ZH, EN).path("version").asString())
                .as("the same words are no new version")
                .isEqualTo("own-1");
        assertThat(publish(ZH + "\n\n如有疑问请联系门店。", EN).path("version").asString())
                .isEqualTo("own-2");
        Browser late = stage.byPhone(stage.phone(2));
        assertThat(agreed(early)).contains("own-1").doesNotContain("own-2");
        assertThat(agreed(late)).contains("own-2").doesNotContain("own-1");
        JsonNode versions = stage.admin.get(stage.desk("/member-terms")).json();
        assertThat(versions.at("/0/version").asString()).isEqualTo("own-2");
        assertThat(versions.at("/1/zh").asString()).as("can be read as it was").isEqualTo(ZH);
        assertThat(new MemberCentreStage(brands, browsers, CORP)
                        .get(stage.open(), "/terms")
                        .path("version")
                        .asString())
                .as("at another brand")
                .isEqualTo("member-2026-11");
    }

    @Test
    void whoReadOtherWordsThanThereAreNowReadsAgainAndTheCodeIsStillGood() {
        publish(ZH, EN);
        String phone = stage.phone(1);
        Browser browser = stage.open();
        stage.ask(browser, phone);
        String code = stage.code(phone);
        publish(ZH + "\n\n如有疑问请联系门店。", EN);
        Browser.Answer refused = stage.signIn(browser, phone, code, true, "own-1", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("member-terms-changed");
        Browser.Answer sent = browser.get(stage.own("/wechat?agreed=true&terms=own-1"));
        assertThat(MemberCentreStage.location(sent)).endsWith("sign-in?why=member-terms-changed");
        assertThat(stage.signIn(browser, phone, code, true, "own-2", null).status())
                .isEqualTo(204);
    }

    @Test
    void whoComesThroughWechatAgreedToWhatTheyReadBeforeTheyWent() {
        publish(ZH, EN);
        Browser browser = stage.open();
        String back = stage.throughWechat(browser, "o-mei:union-mei:韩梅梅", true);
        publish(ZH + "\n\n如有疑问请联系门店。", EN);
        assertThat(browser.get(back).status()).isEqualTo(302);
        assertThat(agreed(browser)).contains("own-1").doesNotContain("own-2");
    }

    @Test
    void twoWhoPublishAtOnceMakeTwoVersions() {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            IntStream.range(0, 6).forEach(i -> both.submit(() -> publish(ZH + "\n\n第 " + i + " 稿", EN)));
        }
        assertThat(stage.admin
                        .get(stage.desk("/member-terms"))
                        .json()
                        .valueStream()
                        .map(one -> one.path("version").asString()))
                .containsExactly("own-6", "own-5", "own-4", "own-3", "own-2", "own-1");
    }

    @Test
    void wordsThatAreNoneAndPeopleWhoMayNotAreRefused() {
        assertThat(refused("", EN)).isEqualTo("invalid");
        assertThat(refused(ZH, " ")).isEqualTo("invalid");
        assertThat(refused(ZH, "x".repeat(20_001))).isEqualTo("invalid");
        Browser operator = browsers.signedIn(Role.OPERATOR);
        assertThat(operator.post(stage.desk("/member-terms"), Map.of("zh", ZH, "en", EN))
                        .status())
                .isEqualTo(403);
        assertThat(operator.get(stage.desk("/member-terms")).json().isEmpty()).isTrue();
    }

    private JsonNode publish(String zh, String en) {
        Browser.Answer published = stage.admin.post(stage.desk("/member-terms"), Map.of("zh", zh, "en", en));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        return published.json();
    }

    private String refused(String zh, String en) {
        return stage.admin
                .post(stage.desk("/member-terms"), Map.of("zh", zh, "en", en))
                .code();
    }

    private String agreed(Browser member) {
        return stage.admin
                .get(stage.desk("/customers/" + stage.customer(member) + "/timeline"))
                .text();
    }
}
