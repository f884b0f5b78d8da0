package io.waterwheel.intake;

import static io.waterwheel.intake.generated.Tables.QUARANTINE;
import static io.waterwheel.intake.generated.Tables.SOURCE;
import static io.waterwheel.kernel.generated.Tables.AUDIT_ENTRY;
import static io.waterwheel.kernel.generated.Tables.EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.intake.source.Sources;
import io.waterwheel.kernel.generated.tables.records.EventRecord;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What could not be taken is looked at, corrected, replayed, or let go.
@ServerTest
class QuarantineStories {

    private static Browser operator;

    @LocalServerPort
    int port;

    @Autowired
    Sources sources;

    @Autowired
    TestBrands brands;

    @Autowired
    Browsers browsers;

    @Autowired
    DSLContext database;

    Brand brand;
    Source source;
    Sender shop;

    @BeforeEach
    void aBrandWithAShop() {
        brand = brands.chinese();
        IssuedWriteKey issued = sources.create(brand, "shop");
        source = issued.source();
        shop = new Sender(port, issued.writeKey());
        if (operator == null) {
            operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        }
    }

    @Test
    void anOperatorSeesWhatWasRefusedBySourceAndReason() throws Exception {
        shop.batch(order("m1", "-5"), order("m2", "-6"), nameless("m3"));
        shop.batch(order("m1", "-5"));

        JsonNode groups = operator.get(path("/groups")).json();
        assertThat(groups).hasSize(2);
        JsonNode prices =
                groups.get(0).get("reason").stringValue().equals("price-negative") ? groups.get(0) : groups.get(1);
        assertThat(prices.get("source").stringValue()).isEqualTo("shop");
        assertThat(prices.get("events").intValue()).isEqualTo(2);
        assertThat(prices.get("times").intValue()).isEqualTo(3);

        JsonNode listed = operator.get(path("?reason=price-negative")).json().get("items");
        assertThat(listed).hasSize(2);
        JsonNode again = listed.get(0);
        assertThat(again.get("name").stringValue()).isEqualTo("Order Completed");
        assertThat(again.get("times").intValue()).isEqualTo(2);
        assertThat(again.get("detail").stringValue()).contains("negative");
        assertThat(Instant.parse(again.get("lastAt").stringValue()))
                .isAfter(Instant.parse(again.get("firstAt").stringValue()));
    }

    @Test
    void theListIsPagedNewestFirst() throws Exception {
        shop.batch(nameless("m1"));
        shop.batch(nameless("m2"));
        shop.batch(nameless("m3"));

        JsonNode first = operator.get(path("?limit=2")).json();
        JsonNode rest = operator.get(path("?limit=2&cursor=" + first.get("next").stringValue()))
                .json();
        List<Long> ids = new ArrayList<>();
        first.get("items").forEach(item -> ids.add(item.get("id").longValue()));
        rest.get("items").forEach(item -> ids.add(item.get("id").longValue()));
        assertThat(ids).hasSize(3).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(rest.get("next").isNull()).isTrue();
    }

    @Test
    void personalValuesAreMaskedUntilSomebodyAsksAndBothAreWrittenDown() throws Exception {
        shop.batch(
                "{\"type\":\"identify\",\"traits\":{\"phone\":\"13812345678\",\"city\":\"杭州\",\"note\":\"call 13912345678\"}}");
        long id = onlyId();

        JsonNode masked = operator.get(path("/" + id)).json();
        assertThat(masked.get("body").stringValue())
                .contains("138****5678", "杭州")
                .doesNotContain("13812345678", "13912345678");
        JsonNode open = operator.get(path("/" + id + "?personal=true")).json();
        assertThat(open.get("body").stringValue()).contains("13812345678", "13912345678");

        assertThat(audited("quarantine/" + id)).containsExactly("quarantine.open", "quarantine.reveal");
    }

    @Test
    void aTextThatIsNoJsonIsNotShownMasked() throws Exception {
        shop.post("/v1/track", "{\"event\":\"Clicked\",\"properties\":{\"phone\":\"13812345678\"");
        long id = onlyId();
        assertThat(operator.get(path("/" + id)).json().get("body").isNull()).isTrue();
        assertThat(operator.get(path("/" + id + "?personal=true"))
                        .json()
                        .get("body")
                        .stringValue())
                .contains("13812345678");
    }

    @Test
    void aGuideMayNotLook() throws Exception {
        shop.batch(nameless("m1"));
        Browser guide = browsers.signedIn(Role.GUIDE);
        assertThat(guide.get(path("")).status()).isEqualTo(403);
        assertThat(guide.get(path("/" + onlyId() + "?personal=true")).status()).isEqualTo(403);
        assertThat(guide.post(path("/" + onlyId() + "/replay"), Map.of()).status())
                .isEqualTo(403);
    }

    @Test
    void anotherBrandsEventIsNotFound() throws Exception {
        shop.batch(nameless("m1"));
        long id = onlyId();
        Brand other = brands.chinese();
        assertThat(operator.get("/api/brands/" + other.key() + "/quarantine/" + id)
                        .status())
                .isEqualTo(404);
        assertThat(operator.post("/api/brands/" + other.key() + "/quarantine/" + id + "/discard", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aCorrectedEventIsReplayedUnderItsSourceAndMessageId() throws Exception {
        shop.batch(order("m1", "-5"));
        long id = onlyId();

        JsonNode result = replay(id, order("m1", "5"));
        assertThat(result.get("outcome").stringValue()).isEqualTo("replayed");
        assertThat(result.at("/event/state").stringValue()).isEqualTo("replayed");

        assertThat(logged()).singleElement().satisfies(event -> {
            assertThat(event.getName()).isEqualTo("Order Completed");
            assertThat(event.getSource()).isEqualTo("shop");
            assertThat(event.getMessageId()).isEqualTo("m1");
            assertThat(event.getCustomerNo()).isNotNull();
        });
        assertThat(audited("quarantine/" + id)).containsExactly("quarantine.correct", "quarantine.replay");
    }

    @Test
    void aSecondReplayChangesNothing() throws Exception {
        shop.batch(order("m1", "-5"));
        long id = onlyId();
        replay(id, order("m1", "5"));
        assertThat(replay(id, null).get("outcome").stringValue()).isEqualTo("duplicate");
        assertThat(logged()).hasSize(1);
        assertThat(operator.post(path("/" + id + "/replay"), Map.of("body", order("m1", "6")))
                        .code())
                .isEqualTo("quarantine-closed");
    }

    /// The event was appended and the mark behind it was lost: it is open, and its event is in the log.
    @Test
    void aReplayThatDiedBeforeItWasMarkedIsMarkedByTheNextOne() throws Exception {
        shop.batch(order("m1", "-5"));
        long id = onlyId();
        String sealed = body(id);
        replay(id, order("m1", "5"));
        database.update(QUARANTINE)
                .set(QUARANTINE.STATE, "open")
                .set(QUARANTINE.BODY, sealed)
                .set(QUARANTINE.FIXED, (String) null)
                .setNull(QUARANTINE.CLOSED_AT)
                .where(QUARANTINE.ID.eq(id))
                .execute();

        JsonNode result = replay(id, order("m1", "5"));
        assertThat(result.get("outcome").stringValue()).isEqualTo("duplicate");
        assertThat(result.at("/event/state").stringValue()).isEqualTo("replayed");
        assertThat(logged()).hasSize(1);
    }

    /// An event without a message id is named by its bytes, which a correction changes: its place in quarantine
    /// names it then, whatever is corrected how often.
    @Test
    void correctingTwiceAfterACrashStillWritesOneEvent() throws Exception {
        shop.batch("{\"type\":\"track\",\"event\":\"Clicked\",\"properties\":{}}");
        long id = onlyId();
        String sealed = body(id);
        replay(id, "{\"type\":\"track\",\"event\":\"Clicked\",\"userId\":\"u1\"}");
        database.update(QUARANTINE)
                .set(QUARANTINE.STATE, "open")
                .set(QUARANTINE.BODY, sealed)
                .setNull(QUARANTINE.CLOSED_AT)
                .where(QUARANTINE.ID.eq(id))
                .execute();
        replay(id, "{\"type\":\"track\",\"event\":\"Clicked\",\"userId\":\"u1\",\"properties\":{\"a\":1}}");
        assertThat(logged()).hasSize(1);
    }

    @Test
    void whatIsStillBadStaysWithItsNewReason() throws Exception {
        shop.batch(order("m1", "-5"));
        long id = onlyId();
        JsonNode result = replay(id, order("m1", "5").replace("\"userId\":\"u1\",", ""));
        assertThat(result.get("outcome").stringValue()).isEqualTo("refused");
        assertThat(result.at("/event/reason").stringValue()).isEqualTo("id-missing");
        assertThat(result.at("/event/state").stringValue()).isEqualTo("open");
        assertThat(result.at("/event/corrected").booleanValue()).isTrue();
        assertThat(logged()).isEmpty();
        // The correction is not lost: the next person goes on from it.
        assertThat(operator.get(path("/" + id + "?personal=true"))
                        .json()
                        .get("body")
                        .stringValue())
                .doesNotContain("userId")
                .contains("\"total\":5");
    }

    @Test
    void aCorrectionThatIsNoJsonIsRefusedWithItsPlace() throws Exception {
        shop.batch(order("m1", "-5"));
        Browser.Answer answer = operator.post(path("/" + onlyId() + "/replay"), Map.of("body", "{\"type\": track}"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").stringValue()).isEqualTo("/body");
        assertThat(answer.json().at("/errors/0/detail").stringValue()).contains("line 1");
        Browser.Answer two = operator.post(path("/" + onlyId() + "/replay"), Map.of("body", "{}],\"batch\":[{}"));
        assertThat(two.status()).isEqualTo(422);
    }

    /// What stood around the event in its batch belongs to its judgement: the clock's error, and where it came from.
    @Test
    void aReplayedEventHappenedWhenItWouldHaveHappened() throws Exception {
        Instant wrongNow = Instant.now().minus(Duration.ofDays(400));
        Instant wrongAt = wrongNow.minus(Duration.ofMinutes(30));
        String bad = order("m1", "-5").replace("\"type\"", "\"timestamp\":\"" + wrongAt + "\",\"type\"");
        shop.post(
                "/v1/batch",
                "{\"context\":{\"app\":{\"name\":\"till\"}},\"batch\":[" + bad + "],\"sentAt\":\"" + wrongNow + "\"}");
        long id = onlyId();
        // Two days later somebody finds the time.
        database.update(QUARANTINE)
                .set(QUARANTINE.FIRST_AT, Instant.now().minus(Duration.ofDays(2)))
                .where(QUARANTINE.ID.eq(id))
                .execute();
        replay(id, bad.replace("-5", "5"));
        assertThat(logged()).singleElement().satisfies(event -> {
            Instant twoDaysAgo = Instant.now().minus(Duration.ofDays(2));
            assertThat(event.getAt())
                    .isBetween(twoDaysAgo.minus(Duration.ofMinutes(32)), twoDaysAgo.minus(Duration.ofMinutes(29)));
            assertThat(event.getContext().data()).contains("till");
        });
    }

    @Test
    void aSingleCallKeepsWhatItWasSentAs() throws Exception {
        shop.post("/v1/track", "{\"event\":\"Clicked\",\"messageId\":\"m1\"}");
        replay(onlyId(), "{\"event\":\"Clicked\",\"messageId\":\"m1\",\"userId\":\"u1\"}");
        assertThat(logged()).extracting(EventRecord::getName).containsExactly("Clicked");
    }

    @Test
    void aBodyThatBrokeOffIsMendedAndItsEventsAreJudgedOneByOne() throws Exception {
        shop.post("/v1/batch", "{\"batch\":[" + track("Good", "m1") + ",{\"type\":\"tra");
        JsonNode result = replay(
                onlyId(),
                "{\"batch\":[" + track("Good", "m1") + "," + track("Better", "m2") + "," + nameless("m3") + "]}");
        assertThat(result.get("outcome").stringValue()).isEqualTo("replayed");
        assertThat(result.get("left").intValue()).isEqualTo(1);
        assertThat(logged()).extracting(EventRecord::getMessageId).containsExactly("m1", "m2");
        assertThat(operator.get(path("")).json().get("items")).singleElement().satisfies(left -> {
            assertThat(left.get("reason").stringValue()).isEqualTo("name-missing");
        });
    }

    @Test
    void eventsOfARevokedSourceCanStillBeReplayed() throws Exception {
        shop.batch(order("m1", "-5"));
        sources.revoke(brand, source.id());
        assertThat(replay(onlyId(), order("m1", "5")).get("outcome").stringValue())
                .isEqualTo("replayed");
    }

    /// A rule changed (here: what had been refused is good now), so all of its reason are tried again.
    @Test
    void allOfOneReasonAreReplayedAsAJob() throws Exception {
        int many = 120;
        List<String> events = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            events.add(track("Clicked", "m" + i));
        }
        shop.batch(events.stream()
                .map(event -> event.replace("\"userId\":\"u1\",", ""))
                .toArray(String[]::new));
        shop.batch(nameless("other"));
        // As though the rule of today had been another when they came.
        database.update(QUARANTINE)
                .set(QUARANTINE.BODY, sealedWithUser())
                .where(QUARANTINE.SOURCE_ID.eq(source.id().value()))
                .and(QUARANTINE.ID.eq(ids().getFirst()))
                .execute();

        Browser.Answer started = operator.post(
                path("/replay"),
                Map.of("reason", "id-missing", "source", source.id().value()));
        assertThat(started.status()).isEqualTo(200);
        String job = "/api/jobs/" + started.json().get("jobId").stringValue();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(operator.get(job).json().get("state").stringValue())
                                .isEqualTo("done"));

        JsonNode ended = operator.get(job).json();
        assertThat(ended.get("done").intValue()).isEqualTo(many);
        assertThat(ended.get("total").intValue()).isEqualTo(many);
        assertThat(ended.at("/message/en").stringValue()).isEqualTo("1 replayed, 119 still refused");
        assertThat(logged()).extracting(EventRecord::getMessageId).containsExactly("mended");
        assertThat(operator.get(path("?state=replayed")).json().get("items")).hasSize(1);
        assertThat(operator.get(path("?reason=name-missing")).json().get("items"))
                .hasSize(1);
    }

    @Test
    void aDiscardedEventIsGoneAndStaysGoneWhenItComesAgain() throws Exception {
        shop.batch(nameless("m1"));
        long id = onlyId();
        JsonNode discarded = operator.post(path("/" + id + "/discard"), null).json();
        assertThat(discarded.get("state").stringValue()).isEqualTo("discarded");
        assertThat(database.select(QUARANTINE.BODY)
                        .from(QUARANTINE)
                        .where(QUARANTINE.ID.eq(id))
                        .fetchOne(QUARANTINE.BODY))
                .isNull();
        shop.batch(nameless("m1"));
        assertThat(operator.get(path("")).json().get("items")).isEmpty();
        JsonNode listed = operator.get(path("?state=discarded")).json().get("items");
        assertThat(listed)
                .singleElement()
                .satisfies(one -> assertThat(one.get("times").intValue()).isEqualTo(2));
        assertThat(operator.post(path("/" + id + "/replay"), Map.of()).code()).isEqualTo("quarantine-closed");
        assertThat(audited("quarantine/" + id)).containsExactly("quarantine.discard");
    }

    @Test
    void allOfOneReasonAreDiscardedAtOnce() throws Exception {
        shop.batch(nameless("m1"), nameless("m2"), order("m3", "-1"));
        Browser.Answer answer = operator.post(path("/discard"), Map.of("reason", "name-missing"));
        assertThat(answer.json().get("events").intValue()).isEqualTo(2);
        assertThat(operator.get(path("")).json().get("items")).hasSize(1);
    }

    private JsonNode replay(long id, @Nullable String correction) {
        Browser.Answer answer =
                operator.post(path("/" + id + "/replay"), correction == null ? Map.of() : Map.of("body", correction));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private String path(String more) {
        return "/api/brands/" + brand.key() + "/quarantine" + more;
    }

    private static String order(String id, String total) {
        return "{\"type\":\"track\",\"event\":\"Order Completed\",\"userId\":\"u1\",\"messageId\":\"" + id
                + "\",\"properties\":{\"order_id\":\"" + id + "\",\"total\":" + total + "}}";
    }

    private static String nameless(String id) {
        return "{\"type\":\"track\",\"userId\":\"u1\",\"messageId\":\"" + id + "\"}";
    }

    private static String track(String name, String id) {
        return "{\"type\":\"track\",\"event\":\"" + name + "\",\"userId\":\"u1\",\"messageId\":\"" + id + "\"}";
    }

    @Autowired
    io.waterwheel.kernel.privacy.Vault vault;

    private String sealedWithUser() {
        return vault.seal(track("Clicked", "mended"));
    }

    private String body(long id) {
        return database.select(QUARANTINE.BODY)
                .from(QUARANTINE)
                .where(QUARANTINE.ID.eq(id))
                .fetchOne(QUARANTINE.BODY);
    }

    private long onlyId() {
        assertThat(ids()).hasSize(1);
        return ids().getFirst();
    }

    private List<Long> ids() {
        return database.select(QUARANTINE.ID)
                .from(QUARANTINE)
                .join(SOURCE)
                .on(SOURCE.ID.eq(QUARANTINE.SOURCE_ID))
                .where(SOURCE.BRAND_ID.eq(brand.id().value()))
                .orderBy(QUARANTINE.ID)
                .fetch(QUARANTINE.ID);
    }

    private List<EventRecord> logged() {
        return database.selectFrom(EVENT)
                .where(EVENT.BRAND_ID.eq(brand.id().value()))
                .orderBy(EVENT.POSITION)
                .fetch();
    }

    private List<String> audited(String subject) {
        return database.select(AUDIT_ENTRY.ACTION)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.SUBJECT.eq(subject))
                .orderBy(AUDIT_ENTRY.ID)
                .fetch(AUDIT_ENTRY.ACTION);
    }
}
