package io.waterwheel.exchange;

import static io.waterwheel.exchange.generated.Tables.WEBHOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.exchange.Receiver.Message;
import io.waterwheel.exchange.webhook.DeadLetter;
import io.waterwheel.exchange.webhook.Failure;
import io.waterwheel.exchange.webhook.IssuedSecret;
import io.waterwheel.exchange.webhook.Webhook;
import io.waterwheel.exchange.webhook.WebhookSettings;
import io.waterwheel.exchange.webhook.WebhookState;
import io.waterwheel.exchange.webhook.Webhooks;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class WebhookStories {

    private static final Duration LONGER_THAN_ANY_PAUSE = Duration.ofMinutes(20);

    @Autowired
    Webhooks webhooks;

    @Autowired
    EventLog log;

    @Autowired
    TestBrands brands;

    @Autowired
    TestClock clock;

    @Autowired
    Browsers browsers;

    @Autowired
    DSLContext database;

    @Autowired
    Vault vault;

    Brand brand;
    List<Receiver> receivers = new ArrayList<>();
    Receiver receiver;

    @BeforeEach
    void aBrandAndSomebodyWhoListens() {
        brand = brands.chinese();
        receiver = receiver();
    }

    @AfterEach
    void theyLeave() {
        webhooks.of(brand).forEach(webhook -> webhooks.remove(brand, webhook.id()));
        receivers.forEach(Receiver::close);
        clock.reset();
    }

    @Test
    void whatHappensArrivesInOrderAndSigned() throws Exception {
        IssuedSecret issued = listen(receiver);
        happens("One", "Two", "Three");
        awaitMessages(receiver, 3);
        assertThat(receiver.messages()).extracting(Message::type).containsExactly("One", "Two", "Three");
        assertThat(receiver.messages()).extracting(Message::position).isSorted();
        assertThat(receiver.messages()).extracting(Message::id).doesNotHaveDuplicates();
        Message first = receiver.messages().getFirst();
        assertThat(first.signature()).isEqualTo("v1," + hmac(issued.secret(), first));
        assertThat(first.json().at("/data/brand").asString()).isEqualTo(brand.key());
        assertThat(first.json().at("/data/customer").isInt()).isTrue();
        await().untilAsserted(() -> {
            assertThat(now(issued).delivered()).isEqualTo(3);
            assertThat(now(issued).behind()).isZero();
        });
    }

    @Test
    void theSecretIsShownOnceAndKeptSealed() {
        IssuedSecret issued = listen(receiver);
        String kept = database.select(WEBHOOK.SEALED_SECRET)
                .from(WEBHOOK)
                .where(WEBHOOK.ID.eq(issued.webhook().id()))
                .fetchSingle(WEBHOOK.SEALED_SECRET);
        assertThat(kept).doesNotContain(issued.secret());
        assertThat(vault.open(kept)).isEqualTo(issued.secret());
        assertThat(webhooks.renewSecret(brand, issued.webhook().id()).secret()).isNotEqualTo(issued.secret());
    }

    @Test
    void onlyTheEventsAskedForAreSentAndOnlyThisBrands() {
        IssuedSecret issued =
                webhooks.create(brand, new WebhookSettings("some", receiver.url(), List.of("Wanted"), false, false));
        log.append(List.of(TestEvents.event(
                brands.chinese(),
                TestEvents.member("1"),
                "Wanted",
                clock.instant(),
                "{\"whose\": \"another brand\"}")));
        happens("Other", "Wanted", "Other");
        await().untilAsserted(() -> assertThat(now(issued).behind()).isZero());
        assertThat(receiver.messages()).extracting(Message::type).containsExactly("Wanted");
    }

    @Test
    void aNewWebhookMayBeToldOfThePast() {
        happens("Before");
        webhooks.create(brand, new WebhookSettings("past", receiver.url(), List.of(), false, true));
        awaitMessages(receiver, 1);
        assertThat(receiver.messages()).extracting(Message::type).containsExactly("Before");
    }

    @Test
    void whatFailsIsTriedAgainUnderTheSameIdAndNothingOvertakesIt() {
        AtomicInteger tries = new AtomicInteger();
        receiver.answers(message -> message.type().equals("Two") && tries.incrementAndGet() <= 2 ? 503 : 200);
        IssuedSecret issued = listen(receiver);
        happens("One", "Two", "Three");
        Webhook waiting = awaitWebhook(issued, webhook -> webhook.attempts() == 1);
        assertThat(waiting.failure()).isEqualTo(Failure.ANSWER);
        assertThat(waiting.failureStatus()).isEqualTo(503);
        assertThat(waiting.nextTryAt()).isAfter(clock.instant());
        clock.advance(LONGER_THAN_ANY_PAUSE);
        awaitWebhook(issued, webhook -> webhook.attempts() == 2);
        clock.advance(LONGER_THAN_ANY_PAUSE);
        awaitMessages(receiver, 5);
        assertThat(receiver.messages()).extracting(Message::type).containsExactly("One", "Two", "Two", "Two", "Three");
        assertThat(receiver.messages().subList(1, 4).stream().map(Message::id).distinct())
                .hasSize(1);
        assertThat(awaitWebhook(issued, webhook -> webhook.delivered() == 3).failingSince())
                .isNull();
    }

    @Test
    void aReceiverThatNeverAnswersHoldsUpNobodyElse() {
        Receiver silent = receiver();
        silent.answers(Receiver.NEVER);
        listen(silent);
        listen(receiver);
        happens("One", "Two");
        awaitMessages(receiver, 2);
        awaitMessages(silent, 1);
        assertThat(silent.messages()).extracting(Message::type).containsExactly("One");
    }

    @Test
    void afterADayAnEventIsPutAsideAndThoseBehindItHaveTheirTurn() {
        receiver.answers(message -> message.type().equals("Bad") ? 500 : 200);
        IssuedSecret issued = listen(receiver);
        happens("Good", "Bad", "Good");
        awaitWebhook(issued, webhook -> webhook.attempts() == 1);
        clock.advance(Duration.ofHours(23));
        awaitWebhook(issued, webhook -> webhook.attempts() == 2);
        assertThat(letters(issued)).isEmpty();
        clock.advance(Duration.ofHours(2));
        awaitWebhook(issued, webhook -> webhook.deadLetters() == 1 && webhook.delivered() == 2);
        assertThat(letters(issued)).singleElement().satisfies(letter -> {
            assertThat(letter.event()).isEqualTo("Bad");
            assertThat(letter.failure()).isEqualTo(Failure.ANSWER);
            assertThat(letter.status()).isEqualTo(500);
            assertThat(letter.attempts()).isEqualTo(3);
        });

        // Asked for again while it is still bad, it stays; once the receiver is mended, it leaves.
        webhooks.replay(brand, issued.webhook().id(), null);
        await().untilAsserted(() -> assertThat(letters(issued))
                .singleElement()
                .satisfies(letter -> assertThat(letter.attempts()).isEqualTo(4)));
        receiver.answers(200);
        webhooks.replay(brand, issued.webhook().id(), null);
        awaitWebhook(issued, webhook -> webhook.deadLetters() == 0 && webhook.delivered() == 3);
        List<String> bad = receiver.messages().stream()
                .filter(message -> message.type().equals("Bad"))
                .map(Message::id)
                .distinct()
                .toList();
        assertThat(bad).hasSize(1);
    }

    @Test
    void whatTheReceiverHasReadAndRefusesIsPutAsideAfterThreeTriesAndMayBeDiscarded() {
        receiver.answers(message -> message.type().equals("Bad") ? 422 : 200);
        IssuedSecret issued = listen(receiver);
        happens("Bad", "Good");
        for (int tries = 1; tries <= 2; tries++) {
            int failed = tries;
            awaitWebhook(issued, webhook -> webhook.attempts() == failed);
            clock.advance(LONGER_THAN_ANY_PAUSE);
        }
        awaitWebhook(issued, webhook -> webhook.deadLetters() == 1 && webhook.delivered() == 1);
        assertThat(letters(issued)).extracting(DeadLetter::failure).containsExactly(Failure.REJECTED);
        assertThat(webhooks.discard(
                        brand,
                        issued.webhook().id(),
                        List.of(letters(issued).getFirst().id())))
                .isEqualTo(1);
        assertThat(letters(issued)).isEmpty();
    }

    @Test
    void aPersonNeedNotWaitADayToPassOverAnEvent() {
        receiver.answers(message -> message.type().equals("Bad") ? 500 : 200);
        IssuedSecret issued = listen(receiver);
        happens("Bad", "Good");
        awaitWebhook(issued, webhook -> webhook.attempts() == 1);
        webhooks.skip(brand, issued.webhook().id());
        awaitWebhook(issued, webhook -> webhook.delivered() == 1);
        assertThat(letters(issued)).extracting(DeadLetter::failure).containsExactly(Failure.SKIPPED);
    }

    @Test
    void aReceiverThatIsGoneIsToldNothingMoreUntilAPersonSaysSo() {
        receiver.answers(410);
        IssuedSecret issued = listen(receiver);
        happens("One", "Two");
        Webhook disabled = awaitWebhook(issued, webhook -> webhook.state() == WebhookState.DISABLED);
        assertThat(disabled.failure()).isEqualTo(Failure.GONE);
        receiver.answers(200);
        webhooks.resume(brand, issued.webhook().id());
        awaitWebhook(issued, webhook -> webhook.delivered() == 2);
        assertThat(receiver.messages()).extracting(Message::type).containsExactly("One", "One", "Two");
    }

    @Test
    void daysOfFailureDisableAWebhookAndNothingIsLost() {
        receiver.answers(500);
        IssuedSecret issued = listen(receiver);
        happens("One", "Two");
        awaitWebhook(issued, webhook -> webhook.attempts() == 1);
        clock.advance(Duration.ofDays(6));
        Webhook disabled = awaitWebhook(issued, webhook -> webhook.state() == WebhookState.DISABLED);
        assertThat(disabled.failingSince()).isNotNull();
        assertThat(disabled.failureStatus()).isEqualTo(500);
        receiver.answers(200);
        webhooks.resume(brand, issued.webhook().id());
        awaitWebhook(issued, webhook -> webhook.delivered() == 2);
    }

    @Test
    void aKillBetweenDeliveryAndTheNoteOfItSendsTheSameMessageAgain() {
        IssuedSecret issued = listen(receiver);
        long before = position(issued);
        happens("One");
        awaitWebhook(issued, webhook -> webhook.delivered() == 1);
        // What the database holds when the server dies after the receiver's answer.
        database.update(WEBHOOK)
                .set(WEBHOOK.POSITION, before)
                .where(WEBHOOK.ID.eq(issued.webhook().id()))
                .execute();
        awaitMessages(receiver, 2);
        assertThat(receiver.messages())
                .extracting(Message::id)
                .containsOnly(receiver.messages().getFirst().id());
        assertThat(receiver.messages())
                .extracting(Message::body)
                .containsOnly(receiver.messages().getFirst().body());
    }

    @Test
    void personalDataStaysHereUnlessItIsMeantToLeave() {
        Receiver trusted = receiver();
        listen(receiver);
        webhooks.create(brand, new WebhookSettings("trusted", trusted.url(), List.of(), true, false));
        String phone = vault.seal("13612348000");
        log.append(List.of(TestEvents.event(
                brand,
                TestEvents.member("1"),
                EventNames.IDENTIFIED,
                clock.instant(),
                "{\"name\": \"李雷\", \"city\": \"杭州\", \"phone\": \"" + phone + "\", \"phones\": [\"" + phone
                        + "\"]}")));
        awaitMessages(receiver, 1);
        awaitMessages(trusted, 1);
        Message cautious = receiver.messages().getFirst();
        assertThat(cautious.body()).contains("杭州").doesNotContain("13612348000", "李雷", "v1:");
        assertThat(cautious.json().at("/data/omitted").valueStream().map(node -> node.asString()))
                .containsExactlyInAnyOrder("/name", "/phone", "/phones/0");
        Message open = trusted.messages().getFirst();
        assertThat(open.json().at("/data/properties/phone").asString()).isEqualTo("13612348000");
        assertThat(open.json().at("/data/properties/name").asString()).isEqualTo("李雷");
    }

    @Test
    void administratorsSayWhereDataGoesAndOperatorsLookAfterIt() {
        Browser operator = browsers.signedIn(Role.OPERATOR);
        Browser admin = browsers.signedIn(Role.ADMIN);
        String address = "/api/brands/" + brand.key() + "/webhooks";
        Map<String, Object> settings = Map.of("name", "crm", "url", receiver.url(), "events", List.of());
        assertThat(operator.post(address, settings).status()).isEqualTo(403);
        Browser.Answer made = admin.post(address, settings);
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(made.json().get("secret").asString()).startsWith("whsec_");
        assertThat(admin.post(address, settings).code()).isEqualTo("exchange-name-taken");
        assertThat(operator.get(address).text()).doesNotContain("whsec_").contains(receiver.url());
        long id = made.json().at("/webhook/id").asLong();
        assertThat(operator.post(address + "/" + id + "/test", null)
                        .json()
                        .get("delivered")
                        .asBoolean())
                .isTrue();
        assertThat(operator.get(address + "/" + id + "/dead-letters").json().get("items"))
                .isEmpty();
        assertThat(operator.post(address + "/" + id + "/pause", null)
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("paused");
        assertThat(browsers.signedIn(Role.GUIDE).get(address).status()).isEqualTo(403);
        assertThat(admin.delete(address + "/" + id).status()).isEqualTo(204);
    }

    private Receiver receiver() {
        Receiver opened = new Receiver();
        receivers.add(opened);
        return opened;
    }

    private IssuedSecret listen(Receiver to) {
        return webhooks.create(brand, new WebhookSettings("to " + to.url(), to.url(), List.of(), false, false));
    }

    private void happens(String... names) {
        for (String name : names) {
            log.append(List.of(TestEvents.event(brand, TestEvents.member("1"), name, clock.instant(), "{}")));
        }
    }

    private Webhook now(IssuedSecret issued) {
        return webhooks.get(brand, issued.webhook().id());
    }

    private Webhook awaitWebhook(IssuedSecret issued, Predicate<Webhook> reached) {
        return await().until(() -> now(issued), reached);
    }

    private List<DeadLetter> letters(IssuedSecret issued) {
        return webhooks.deadLetters(brand, issued.webhook().id(), new PageRequest(null, 50))
                .items();
    }

    private long position(IssuedSecret issued) {
        return database.select(WEBHOOK.POSITION)
                .from(WEBHOOK)
                .where(WEBHOOK.ID.eq(issued.webhook().id()))
                .fetchSingle(WEBHOOK.POSITION);
    }

    private static void awaitMessages(Receiver receiver, int count) {
        await().untilAsserted(() -> assertThat(receiver.messages()).hasSizeGreaterThanOrEqualTo(count));
        assertThat(receiver.messages()).hasSize(count);
    }

    /// As a receiver checks it, written apart from the server's own.
    private static String hmac(String secret, Message message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String signed = message.id() + "." + message.timestamp() + "." + message.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
