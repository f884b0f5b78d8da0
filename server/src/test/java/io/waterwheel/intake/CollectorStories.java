package io.waterwheel.intake;

import static io.waterwheel.intake.generated.Tables.QUARANTINE;
import static io.waterwheel.kernel.generated.Tables.EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.source.Sources;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.generated.tables.records.EventRecord;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class CollectorStories {

    @LocalServerPort
    int port;

    @Autowired
    private io.waterwheel.customer.Customers people;

    @Autowired
    Sources sources;

    @Autowired
    TestBrands brands;

    @Autowired
    DSLContext database;

    @Autowired
    Vault vault;

    @Autowired
    JsonMapper json;

    Brand brand;
    Source source;
    Sender shop;

    @BeforeEach
    void aBrandWithAShop() {
        brand = brands.chinese();
        IssuedWriteKey issued = sources.create(brand, "shop");
        source = issued.source();
        shop = new Sender(port, issued.writeKey());
    }

    @Test
    void whatWasAnsweredWithSuccessIsInTheLog() throws Exception {
        HttpResponse<String> answer = shop.batch(
                track("Product Viewed", "m1", "{\"product_id\":\"p1\",\"price\":12.50}"),
                track("Product Viewed", "m2", "{}"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"success\":true}");
        assertThat(logged()).extracting(EventRecord::getMessageId).containsExactly("m1", "m2");
        EventRecord first = logged().getFirst();
        assertThat(first.getName()).isEqualTo("Product Viewed");
        assertThat(first.getSource()).isEqualTo("shop");
        assertThat(first.getCustomerNo()).isNotNull();
        assertThat(json.readTree(first.getProperties().data()))
                .isEqualTo(json.readTree("{\"product_id\":\"p1\",\"price\":12.50}"));
    }

    @Test
    void sendingTheSameBatchAgainChangesNothing() throws Exception {
        String withId = track("Product Viewed", "m1", "{}");
        String withoutId = "{\"type\":\"track\",\"event\":\"Clicked\",\"userId\":\"u1\",\"sentAt\":\"%s\"}";
        shop.batch(withId, withoutId.formatted("2026-01-02T03:04:05Z"));
        shop.batch(withId, withoutId.formatted("2026-01-02T03:04:09Z"));
        assertThat(logged()).hasSize(2);
    }

    @Test
    void aBadEventGoesToQuarantineWhileItsBatchPasses() throws Exception {
        HttpResponse<String> answer = shop.batch(
                track("Good", "m1", "{}"),
                "{\"type\":\"track\",\"userId\":\"u1\",\"messageId\":\"nameless\"}",
                "17",
                track("Order Completed", "m2", "{\"order_id\":\"1\",\"total\":-5}"),
                track("Unstorable", "m3", "{\"text\":\"a\\u0000b\"}"),
                track("Also Good", "m4", "{}"));
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode body = json.readTree(answer.body());
        assertThat(body.get("success").booleanValue()).isTrue();
        assertThat(body.get("quarantined").intValue()).isEqualTo(4);
        assertThat(body.get("refused")).hasSize(4);
        assertThat(logged()).extracting(EventRecord::getMessageId).containsExactly("m1", "m4");
        assertThat(quarantined())
                .containsExactlyInAnyOrder("name-missing", "not-an-object", "price-negative", "text-unstorable");
    }

    @Test
    void aRefusedEventSentAgainAndAgainIsKeptOnce() throws Exception {
        for (int i = 0; i < 3; i++) {
            shop.batch("{\"type\":\"track\",\"userId\":\"u1\"}");
        }
        assertThat(database.select(QUARANTINE.TIMES)
                        .from(QUARANTINE)
                        .where(QUARANTINE.SOURCE_ID.eq(source.id().value()))
                        .fetch(QUARANTINE.TIMES))
                .containsExactly(3);
    }

    @Test
    void aBadSingleCallIsAnsweredWithTheReasonAndKept() throws Exception {
        HttpResponse<String> answer = shop.post("/v1/track", "{\"event\":\"Clicked\",\"messageId\":\"m1\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("code").stringValue()).isEqualTo("event-refused");
        assertThat(problem.get("errors").get(0).get("code").stringValue()).isEqualTo("id-missing");
        assertThat(problem.get("detail").stringValue()).contains("userId");
        assertThat(problem.get("params").get("reason").stringValue()).contains("userId");
        assertThat(quarantined()).containsExactly("id-missing");
        assertThat(logged()).isEmpty();
    }

    @Test
    void jsonThatBreaksOffIsRefusedWholeButKept() throws Exception {
        HttpResponse<String> answer =
                shop.post("/v1/batch", "{\"batch\":[" + track("Good", "m1", "{}") + ",{\"type\":\"tra");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).get("code").stringValue()).isEqualTo("malformed");
        assertThat(logged()).isEmpty();
        assertThat(quarantined()).containsExactly("json-malformed");
    }

    @Test
    void aWrongOrRevokedKeyIsRefused() throws Exception {
        String event = track("Clicked", "m1", "{}");
        assertThat(new Sender(port, "ww_wrong").batch(event).statusCode()).isEqualTo(401);
        HttpResponse<String> withoutKey = shop.send(
                shop.anonymously("/v1/batch").header("Content-Type", "text/plain"),
                ("{\"batch\":[" + event + "]}").getBytes(StandardCharsets.UTF_8));
        assertThat(withoutKey.statusCode()).isEqualTo(401);
        assertThat(withoutKey.body()).contains("write-key-unknown");

        assertThat(shop.batch(event).statusCode()).isEqualTo(200);
        sources.revoke(brand, source.id());
        assertThat(shop.batch(track("Clicked", "m2", "{}")).statusCode()).isEqualTo(401);
        assertThat(logged()).hasSize(1);
        assertThat(sources.of(brand))
                .singleElement()
                .satisfies(s -> assertThat(s.revoked()).isTrue());
    }

    @Test
    void aBrowserSendsPlainTextWithTheKeyInTheBody() throws Exception {
        String body = "{\"writeKey\":\"" + shop.writeKey()
                + "\",\"anonymousId\":\"a-1\",\"event\":\"Page Seen\",\"messageId\":\"ajs-1\",\"properties\":{}}";
        HttpResponse<String> answer = shop.send(
                shop.anonymously("/v1/track")
                        .header("Content-Type", "text/plain")
                        .header("Origin", "https://shop.example"),
                body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(logged()).extracting(EventRecord::getName).containsExactly("Page Seen");
    }

    @Test
    void aCompressedBodyIsRead() throws Exception {
        byte[] body = ("{\"batch\":[" + track("Clicked", "m1", "{}") + "]}").getBytes(StandardCharsets.UTF_8);
        assertThat(shop.gzip("/v1/batch", body).statusCode()).isEqualTo(200);
        assertThat(logged()).hasSize(1);
        byte[] packed = Sender.packed(body);
        HttpResponse<String> cut = shop.send(
                shop.to("/v1/batch").header("Content-Encoding", "gzip"),
                java.util.Arrays.copyOf(packed, packed.length / 2));
        assertThat(cut.statusCode()).isEqualTo(400);
    }

    @Test
    void aBombIsRefusedBeforeItFillsTheMemory() throws Exception {
        HttpResponse<String> answer = shop.gzip("/v1/batch", new byte[200 << 20]);
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void anEventOver32KilobytesGoesToQuarantine() throws Exception {
        String large = track("Large", "m1", "{\"text\":\"" + "x".repeat(33_000) + "\"}");
        HttpResponse<String> answer = shop.batch(large, track("Small", "m2", "{}"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(logged()).extracting(EventRecord::getMessageId).containsExactly("m2");
        assertThat(quarantined()).containsExactly("too-large");
    }

    @Test
    void aSendersWrongClockIsCorrected() throws Exception {
        Instant wrongNow = Instant.now().minus(Duration.ofDays(400));
        Instant wrongAt = wrongNow.minus(Duration.ofMinutes(30));
        shop.post(
                "/v1/batch",
                "{\"batch\":[{\"type\":\"track\",\"event\":\"Clicked\",\"userId\":\"u\",\"messageId\":\"m\",\"timestamp\":\""
                        + wrongAt + "\"}],\"sentAt\":\"" + wrongNow + "\"}");
        assertThat(logged())
                .singleElement()
                .satisfies(event -> assertThat(event.getAt())
                        .isBetween(
                                Instant.now().minus(Duration.ofMinutes(32)),
                                Instant.now().minus(Duration.ofMinutes(29))));
    }

    @Test
    void anEventsOwnSentAtGoesBeforeTheBatchsAndTheFutureIsJudgedAfterCorrection() throws Exception {
        Instant now = Instant.now();
        Instant ahead = now.plus(Duration.ofDays(3));
        String event = "{\"type\":\"track\",\"event\":\"x\",\"userId\":\"u\",\"messageId\":\"%s\",\"%s\":\"%s\"%s}";
        shop.post(
                "/v1/batch",
                "{\"sentAt\":\"" + ahead + "\",\"batch\":["
                        + event.formatted("batch", "timestamp", ahead.minusSeconds(60), "") + ","
                        + event.formatted("original", "originalTimestamp", ahead.minusSeconds(60), "") + ","
                        + event.formatted("own", "timestamp", now.minusSeconds(60), ",\"sentAt\":\"" + now + "\"") + ","
                        + event.formatted("late", "timestamp", ahead.plus(Duration.ofHours(25)), "") + "]}");
        assertThat(logged()).extracting(EventRecord::getMessageId).containsExactly("batch", "original", "own");
        assertThat(logged())
                .allSatisfy(one -> assertThat(one.getAt()).isBetween(now.minusSeconds(61), now.minusSeconds(30)));
        assertThat(quarantined()).containsExactly("time-in-future");
    }

    @Test
    void aTimeFarInTheFutureIsRefused() throws Exception {
        shop.post(
                "/v1/track",
                "{\"event\":\"Clicked\",\"userId\":\"u\",\"timestamp\":\""
                        + Instant.now().plus(Duration.ofHours(25)) + "\"}");
        assertThat(quarantined()).containsExactly("time-in-future");
    }

    @Test
    void personalDataIsSealedInWhatIsStored() throws Exception {
        shop.post("/v1/identify", """
                {"userId":"u1","messageId":"m1",
                 "traits":{"name":"李雷","phone":"+86 136-1234-8000","Email":"Li.Lei@Example.com",
                           "address":{"city":"杭州","street":"文三路 \\"1\\" 号"},"member_no":"M1"},
                 "context":{"ip":"10.0.0.1","traits":{"email":"li.lei@example.com"}}}""");
        EventRecord event = logged().getFirst();
        assertThat(event.getName()).isEqualTo(EventNames.IDENTIFIED);
        String stored = event.getProperties().data() + event.getContext().data();
        assertThat(stored).doesNotContain("136", "8000", "xample.com", "文三路").contains("李雷", "杭州", "M1");
        JsonNode properties = json.readTree(event.getProperties().data());
        assertThat(vault.open(properties.get("phone").stringValue())).isEqualTo("+86 136-1234-8000");
        assertThat(vault.open(properties.get("Email").stringValue())).isEqualTo("Li.Lei@Example.com");
        assertThat(vault.open(properties.get("address").get("street").stringValue()))
                .isEqualTo("文三路 \"1\" 号");
    }

    @Test
    void whatIsRefusedIsSealedToo() throws Exception {
        shop.post("/v1/identify", "{\"traits\":{\"phone\":\"13612348000\"}}");
        assertThat(database.select(QUARANTINE.BODY)
                        .from(QUARANTINE)
                        .where(QUARANTINE.SOURCE_ID.eq(source.id().value()))
                        .fetch(QUARANTINE.BODY))
                .singleElement()
                .satisfies(body -> assertThat(vault.open(body)).contains("13612348000"))
                .satisfies(body -> assertThat(body).startsWith("v1:"));
    }

    @Test
    void thePhoneInAnIdentifyCallJoinsABrowserToAnAccountAndNeverTwoAccounts() throws Exception {
        shop.post("/v1/identify", "{\"userId\":\"web\",\"messageId\":\"1\",\"traits\":{\"phone\":\"13900000001\"}}");
        shop.post(
                "/v1/identify",
                "{\"anonymousId\":\"browser\",\"messageId\":\"2\",\"traits\":{\"phone\":\"139 0000 0001\"}}");
        shop.post("/v1/identify", "{\"userId\":\"app\",\"messageId\":\"3\",\"traits\":{\"phone\":\"13900000001\"}}");
        List<CustomerNo> customers = logged().stream()
                .filter(event -> event.getSource().equals(source.name()))
                .map(event -> new CustomerNo(event.getCustomerNo()))
                .map(number -> people.current(List.of(number)).get(number))
                .toList();
        assertThat(customers).hasSize(3);
        assertThat(customers.get(1)).isEqualTo(customers.get(0));
        assertThat(customers.get(2)).isNotEqualTo(customers.get(0));
    }

    @Test
    void eventsAreCountedForTheirSource() throws Exception {
        shop.batch(track("Clicked", "m1", "{}"), track("Clicked", "m2", "{}"));
        await().untilAsserted(() -> assertThat(sources.of(brand))
                .singleElement()
                .satisfies(counted -> {
                    assertThat(counted.events()).isEqualTo(2);
                    assertThat(counted.lastEventAt()).isNotNull();
                }));
    }

    private static String track(String name, String id, String properties) {
        return "{\"type\":\"track\",\"event\":\"" + name + "\",\"userId\":\"u1\",\"messageId\":\"" + id
                + "\",\"properties\":" + properties + "}";
    }

    private List<EventRecord> logged() {
        return database.selectFrom(EVENT)
                .where(EVENT.BRAND_ID.eq(brand.id().value()))
                .orderBy(EVENT.POSITION)
                .fetch();
    }

    private List<String> quarantined() {
        return database.select(QUARANTINE.REASON)
                .from(QUARANTINE)
                .where(QUARANTINE.SOURCE_ID.eq(source.id().value()))
                .fetch(QUARANTINE.REASON);
    }
}
