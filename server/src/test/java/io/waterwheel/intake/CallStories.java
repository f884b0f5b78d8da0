package io.waterwheel.intake;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.intake.generated.Tables.QUARANTINE;
import static io.waterwheel.kernel.generated.Tables.EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.source.Sources;
import io.waterwheel.kernel.generated.tables.records.EventRecord;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Each call of the Segment specification, and what it becomes on the timeline.
@ServerTest
class CallStories {

    @LocalServerPort
    int port;

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
    void aPageCallSaysWhichPageWasSeen() throws Exception {
        send("/v1/page", """
                {"userId":"u1","name":"一杯\\"好\\"咖啡","category":"Docs","properties":{"url":"https://shop.example/a"}}""");
        assertThat(event().getName()).isEqualTo("Page Viewed");
        assertThat(properties()).isEqualTo(json.readTree("""
                {"url":"https://shop.example/a","name":"一杯\\"好\\"咖啡","category":"Docs"}"""));
    }

    @Test
    void aScreenCallSaysWhichScreenWasSeen() throws Exception {
        send("/v1/screen", "{\"anonymousId\":\"phone-1\",\"name\":\"Home\"}");
        assertThat(event().getName()).isEqualTo("Screen Viewed");
        assertThat(properties()).isEqualTo(json.readTree("{\"name\":\"Home\"}"));
    }

    @Test
    void aPageWithoutANameIsAPageAllTheSame() throws Exception {
        send("/v1/page", "{\"userId\":\"u1\",\"properties\":{ }}");
        assertThat(properties()).isEqualTo(json.readTree("{}"));
    }

    @Test
    void aGroupCallKeepsTheGroupAndItsTraitsAndNamesNobodyByThem() throws Exception {
        send("/v1/group", """
                {"userId":"u1","groupId":42,"traits":{"name":"西湖读书会","email":"club@example.com","groupId":"other"}}""");
        assertThat(event().getName()).isEqualTo("Group Joined");
        assertThat(properties().get("groupId").asString()).isEqualTo("42");
        assertThat(properties().get("name").asString()).isEqualTo("西湖读书会");
        assertThat(vault.open(properties().get("email").asString())).isEqualTo("club@example.com");
        assertThat(identifiers()).containsExactly("user_id");
    }

    @Test
    void anAliasTellsTheAnonymousPastOfAUser() throws Exception {
        send("/v1/track", "{\"anonymousId\":\"browser-1\",\"event\":\"Clicked\"}");
        send("/v1/alias", "{\"userId\":\"u1\",\"previousId\":\"browser-1\"}");
        assertThat(logged()).extracting(EventRecord::getName).containsExactly("Clicked", "Aliased");
        assertThat(customers()).hasSize(1);
        assertThat(properties().get("previousId").asString()).isEqualTo("browser-1");
    }

    @Test
    void anAliasNeverMakesOneCustomerOfTwoUsers() throws Exception {
        send("/v1/identify", "{\"userId\":\"u1\",\"anonymousId\":\"browser-1\"}");
        send("/v1/identify", "{\"userId\":\"u2\",\"anonymousId\":\"browser-2\"}");
        send("/v1/alias", "{\"userId\":\"u2\",\"previousId\":\"u1\"}");
        assertThat(customers()).hasSize(2);
        assertThat(logged().get(2).getCustomerNo()).isEqualTo(logged().get(1).getCustomerNo());
        send("/v1/alias", "{\"userId\":\"u2\",\"previousId\":\"browser-1\"}");
        assertThat(customers()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lin@example.com", "+86 136-1234-8000", "13612348000"})
    void aPreviousIdThatIsPersonalIsSealed(String previous) throws Exception {
        send("/v1/alias", "{\"userId\":\"u1\",\"previousId\":\"" + previous + "\"}");
        assertThat(vault.open(properties().get("previousId").asString())).isEqualTo(previous);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/group | {\"userId\":\"u1\",\"traits\":{\"name\":\"x\"}} | group-id-missing",
                "/v1/alias | {\"userId\":\"u1\"} | previous-id-missing",
                "/v1/alias | {\"userId\":\"u1\",\"previousId\":\"undefined\"} | previous-id-missing",
                "/v1/page | {\"name\":\"x\"} | id-missing",
                "/v1/page | {\"userId\":\"u1\",\"name\":\"a\\u0000b\"} | text-unstorable",
                "/v1/track | {\"userId\":\"u1\",\"event\":\"x\",\"channel\":\"a\\u0000b\"} | text-unstorable",
                "/v1/track | {\"userId\":\"u1\",\"event\":\"x\",\"integrations\":{\"a\":\"\\ud800\"}} | text-unstorable",
            })
    void aCallThatLacksWhatItsTypeNeedsIsRefused(String path, String body, String reason) throws Exception {
        HttpResponse<String> answer = shop.post(path, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(quarantined()).containsExactly(reason);
        assertThat(logged()).isEmpty();
    }

    @Test
    void aTypeNobodyKnowsGoesToQuarantine() throws Exception {
        HttpResponse<String> answer = shop.batch(
                "{\"type\":\"merge\",\"userId\":\"u1\"}",
                "{\"userId\":\"u1\"}",
                "{\"type\":\"page\",\"userId\":\"u1\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(quarantined()).containsExactly("type-unsupported", "type-unsupported");
        assertThat(logged()).hasSize(1);
    }

    @Test
    void anOrderIsOnlyAnOrderWhenItIsTracked() throws Exception {
        send("/v1/page", "{\"userId\":\"u1\",\"event\":\"Order Completed\"}");
        assertThat(event().getName()).isEqualTo("Page Viewed");
    }

    @Test
    void channelAndIntegrationsAreKeptInTheContext() throws Exception {
        send("/v1/track", """
                {"userId":"u1","event":"x","channel":"server","integrations":{"All":false,"Mixpanel":{"email":"a@b.example"}},
                 "context":{"library":{"name":"l"},"integrations":"old"}}""");
        JsonNode context = json.readTree(event().getContext().data());
        assertThat(context.get("channel").asString()).isEqualTo("server");
        assertThat(context.at("/library/name").asString()).isEqualTo("l");
        assertThat(context.at("/integrations/All").asBoolean()).isFalse();
        assertThat(vault.open(context.at("/integrations/Mixpanel/email").asString()))
                .isEqualTo("a@b.example");
    }

    @Test
    void whatStandsBesideTheBatchHoldsForEventsThatSayNothingElse() throws Exception {
        shop.post("/v1/batch", """
                {"batch":[{"type":"page","userId":"u1","messageId":"1"},
                          {"type":"page","userId":"u1","messageId":"2","context":{"ip":"1"},"integrations":{"B":true}},
                          {"type":"page","userId":"u1","messageId":"3","integrations":{}}],
                 "context":{"app":"till"},"integrations":{"A":true}}""");
        assertThat(logged())
                .extracting(event -> json.readTree(event.getContext().data()))
                .containsExactly(
                        json.readTree("{\"app\":\"till\",\"integrations\":{\"A\":true}}"),
                        json.readTree("{\"ip\":\"1\",\"integrations\":{\"B\":true}}"),
                        json.readTree("{\"app\":\"till\"}"));
    }

    @Test
    void traitsInTheContextNameThePersonOfAnyCall() throws Exception {
        send("/v1/track", """
                {"anonymousId":"b1","event":"x","context":{"page":{"email":"nobody@example.com"},
                 "traits":{"email":"%s@example.com","address":{"phone":"13912340009"}}}}""".formatted(brand.key()));
        assertThat(identifiers()).containsExactlyInAnyOrder("anonymous_id", "email");
        assertThat(event().getContext().data()).doesNotContain("example.com", "13912340009");
    }

    @Test
    void anIdentifyCallWithTraitsInTheContextAloneTellsThemAsItsOwn() throws Exception {
        send("/v1/identify", """
                {"userId":"u1","traits":{},"context":{"locale":"zh","traits":{"city":"杭州","phone":"13900000009"}}}""");
        assertThat(properties().get("city").asString()).isEqualTo("杭州");
        assertThat(vault.open(properties().get("phone").asString())).isEqualTo("13900000009");
        assertThat(properties().has("locale")).isFalse();
        assertThat(identifiers()).containsExactlyInAnyOrder("user_id", "phone");
    }

    @Test
    void idsOfWechatAndOfPlatformsNameAPerson() throws Exception {
        send("/v1/identify", """
                {"userId":"u1","traits":{"openid":"o1-%1$s","unionid":"n1-%1$s","buyer_id":"tmall:77-%1$s",
                 "buyer_ids":{"jd":"88-%1$s","douyin":null,"youzan":"0"}}}""".formatted(brand.key()));
        send("/v1/identify", """
                {"anonymousId":"app","traits":{"buyer_ids":{"jd":"88-%s"}}}""".formatted(brand.key()));
        send("/v1/identify", "{\"userId\":\"u2\",\"traits\":{\"buyer_id\":\"77\"}}");
        assertThat(customer(logged().get(1))).isEqualTo(customer(logged().get(0)));
        assertThat(customer(logged().get(2))).isNotEqualTo(customer(logged().get(0)));
        assertThat(database.select(IDENTIFIER.KIND)
                        .from(IDENTIFIER)
                        .where(IDENTIFIER.CUSTOMER_NO.eq(customer(logged().get(0))))
                        .fetch(IDENTIFIER.KIND))
                .containsExactlyInAnyOrder("user_id", "anonymous_id", "openid", "unionid", "buyer_id", "buyer_id");
    }

    @Test
    void anImportTellsOfThePastAsItWas() throws Exception {
        HttpResponse<String> answer = shop.post("/v1/import", """
                {"batch":[{"type":"track","event":"Visited","userId":"u1","messageId":"1","timestamp":"2019-05-01T00:00:00Z"},
                          {"type":"identify","userId":"u1","messageId":"2","timestamp":"2019-05-02T00:00:00+08:00"}]}""");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(logged())
                .extracting(EventRecord::getAt)
                .containsExactly(Instant.parse("2019-05-01T00:00:00Z"), Instant.parse("2019-05-01T16:00:00Z"));
    }

    @Test
    void whenAnEventWasReceivedIsNotForItsSenderToSay() throws Exception {
        Instant before = Instant.now().minusSeconds(1);
        send("/v1/track", "{\"userId\":\"u1\",\"event\":\"x\",\"receivedAt\":\"2001-01-01T00:00:00Z\"}");
        assertThat(event().getReceivedAt()).isAfter(before);
    }

    @ParameterizedTest
    @CsvSource({
        "t, Clicked",
        "i, Identified",
        "p, Page Viewed",
        "s, Screen Viewed",
        "g, Group Joined",
        "a, Aliased",
    })
    void theBrowserLibrarysShortPathsAreTheSameCalls(String path, String name) throws Exception {
        send("/v1/" + path, "{\"userId\":\"u1\",\"event\":\"Clicked\",\"groupId\":\"g\",\"previousId\":\"p\"}");
        assertThat(event().getName()).isEqualTo(name);
    }

    @Test
    void theBrowserLibraryIsToldWhereToSendAndNothingElse() throws Exception {
        HttpResponse<String> answer = Sender.send(shop.anonymously("/v1/projects/" + shop.writeKey() + "/settings")
                .header("Origin", "https://shop.example")
                .GET()
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        JsonNode integrations = json.readTree(answer.body()).get("integrations");
        assertThat(integrations.propertyNames()).containsExactly("Segment.io");
        assertThat(integrations.get("Segment.io").get("apiKey").asString()).isEqualTo(shop.writeKey());
        assertThat(integrations.get("Segment.io").get("apiHost").asString()).endsWith("/v1");
        assertThat(integrations.get("Segment.io").get("protocol").asString()).isEqualTo("http");

        HttpResponse<String> unknown =
                Sender.send(shop.anonymously("/v1/projects/ww_x/settings").GET().build());
        assertThat(unknown.statusCode()).isEqualTo(401);
    }

    @Test
    void rudderStacksLibraryIsToldThatThereIsNothingElse() throws Exception {
        HttpResponse<String> answer = Sender.send(
                shop.to("/v1/sourceConfig/?writeKey=" + shop.writeKey()).GET().build());
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode told = json.readTree(answer.body()).get("source");
        assertThat(told.get("enabled").asBoolean()).isTrue();
        assertThat(told.get("config").isObject()).isTrue();
        assertThat(told.get("destinations").isArray()).isTrue();
        assertThat(told.get("destinations")).isEmpty();
        HttpResponse<String> unknown =
                Sender.send(shop.anonymously("/v1/sourceConfig/").GET().build());
        assertThat(unknown.statusCode()).isEqualTo(401);
    }

    @Test
    void howTheBrowserLibraryFaresIsAcceptedAndForgotten() throws Exception {
        HttpResponse<String> answer = shop.send(
                shop.anonymously("/v1/m").header("Content-Type", "text/plain"),
                "{\"series\":[]}".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(quarantined()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch", "import", "page", "b", "t", "m"})
    void aPageOfAnySiteMayAskBeforeItSends(String path) throws Exception {
        HttpRequest preflight = shop.anonymously("/v1/" + path)
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-encoding,x-retry-count")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = Sender.send(preflight);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(
                        headers -> assertThat(headers).contains("authorization", "content-encoding", "x-retry-count"));
        assertThat(answer.headers().firstValue("Access-Control-Max-Age")).contains("86400");
    }

    private void send(String path, String body) throws Exception {
        HttpResponse<String> answer = shop.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private List<EventRecord> logged() {
        return database.selectFrom(EVENT)
                .where(EVENT.BRAND_ID.eq(brand.id().value()))
                .orderBy(EVENT.POSITION)
                .fetch();
    }

    /// The one event, or the newest of several.
    private EventRecord event() {
        return logged().getLast();
    }

    private JsonNode properties() {
        return json.readTree(event().getProperties().data());
    }

    private List<Integer> customers() {
        return logged().stream().map(this::customer).distinct().toList();
    }

    /// Whose the event is now.
    private Integer customer(EventRecord event) {
        return database.select(IDENTIFIER.CUSTOMER_NO)
                .from(IDENTIFIER)
                .where(IDENTIFIER.NO.eq(event.getCustomerNo()))
                .fetchSingle(IDENTIFIER.CUSTOMER_NO);
    }

    private List<String> identifiers() {
        return database.select(IDENTIFIER.KIND)
                .from(IDENTIFIER)
                .where(IDENTIFIER.CUSTOMER_NO.eq(customer(event())))
                .fetch(IDENTIFIER.KIND);
    }

    private List<String> quarantined() {
        return database.select(QUARANTINE.REASON)
                .from(QUARANTINE)
                .where(QUARANTINE.SOURCE_ID.eq(source.id().value()))
                .fetch(QUARANTINE.REASON);
    }
}
