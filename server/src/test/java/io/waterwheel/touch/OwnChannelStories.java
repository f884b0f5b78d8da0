package io.waterwheel.touch;

import static io.waterwheel.touch.BroadcastFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.touch.http.RequestSignature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Broadcasts by what a brand has of its own: a system that carries messages, and people who phone.
@ServerTest
class OwnChannelStories {

    private static final String SECRET = "a-secret-of-enough-letters";

    @Autowired
    private Browsers browsers;

    @Autowired
    private TestBrands brands;

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    private final AppServer app = new AppServer();
    private Brand brand;
    private Browser operator;
    private Browser admin;
    private BroadcastsByHttp webhook;
    private BroadcastsByHttp calls;

    @BeforeEach
    void aBrand() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR);
        admin = browsers.signedIn(Role.ADMIN);
        webhook = new BroadcastsByHttp(brand, operator, log, "webhook");
        calls = new BroadcastsByHttp(brand, operator, log, "call");
    }

    @AfterEach
    void nothingIsLeft() {
        app.close();
        clock.reset();
    }

    private void carrier(@Nullable String secret) {
        Map<String, @Nullable Object> settings = new HashMap<>();
        settings.put("url", app.url());
        settings.put("secret", secret);
        assertThat(admin.put(webhook.api("/webhook-channel/settings"), settings).status())
                .isEqualTo(200);
    }

    private String phone(int person) {
        return "136" + (10_000_000 + brand.id().value() * 200 + person);
    }

    private void people(int people) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 1; i <= people; i++) {
            Subject subject = TestEvents.identified(
                    new Identifier(IdentifierKind.PHONE, phone(i)), new Identifier(IdentifierKind.USER_ID, "u" + i));
            events.add(TestEvents.event(
                    brand, subject, EventNames.IDENTIFIED, clock.instant(), "{\"name\": \"顾客" + i + "\"}"));
            events.add(TestEvents.event(
                    brand,
                    subject,
                    EventNames.CONSENT_GRANTED,
                    clock.instant(),
                    "{\"channel\": \"call\", \"purpose\": \"marketing\"}"));
        }
        log.append(events);
    }

    @Test
    void theBrandsOwnSystemCarriesEachMessageOnceWhateverTheConnectionDoes() {
        people(12);
        carrier(SECRET);
        app.answers(AppServer.SILENT, 503, AppServer.SILENT, 500);
        String id = webhook.draft("{{ customer.name }}，请看 {{ link }}", "https://shop.example/");
        assertThat(webhook.sendOut(id).path("delivered").asInt()).isEqualTo(12);
        assertThat(app.carried()).hasSize(12).allSatisfy(post -> {
            assertThat(post.signature())
                    .isEqualTo(RequestSignature.sign(SECRET, Long.parseLong(post.timestamp()), post.body()));
            assertThat(post.json().path("id").asString()).isEqualTo(post.key());
        });
        assertThat(app.posted()).isGreaterThanOrEqualTo(16);
        assertThat(app.carried())
                .extracting(post -> post.json().path("user_id").asString())
                .doesNotHaveDuplicates()
                .contains("u7");
        assertThat(app.carried().getFirst().json().path("text").asString()).matches("顾客\\d+，请看 http.*/s/\\w{10}");
        assertThat(webhook.get(id).at("/plan/cost").isNull()).isTrue();
    }

    @Test
    void aMessageTheBrandsSystemDoesNotWantFailsAndAWrongSecretPausesAll() {
        people(3);
        carrier(SECRET);
        app.answers(422);
        String id = webhook.draft("您好", null);
        assertThat(webhook.sendOut(id).path("failed").asInt()).isEqualTo(1);
        assertThat(webhook.reason(id, "failed")).isEqualTo("webhook-422");
        assertThat(app.carried()).hasSize(2);

        String second = webhook.draft("再见", null);
        webhook.planned(second);
        app.answers(401, 401, 401);
        webhook.start(second);
        assertThat(webhook.stopped(second)).isEqualTo("webhook-credential-refused");
        operator.post(webhook.api("/broadcasts/" + second + "/resume"), Map.of());
        assertThat(webhook.await(second, "done").at("/progress/delivered").asInt())
                .isEqualTo(3);
        assertThat(app.carried()).hasSize(5);
    }

    @Test
    void theSystemsAddressAndSecretAreChecked() {
        assertThat(admin.get(webhook.api("/webhook-channel/settings")).code()).isEqualTo("webhook-not-configured");
        assertThat(admin.put(
                                webhook.api("/webhook-channel/settings"),
                                Map.of("url", "ftp://app.example", "secret", "short"))
                        .json()
                        .path("errors")
                        .size())
                .isEqualTo(2);
        carrier(SECRET);
        carrier(null);
        assertThat(admin.get(webhook.api("/webhook-channel/settings")).text()).doesNotContain(SECRET);
        assertThat(operator.get(webhook.api("/webhook-channel/settings")).status())
                .isEqualTo(403);
    }

    @Test
    void peopleWhoPhoneHaveTasksAndTellWhatCameOfThem() {
        people(4);
        String id = calls.draft("{{ customer.name }}的茶到了，问问口味", null);
        assertThat(calls.sendOut(id).path("sent").asInt()).isEqualTo(4);
        JsonNode open = tasks("open");
        assertThat(open.size()).isEqualTo(4);
        assertThat(open.get(0).path("words").asString()).matches("顾客\\d的茶到了，问问口味");
        assertThat(open.get(0).path("name").asString()).startsWith("顾客");
        assertThat(open.toString())
                .as("the number is looked up, and that is audited")
                .doesNotContain(phone(1));

        finish(open.get(0), "reached", "喜欢龙井");
        finish(open.get(1), "refused", null);
        finish(open.get(2), "wrong-number", null);
        assertThat(operator.post(
                                calls.api(
                                        "/call-tasks/" + open.get(0).path("id").asString() + "/result"),
                                Map.of("result", "reached"))
                        .code())
                .isEqualTo("call-task-done");
        calls.progress(id, "delivered", 2);
        calls.progress(id, "failed", 1);
        assertThat(tasks("open").size()).isEqualTo(1);
        assertThat(tasks("done").get(0).path("note").asString()).isEqualTo("喜欢龙井");
        assertThat(tasks("done").get(0).path("doneBy").asString()).startsWith("operator");

        // Whoever refused is asked no more, and a wrong number is not dialled again.
        until(() -> calls.events(EventNames.CONSENT_WITHDRAWN), count -> count == 1);
        until(() -> calls.events(EventNames.MESSAGE_FAILED), count -> count == 1);
        JsonNode next = calls.planned(calls.draft("再问问", null));
        assertThat(next.path("recipients").asInt()).isEqualTo(2);
        assertThat(next.path("suppressed").toString())
                .contains("{\"reason\":\"not-reachable\",\"count\":1}", "{\"reason\":\"no-consent\",\"count\":1}");
    }

    @Test
    void aCallNobodyMakesInThreeDaysHasLostItsOccasion() {
        people(2);
        String id = calls.draft("您好", null);
        calls.sendOut(id);
        clock.advance(Duration.ofDays(4));
        calls.progress(id, "failed", 2);
        assertThat(calls.reason(id, "failed")).isEqualTo("not-called");
        assertThat(tasks("open").size()).isZero();
    }

    private JsonNode tasks(String state) {
        return operator.get(calls.api("/call-tasks/" + state)).json().path("items");
    }

    private void finish(JsonNode task, String result, @Nullable String note) {
        Map<String, @Nullable Object> told = new HashMap<>();
        told.put("result", result);
        told.put("note", note);
        Browser.Answer done =
                operator.post(calls.api("/call-tasks/" + task.path("id").asString() + "/result"), told);
        assertThat(done.status()).as(done.text()).isEqualTo(200);
    }

    @Test
    void aTemplateObeysItsChannelAndTheBrandsWords() {
        assertThat(operator.post(
                                calls.api("/templates"),
                                BroadcastsByHttp.template("call", null, "请看 {{ link }}", "https://shop.example/"))
                        .json()
                        .path("errors")
                        .toString())
                .contains("link-not-allowed", "/linkUrl", "/body");
        assertThat(operator.put(calls.api("/sensitive-words"), Map.of("words", List.of(" 最佳", "NO1", "最佳", "")))
                        .json()
                        .toString())
                .isEqualTo("{\"words\":[\"最佳\",\"NO1\"]}");
        JsonNode refused = operator.post(
                        calls.api("/templates"), BroadcastsByHttp.template("call", null, "全国最佳，ｎｏ１", null))
                .json();
        assertThat(refused.path("code").asString()).isEqualTo("template-invalid");
        assertThat(refused.path("errors").size()).isEqualTo(2);
        assertThat(refused.at("/errors/0/code").asString()).isEqualTo("sensitive-word");
        assertThat(refused.at("/errors/0/detail").asString()).contains("最佳").contains("3");

        // What only a customer's name brings in is left out before it leaves.
        people(2);
        Subject odd = TestEvents.identified(
                new Identifier(IdentifierKind.PHONE, phone(3)), new Identifier(IdentifierKind.USER_ID, "u3"));
        log.append(List.of(
                TestEvents.event(brand, odd, EventNames.IDENTIFIED, clock.instant(), "{\"name\": \"最佳顾客\"}"),
                TestEvents.event(
                        brand,
                        odd,
                        EventNames.CONSENT_GRANTED,
                        clock.instant(),
                        "{\"channel\": \"call\", \"purpose\": \"marketing\"}")));
        JsonNode plan = calls.planned(calls.draft("{{ customer.name }}您好", null));
        assertThat(plan.path("recipients").asInt()).isEqualTo(2);
        assertThat(plan.path("suppressed").toString()).isEqualTo("[{\"reason\":\"sensitive-word\",\"count\":1}]");
    }
}
