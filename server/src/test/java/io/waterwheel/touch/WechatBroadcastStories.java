package io.waterwheel.touch;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Broadcasts by a brand's official account and mini-program, against the simulator.
@ServerTest
class WechatBroadcastStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();
    private static final String TEMPLATE = "TM00001-new_tea";

    @Autowired
    private Browsers browsers;

    @Autowired
    private TestBrands brands;

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private Brand brand;
    private Browser admin;
    private BroadcastsByHttp account;
    private BroadcastsByHttp program;

    @BeforeEach
    void aBrandWithBothApps() {
        brand = brands.chinese();
        Browser operator = browsers.signedIn(Role.OPERATOR);
        admin = browsers.signedIn(Role.ADMIN);
        account = new BroadcastsByHttp(brand, operator, log, "official_account");
        program = new BroadcastsByHttp(brand, operator, log, "mini_program");
        CORP.send("PUT", "/sim/wechat", Map.of("apps", List.of(app("official_account"), app("mini_program"))));
        CORP.noFaults();
        connect("official-account", "official_account", "secret-of-official_account");
        connect("mini-program", "mini_program", "secret-of-mini_program");
    }

    @AfterEach
    void nothingIsLeft() {
        CORP.noFaults();
        clock.reset();
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    private String appId(String kind) {
        return "wx" + brand.key() + kind.replace("_", "");
    }

    private Map<String, Object> app(String kind) {
        return Map.of(
                "appId",
                appId(kind),
                "secret",
                "secret-of-" + kind,
                "kind",
                kind,
                "templates",
                List.of(TEMPLATE),
                "callback",
                "http://127.0.0.1:" + port + "/callbacks/wechat/" + brand.key() + "/" + kind,
                "token",
                SimulatedCorp.TOKEN,
                "encodingAesKey",
                SimulatedCorp.AES_KEY);
    }

    private void connect(String path, String kind, String secret) {
        Browser.Answer connected = admin.put(
                account.api("/wechat/" + path),
                Map.of(
                        "appId",
                        appId(kind),
                        "secret",
                        secret,
                        "token",
                        SimulatedCorp.TOKEN,
                        "aesKey",
                        SimulatedCorp.AES_KEY,
                        "baseUrl",
                        CORP.url()));
        assertThat(connected.status()).as(connected.text()).isEqualTo(200);
        assertThat(connected.text()).doesNotContain("secret");
        assertThat(connected.json().path("callback").asString())
                .endsWith("/callbacks/wechat/" + brand.key() + "/" + kind);
    }

    /// One person has an openid of their own in each app.
    private String openid(String kind, int person) {
        return "o" + brand.key() + (kind.equals("mini_program") ? "-m" : "-a") + person;
    }

    private void people(int people) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 1; i <= people; i++) {
            events.add(TestEvents.event(
                    brand,
                    TestEvents.identified(
                            new Identifier(IdentifierKind.USER_ID, "u" + i),
                            new Identifier(IdentifierKind.OPENID, openid("official_account", i)),
                            new Identifier(IdentifierKind.OPENID, openid("mini_program", i))),
                    EventNames.IDENTIFIED,
                    clock.instant(),
                    "{\"name\": \"顾客" + i + "\"}"));
        }
        log.append(events);
    }

    private JsonNode act(String kind, int person, String act, int times) {
        Map<String, @Nullable Object> told = new HashMap<>();
        told.put("appId", appId(kind));
        told.put("openid", openid(kind, person));
        told.put("act", act);
        told.put("template", TEMPLATE);
        told.put("times", times);
        return CORP.send("POST", "/sim/wechat/act", told).path("statuses");
    }

    private void follow(int... people) {
        for (int person : people) {
            assertThat(act("official_account", person, "follow", 1).toString()).isEqualTo("[200]");
        }
    }

    private List<JsonNode> sent() {
        return StreamSupport.stream(CORP.send("GET", "/sim/wechat", null).spliterator(), false)
                .toList();
    }

    @Test
    void aTemplateMessageReachesEveryFollowerByTheOpenidOfThisAccount() {
        people(5);
        follow(1, 2, 3);
        act("mini_program", 4, "allow", 1);
        String id = account.draft(
                TEMPLATE,
                "thing1: {{ customer.name }}的新茶\nphrase2：到店\nurl: {{ link }}",
                "https://shop.example/",
                "marketing");
        JsonNode plan = account.planned(id);
        assertThat(plan.path("recipients").asInt()).isEqualTo(3);
        assertThat(plan.path("suppressed").toString()).isEqualTo("[{\"reason\":\"not-reachable\",\"count\":2}]");
        account.start(id);
        assertThat(account.await(id, "done").at("/progress/delivered").asInt()).isEqualTo(3);
        assertThat(sent()).hasSize(3).allSatisfy(one -> {
            assertThat(one.path("way").asString()).isEqualTo("template");
            assertThat(one.path("template").asString()).isEqualTo(TEMPLATE);
            assertThat(one.path("text").asString()).matches("thing1=顾客\\d的新茶\nphrase2=到店");
            assertThat(one.path("url").asString()).matches("http.*/s/\\w{10}");
        });
        assertThat(sent().stream().map(one -> one.path("openid").asString()))
                .containsExactlyInAnyOrder(
                        openid("official_account", 1), openid("official_account", 2), openid("official_account", 3));

        act("official_account", 2, "unfollow", 2);
        assertThat(account.planned(account.draft(TEMPLATE, "thing1: 再见", null, "marketing"))
                        .path("recipients")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aCustomerServiceMessageOnlyFollowsAnInteractionWithin48Hours() {
        clock.advance(Duration.ofHours(-49));
        people(3);
        follow(1, 2, 3);
        clock.reset();
        act("official_account", 1, "say", 1);
        act("official_account", 3, "say", 1);
        // Of one of them the platform thinks otherwise.
        act("official_account", 3, "forget", 0);
        String id = account.draft(null, "{{ customer.name }}，您好", null, "service");
        JsonNode progress = account.sendOut(id);
        assertThat(progress.path("delivered").asInt()).isEqualTo(1);
        assertThat(progress.path("failed").asInt()).isEqualTo(2);
        assertThat(account.reason(id, "failed")).isEqualTo("window-closed");
        assertThat(sent()).singleElement().satisfies(one -> {
            assertThat(one.path("way").asString()).isEqualTo("custom");
            assertThat(one.path("text").asString()).isEqualTo("顾客1，您好");
        });
    }

    @Test
    void aPermissionOfAMiniProgramIsGoodOnceHoweverOftenItIsPushed() {
        people(3);
        assertThat(act("mini_program", 1, "allow", 3).toString()).isEqualTo("[200,200,200]");
        act("mini_program", 2, "allow", 1);
        act("mini_program", 2, "reject", 1);
        act("mini_program", 3, "allow", 1);
        // Taken back where we do not hear of it: the platform refuses.
        act("mini_program", 3, "reject", 0);
        String body = "thing1: {{ customer.name }}\npage: pages/tea";
        String id = program.draft(TEMPLATE, body, null, "service");
        CORP.fault(Map.of("path", "subscribe/send", "kind", "errcode", "errcode", 45009, "times", 1));
        JsonNode progress = program.sendOut(id);
        assertThat(progress.path("delivered").asInt()).isEqualTo(1);
        assertThat(progress.path("failed").asInt()).isEqualTo(2);
        assertThat(program.reason(id, "failed")).isEqualTo("no-subscription");
        assertThat(sent()).singleElement().satisfies(one -> {
            assertThat(one.path("openid").asString()).isEqualTo(openid("mini_program", 1));
            assertThat(one.path("text").asString()).isEqualTo("thing1=顾客1");
            assertThat(one.path("url").asString()).isEqualTo("pages/tea");
        });
        assertThat(program.sendOut(program.draft(TEMPLATE, body, null, "service"))
                        .path("failed")
                        .asInt())
                .isEqualTo(3);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void tokensEndAndEachAppGetsItsOwnAgain() {
        people(4);
        follow(1, 2, 3, 4);
        for (int person = 1; person <= 4; person++) {
            act("mini_program", person, "allow", 1);
        }
        account.sendOut(account.draft(TEMPLATE, "thing1: 一", null, "service"));
        CORP.send("POST", "/sim/wechat/tokens/expire", Map.of());
        CORP.fault(Map.of("path", "template/send", "kind", "errcode", "errcode", 40001, "times", 1));
        CORP.fault(Map.of("path", "message/send", "kind", "errcode", "errcode", -1, "times", 1));
        assertThat(account.sendOut(account.draft(TEMPLATE, "thing1: 二", null, "service"))
                        .path("delivered")
                        .asInt())
                .isEqualTo(4);
        assertThat(program.sendOut(program.draft(TEMPLATE, "thing1: 三", null, "service"))
                        .path("delivered")
                        .asInt())
                .isEqualTo(4);
        assertThat(sent().stream()
                        .map(one -> one.path("appId").asString()
                                + one.path("openid").asString()
                                + one.path("text").asString())
                        .distinct())
                .hasSize(12);
    }

    @Test
    void whatIsWrongWithOneConcernsOneAndAWrongSecretPausesAll() {
        people(3);
        follow(1, 2, 3);
        CORP.fault(Map.of("path", "template/send", "kind", "errcode", "errcode", 40003, "times", 1));
        String id = account.draft(TEMPLATE, "thing1: 一", null, "service");
        assertThat(account.sendOut(id).path("failed").asInt()).isEqualTo(1);
        assertThat(account.reason(id, "failed")).isEqualTo("not-a-follower");

        String unknown = account.draft("TM-nobody-knows", "thing1: 一", null, "service");
        account.planned(unknown);
        account.start(unknown);
        assertThat(account.stopped(unknown)).isEqualTo("wechat-template-unknown");

        String second = account.draft(TEMPLATE, "thing1: 二", null, "service");
        account.planned(second);
        connect("official-account", "official_account", "another-word");
        account.start(second);
        assertThat(account.stopped(second)).isEqualTo("wechat-credential");
        connect("official-account", "official_account", "secret-of-official_account");
        account.operator().post(account.api("/broadcasts/" + second + "/resume"), Map.of());
        assertThat(account.await(second, "done").at("/progress/delivered").asInt())
                .isEqualTo(3);
    }

    @Test
    void aPushIsVerifiedAndTheAddressToo() throws Exception {
        String path = "/callbacks/wechat/" + brand.key() + "/official_account";
        Browser stranger = browsers.open();
        assertThat(stranger.get(path + "?signature=0&timestamp=1&nonce=2&echostr=hello")
                        .code())
                .isEqualTo("wechat-callback-refused");
        var sha = MessageDigest.getInstance("SHA-1");
        String signature =
                HexFormat.of().formatHex(sha.digest(("12" + SimulatedCorp.TOKEN).getBytes(StandardCharsets.UTF_8)));
        assertThat(stranger.get(path + "?signature=" + signature + "&timestamp=1&nonce=2&echostr=hello")
                        .text())
                .isEqualTo("hello");
        Map<String, Object> wrong = new HashMap<>(app("official_account"));
        wrong.put("token", "another");
        CORP.send("PUT", "/sim/wechat", Map.of("apps", List.of(wrong)));
        assertThat(act("official_account", 1, "follow", 1).toString()).isEqualTo("[401]");
        assertThat(account.events(EventNames.ACCOUNT_FOLLOWED)).isZero();
    }

    @Test
    void anAppBelongsToOneBrand() {
        Brand other = brands.chinese();
        Browser.Answer taken = admin.put(
                "/api/brands/" + other.key() + "/wechat/official-account",
                Map.of("appId", appId("official_account"), "secret", "x"));
        assertThat(taken.json().at("/errors/0/code").asString()).isEqualTo("taken");
        assertThat(admin.get("/api/brands/" + other.key() + "/wechat/mini-program")
                        .code())
                .isEqualTo("wechat-not-configured");
    }
}
