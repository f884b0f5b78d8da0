package io.waterwheel.touch;

import static io.waterwheel.touch.BroadcastFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.WaterwheelProperties;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A broadcast by SMS as people see it, through a gateway of its own over real HTTP.
@ServerTest
class SmsBroadcastStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();
    private static final String SECRET = "the-gateways-secret";

    @Autowired
    private Browsers browsers;

    @Autowired
    private TestBrands brands;

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private WaterwheelProperties properties;

    @LocalServerPort
    private int port;

    private Brand brand;
    private Browser operator;
    private Browser admin;
    private BroadcastsByHttp sms;

    @BeforeEach
    void aBrandAtAGateway() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR);
        admin = browsers.signedIn(Role.ADMIN);
        sms = new BroadcastsByHttp(brand, operator, log, "sms");
        gateway(Map.of());
        assertThat(admin.put(api("/sms/settings"), settings("http", SECRET)).status())
                .isEqualTo(200);
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

    private String api(String path) {
        return "/api/brands/" + brand.key() + path;
    }

    private String callback() {
        return "http://127.0.0.1:" + port + "/callbacks/sms/" + brand.key();
    }

    private void gateway(Map<String, ?> more) {
        Map<String, Object> account = new HashMap<>(
                Map.of("key", "brand-key", "secret", SECRET, "perSecond", 0, "dead", List.of(), "empty", false));
        account.put("callback", callback());
        account.putAll(more);
        CORP.send("PUT", "/sim/sms", account);
    }

    private static Map<String, Object> settings(String provider, @Nullable String secret) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("provider", provider);
        settings.put("url", CORP.url() + "/sms/");
        settings.put("key", "brand-key");
        settings.put("secret", secret);
        settings.put("signature", "茶水");
        settings.put("optOut", "拒收请回复R");
        settings.put("price", 4.5);
        return settings;
    }

    private String phone(int person) {
        return "137" + (10_000_000 + brand.id().value() * 200 + person);
    }

    private void people(int people) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 1; i <= people; i++) {
            events.addAll(person(phone(i), i, true));
        }
        log.append(events);
    }

    private List<NewEvent> person(String phone, int person, boolean agreed) {
        Subject subject = TestEvents.identified(
                new Identifier(IdentifierKind.PHONE, phone), new Identifier(IdentifierKind.USER_ID, "u" + person));
        Instant now = clock.instant();
        List<NewEvent> events = new ArrayList<>();
        events.add(TestEvents.event(brand, subject, EventNames.IDENTIFIED, now, "{\"name\": \"顾客" + person + "\"}"));
        if (agreed) {
            events.add(TestEvents.event(
                    brand,
                    subject,
                    EventNames.CONSENT_GRANTED,
                    now,
                    "{\"channel\": \"sms\", \"purpose\": \"marketing\"}"));
        }
        return events;
    }

    private List<JsonNode> sent() {
        return StreamSupport.stream(CORP.send("GET", "/sim/sms", null).spliterator(), false)
                .toList();
    }

    private JsonNode settle(boolean push, int times, @Nullable String secret) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("push", push);
        asked.put("times", times);
        asked.put("secret", secret);
        return CORP.send("POST", "/sim/sms/settle", asked);
    }

    private void onceEach(int people) {
        assertThat(sent())
                .hasSize(people)
                .allSatisfy(one -> assertThat(one.path("times").asInt())
                        .as(one.path("outId").asString())
                        .isEqualTo(1));
        assertThat(sent().stream().map(one -> one.path("to").asString()).distinct())
                .hasSize(people);
    }

    @Test
    void aPlanTellsThePriceAndEveryoneWhoAgreedGetsATextOfTheirOwn() {
        people(120);
        log.append(person(phone(180), 180, false));
        String id = sms.draft("{{ customer.name }}，新茶到了 {{ link }}", "https://shop.example/");
        JsonNode plan = sms.planned(id);
        assertThat(plan.path("recipients").asInt()).isEqualTo(120);
        assertThat(plan.path("suppressed").toString()).contains("\"no-consent\"");
        assertThat(plan.path("calls").asInt()).isEqualTo(2);
        assertThat(plan.path("cost").path("charged").asString()).isEqualTo("segment");
        assertThat(plan.path("cost").path("units").asInt()).isEqualTo(120);
        assertThat(plan.path("cost").path("total").asInt()).isEqualTo(540);

        sms.start(id);
        assertThat(sms.await(id, "done").path("progress").path("sent").asInt()).isEqualTo(120);
        onceEach(120);
        JsonNode seventh = sent().stream()
                .filter(one -> one.path("to").asString().equals(phone(7)))
                .findFirst()
                .orElseThrow();
        assertThat(seventh.path("text").asString())
                .startsWith("【茶水】顾客7，新茶到了 http")
                .endsWith("拒收请回复R");
        assertThat(sent().stream()
                        .map(one -> one.path("text").asString().replaceAll(".*/s/(\\w{10}).*", "$1"))
                        .distinct())
                .as("each a link of their own")
                .hasSize(120);

        // The receipts come by themselves, twice, and count once; before that nobody stands as reached.
        assertThat(sms.get(id).at("/progress/delivered").asInt()).isZero();
        assertThat(settle(true, 2, null).path("statuses").toString()).isEqualTo("[200,200]");
        sms.progress(id, "delivered", 120);
        until(() -> sms.events(EventNames.MESSAGE_DELIVERED), count -> count == 120);
    }

    @Test
    void aNumberThatDoesNotExistIsNotWrittenToAgain() {
        people(3);
        gateway(Map.of("dead", List.of(phone(2))));
        String id = sms.draft("您好", null);
        assertThat(sms.sendOut(id).path("sent").asInt()).isEqualTo(3);
        settle(true, 1, null);
        sms.progress(id, "failed", 1);
        assertThat(sms.progress(id, "delivered", 2).path("failed").asInt()).isEqualTo(1);
        assertThat(sms.reason(id, "failed")).isEqualTo("bounced");
        until(() -> sms.events(EventNames.MESSAGE_FAILED), count -> count == 1);
        assertThat(sms.planned(sms.draft("再次您好", null)).path("suppressed").toString())
                .isEqualTo("[{\"reason\":\"not-reachable\",\"count\":1}]");
    }

    @Test
    void receiptsAreFetchedWhereNobodyBringsThem() {
        people(2);
        Map<String, Object> without = new HashMap<>();
        without.put("callback", null);
        gateway(without);
        String id = sms.draft("您好", null);
        sms.sendOut(id);
        settle(false, 0, null);
        sms.progress(id, "delivered", 2);
    }

    @Test
    void aForgedReceiptIsRefusedAndChangesNothing() {
        people(2);
        String id = sms.draft("您好", null);
        sms.sendOut(id);
        CORP.fault(Map.of("path", "/sms/query", "kind", "errcode", "errcode", 500));
        assertThat(settle(true, 1, "somebody-elses-secret").path("statuses").toString())
                .isEqualTo("[401]");
        assertThat(browsers.open()
                        .post("/callbacks/sms/" + brand.key(), Map.of("receipts", List.of()))
                        .code())
                .isEqualTo("sms-callback-refused");
        assertThat(sms.get(id).at("/progress/delivered").asInt()).isZero();
    }

    @Test
    void anAnswerOfRTakesConsentBackOnce() {
        people(3);
        sms.sendOut(sms.draft("您好", null));
        for (int again = 0; again < 2; again++) {
            assertThat(CORP.send(
                                    "POST",
                                    "/sim/sms/reply",
                                    Map.of("id", "mo-1", "phone", "+86" + phone(2), "text", " r "))
                            .path("status")
                            .asInt())
                    .isEqualTo(200);
        }
        CORP.send("POST", "/sim/sms/reply", Map.of("id", "mo-2", "phone", phone(3), "text", "好的"));
        JsonNode plan = sms.planned(sms.draft("还在吗", null));
        assertThat(plan.path("recipients").asInt()).isEqualTo(2);
        assertThat(plan.path("suppressed").toString()).isEqualTo("[{\"reason\":\"no-consent\",\"count\":1}]");
        assertThat(sms.events(EventNames.CONSENT_WITHDRAWN)).isEqualTo(1);
    }

    @Test
    void anAnswerThatNeverComesIsAskedAboutAndNobodyIsWrittenToTwice() {
        people(5);
        String id = sms.draft("您好", null);
        sms.planned(id);
        CORP.fault(Map.of("path", "/sms/send", "kind", "drop-after-work", "times", 1));
        sms.start(id);
        until(() -> sent().size(), size -> size == 5);
        clock.advance(Duration.ofMinutes(1));
        assertThat(sms.await(id, "done").at("/progress/sent").asInt()).isEqualTo(5);
        onceEach(5);
        settle(true, 1, null);
        sms.progress(id, "delivered", 5);
    }

    @Test
    void aBatchThatNeverArrivedIsSentAfterAll() {
        people(5);
        String id = sms.draft("您好", null);
        sms.planned(id);
        CORP.fault(Map.of("path", "/sms/send", "kind", "drop-before", "times", 1));
        sms.start(id);
        // It is gone from the list as soon as another call is made after the one that met it.
        until(() -> CORP.send("GET", "/sim/faults", null).toString(), faults -> !faults.contains("\"met\":0"));
        clock.advance(Duration.ofMinutes(1));
        assertThat(sms.await(id, "done").at("/progress/sent").asInt()).isEqualTo(5);
        onceEach(5);
    }

    @Test
    void whereTheGatewayCannotBeAskedTheyAreUnknownAndNobodyIsWrittenToTwice() {
        people(3);
        String id = sms.draft("您好", null);
        sms.planned(id);
        CORP.fault(Map.of("path", "/sms/send", "kind", "drop-after-work", "times", 1));
        CORP.fault(Map.of("path", "/sms/query", "kind", "errcode", "errcode", 404));
        sms.start(id);
        until(() -> sent().size(), size -> size == 3);
        clock.advance(Duration.ofMinutes(1));
        assertThat(sms.await(id, "done").at("/progress/unknown").asInt()).isEqualTo(3);
        onceEach(3);
    }

    @Test
    void aGatewayThatIsBusyIsWaitedFor() {
        people(4);
        CORP.fault(Map.of("path", "/sms/send", "kind", "errcode", "errcode", 429, "times", 2));
        assertThat(sms.sendOut(sms.draft("您好", null)).path("sent").asInt()).isEqualTo(4);
        onceEach(4);
    }

    @Test
    void aPartOfABatchIsRefusedAndTheRestIsSent() {
        people(10);
        CORP.fault(Map.of("path", "/sms/send", "kind", "fail-list", "share", 0.3));
        String id = sms.draft("您好", null);
        JsonNode progress = sms.sendOut(id);
        assertThat(progress.path("sent").asInt()).isEqualTo(7);
        assertThat(progress.path("failed").asInt()).isEqualTo(3);
        assertThat(sms.reason(id, "failed")).isEqualTo("sms-blacklisted");
        onceEach(7);
    }

    @Test
    void aWrongSecretPausesItAndSaysWhatToDo() {
        people(2);
        String id = sms.draft("您好", null);
        sms.planned(id);
        admin.put(api("/sms/settings"), settings("http", "wrong"));
        sms.start(id);
        assertThat(sms.stopped(id)).isEqualTo("sms-credential-refused");
        admin.put(api("/sms/settings"), settings("http", SECRET));
        operator.post(api("/broadcasts/" + id + "/resume"), Map.of());
        assertThat(sms.await(id, "done").at("/progress/sent").asInt()).isEqualTo(2);
        onceEach(2);

        CORP.send("PATCH", "/sim/sms", Map.of("empty", true));
        String second = sms.draft("再见", null);
        sms.planned(second);
        sms.start(second);
        assertThat(sms.stopped(second)).isEqualTo("sms-no-balance");
    }

    @Test
    void aTrialWritesToFilesWhatWouldBeSent() throws IOException {
        people(3);
        assertThat(admin.put(api("/sms/settings"), settings("file", null)).status())
                .isEqualTo(200);
        String id = sms.draft("{{ customer.name }}您好", null);
        assertThat(sms.sendOut(id).path("sent").asInt()).isEqualTo(3);
        sms.progress(id, "delivered", 3);
        Path written = properties.dataDirectory().resolve("sms").resolve(brand.key());
        try (Stream<Path> files = Files.list(written)) {
            assertThat(files.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readAllLines(file))
                            .hasSize(3)
                            .allSatisfy(line ->
                                    assertThat(line).contains("【茶水】顾客").doesNotContain(phone(1).substring(0, 7)))
                            .anySatisfy(line -> assertThat(line).contains("137****")));
        }
        assertThat(sent()).isEmpty();
    }

    @Test
    void settingsAreCheckedAndTheirSecretIsNeverShown() {
        Browser.Answer kept = admin.get(api("/sms/settings"));
        assertThat(kept.text()).doesNotContain(SECRET).doesNotContain("secret");
        assertThat(kept.json().path("callback").asString()).endsWith("/callbacks/sms/" + brand.key());
        assertThat(kept.json().path("price").asDouble()).isEqualTo(4.5);
        // Saved without a secret, the one there is stays.
        assertThat(admin.put(api("/sms/settings"), settings("http", null)).status())
                .isEqualTo(200);
        people(1);
        assertThat(sms.sendOut(sms.draft("您好", null)).path("sent").asInt()).isEqualTo(1);

        Map<String, Object> wrong = settings("carrier-pigeon", null);
        wrong.put("signature", "【茶水】");
        wrong.put("price", -1);
        assertThat(admin.put(api("/sms/settings"), wrong).json().path("errors").size())
                .isEqualTo(3);
        Map<String, Object> bare = settings("http", null);
        bare.put("url", "gateway.example");
        bare.put("key", "");
        assertThat(admin.put(api("/sms/settings"), bare).json().path("errors").size())
                .isEqualTo(2);
        assertThat(operator.get(api("/sms/settings")).status()).isEqualTo(403);
        brand = brands.chinese();
        assertThat(admin.get(api("/sms/settings")).code()).isEqualTo("sms-not-configured");
    }

    @Test
    void aPreviewShowsWhatLeavesAndWhatItCosts() {
        people(1);
        int customer =
                operator.get(api("/customers")).json().at("/items/0/customerNo").asInt();
        Map<String, @Nullable Object> template =
                BroadcastsByHttp.template("sms", null, "{{ customer.name }}" + "茶".repeat(60), null);
        JsonNode preview = operator.post(
                        api("/templates/preview"), Map.of("template", template, "customerNo", customer))
                .json();
        assertThat(preview.path("text").asString()).startsWith("【茶水】顾客1茶").endsWith("拒收请回复R");
        assertThat(preview.at("/cost/units").asInt()).isEqualTo(2);
        assertThat(preview.at("/cost/total").asInt()).isEqualTo(9);
        assertThat(preview.path("problems").size()).isZero();
        template.put("body", "茶".repeat(492));
        assertThat(operator.post(api("/templates/preview"), Map.of("template", template, "customerNo", customer))
                        .json()
                        .at("/problems/0")
                        .asString())
                .contains("502");
    }
}
