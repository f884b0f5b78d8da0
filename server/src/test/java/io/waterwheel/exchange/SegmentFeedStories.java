package io.waterwheel.exchange;

import static io.waterwheel.segment.generated.Tables.EVALUATION;
import static io.waterwheel.testing.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.exchange.Receiver.Message;
import io.waterwheel.exchange.webhook.WebhookSettings;
import io.waterwheel.exchange.webhook.Webhooks;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventLog.Appended;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browser.Answer;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Somebody else's server hears who enters and leaves a segment.
@ServerTest
class SegmentFeedStories {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private EventLog log;

    @Autowired
    private DSLContext database;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    private final Receiver receiver = new Receiver();
    private Brand brand;
    private Browser operator;
    private String segment;

    @BeforeEach
    void aSegmentAndSomebodyWhoListens() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR);
        Answer saved = operator.post(
                "/api/brands/" + brand.key() + "/segments",
                json("{'name':'活跃','definition':{'type':'orders','measure':'count','operator':'atLeast','value':1,"
                        + "'window':{'type':'last','days':30}}}"));
        segment = "/api/brands/" + brand.key() + "/segments/"
                + saved.json().path("id").asString();
        webhooks.create(
                brand,
                new WebhookSettings("feed", receiver.url(), List.of("Segment Entered", "Segment Left"), false, false));
    }

    @AfterEach
    void theyLeave() {
        webhooks.of(brand).forEach(webhook -> webhooks.remove(brand, webhook.id()));
        receiver.close();
        clock.reset();
    }

    @Test
    void whoeverEntersOrLeavesIsToldOnceAndInOrder() {
        buys("before");
        assertThat(operator.put(segment + "/feed", json("{'on':true}")).status())
                .isEqualTo(204);
        evaluate();
        CustomerNo lin = buys("lin");
        evaluate();
        awaitMessages(1);
        Message entered = receiver.messages().getFirst();
        assertThat(entered.type())
                .as("who was in when it was switched on has not entered")
                .isEqualTo("Segment Entered");
        assertThat(entered.json().at("/data/customer").asInt()).isEqualTo(lin.value());
        assertThat(entered.json().at("/data/properties/name").asString()).isEqualTo("活跃");
        assertThat(segment)
                .endsWith("/" + entered.json().at("/data/properties/segment").asString());

        tellAgain();
        clock.advance(Duration.ofDays(31));
        awaitMessages(3);
        assertThat(receiver.messages().subList(1, 3))
                .as("evaluated by itself; what was told again after a crash is not delivered again")
                .extracting(Message::type)
                .containsOnly("Segment Left");
        assertThat(receiver.messages()).extracting(Message::position).isSorted();
    }

    @Test
    void nothingIsToldOfASegmentThatNobodyListensTo() {
        evaluate();
        buys("lin");
        evaluate();
        assertThat(database.fetchCount(
                        EVALUATION, EVALUATION.SEGMENT_ID.eq(id()).and(EVALUATION.TOLD.isNotNull())))
                .isZero();
        assertThat(operator.get(segment + "/sizes").json().path("feed").asBoolean())
                .isFalse();
    }

    /// As if the process had died between the log and the note that it was told.
    private void tellAgain() {
        Integer last = database.select(DSL.max(EVALUATION.NUMBER))
                .from(EVALUATION)
                .where(EVALUATION.SEGMENT_ID.eq(id()))
                .fetchSingle()
                .value1();
        database.update(EVALUATION)
                .set(EVALUATION.TOLD, 0)
                .where(EVALUATION.SEGMENT_ID.eq(id()), EVALUATION.NUMBER.eq(last))
                .execute();
        await().atMost(PATIENCE)
                .until(() -> database.fetchCount(
                                EVALUATION, EVALUATION.SEGMENT_ID.eq(id()).and(EVALUATION.TOLD.isNotNull()))
                        == 0);
    }

    private long id() {
        return Long.parseLong(segment.substring(segment.lastIndexOf('/') + 1));
    }

    private void evaluate() {
        assertThat(operator.post(segment + "/sizes", "").status()).isEqualTo(200);
    }

    private void awaitMessages(int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.messages()).hasSize(count));
    }

    private CustomerNo buys(String member) {
        Appended appended = log.append(List.of(
                        TestEvents.order(brand, TestEvents.member(member), "o-" + member, "9.00", clock.instant())))
                .getFirst();
        return Objects.requireNonNull(((Appended.Written) appended).customer());
    }
}
