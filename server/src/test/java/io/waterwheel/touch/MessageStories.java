package io.waterwheel.touch;

import static io.waterwheel.touch.BroadcastFixture.email;
import static io.waterwheel.touch.BroadcastFixture.until;
import static io.waterwheel.touch.BroadcastFixture.wecom;
import static io.waterwheel.touch.generated.Tables.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.identity.PersonLinks;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestClock;
import io.waterwheel.touch.MessagesSettled.Settled;
import io.waterwheel.touch.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/// Messages to single customers, as a journey asks for them: each once, or it is told why not.
@ServerTest
class MessageStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PersonLinks links;

    @Autowired
    private Browsers browsers;

    @Autowired
    private DSLContext database;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private BroadcastFixture brands;
    private MessageFixture messages;
    private Browser operator;

    @BeforeEach
    void fixtures() {
        brands = context.getAutowireCapableBeanFactory().createBean(BroadcastFixture.class);
        messages = context.getAutowireCapableBeanFactory().createBean(MessageFixture.class);
        operator = browsers.signedIn(Role.OPERATOR);
    }

    @AfterEach
    void nothingIsLeft() {
        messages.close();
        clock.reset();
        CORP.noFaults();
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    private String shop() {
        return "http://127.0.0.1:" + port + "/actuator/health?from=message";
    }

    @Test
    void askedForTwiceItIsSentOnceWithTheValuesOfTheRequest() {
        Brand brand = brands.readers(CORP, 2);
        CustomerNo customer = messages.reader(brand, 1);
        long template =
                messages.template(brand, email("{{ customer.name }}，您看过的{{ event.product }}：{{ link }}", shop()));
        var request = new MessageRequest(
                "journey/7/" + brand.key(),
                customer,
                template,
                Purpose.MARKETING,
                Map.of("event", Map.of("product", "龙井"), "customer", Map.of("name", "别人")),
                5,
                null);

        messages.ask(brand, request, request);
        assertThat(messages.settled(request.key()))
                .isEqualTo(new Settled(request.key(), customer, MessageState.SENT, null));
        messages.ask(brand, request);

        assertThat(CORP.received("p1")).singleElement().satisfies(letter -> {
            assertThat(letter.path("text").asString())
                    .startsWith("顾客1，您看过的龙井：http")
                    .contains("退订");
            assertThat(letter.path("messageKey").asString()).matches("<m\\d+@brand\\.example>");
        });
        CORP.click("p1");
        JsonNode line = until(
                () -> trail(brand, customer, "zh-CN").at("/items/0"),
                found -> !found.path("clickedAt").isNull());
        assertThat(line.path("state").asString()).isEqualTo("delivered");
        assertThat(line.path("id").asString()).isEqualTo(request.key());
        assertThat(until(() -> timeline(brand, customer), text -> text.contains("Link Clicked")))
                .contains("Message Sent", "Message Delivered", request.key());
        assertThat(messages.times(request.key())).isEqualTo(1);
        assertThat(CORP.deliveries("email")).containsExactly(Map.entry("p1", 1));
        assertThat(database.select(MESSAGE.SEALED_VALUES)
                        .from(MESSAGE)
                        .where(MESSAGE.KEY.eq(request.key()))
                        .fetchOne(MESSAGE.SEALED_VALUES))
                .as("values are forgotten with the sending")
                .isNull();
    }

    @Test
    void whatIsAskedInATransactionThatFailsIsNotSent() {
        Brand brand = brands.readers(CORP, 1);
        long template = messages.template(brand, email("你好", null));
        CustomerNo customer = messages.reader(brand, 1);
        String key = "journey/gone/" + brand.key();

        transactions.executeWithoutResult(status -> {
            messages.ask(brand, messages.request(key, customer, template));
            status.setRollbackOnly();
        });
        messages.ask(brand, messages.request(key + "/2", customer, template));

        messages.settled(key + "/2");
        assertThat(CORP.deliveries("email")).containsExactly(Map.entry("p1", 1));
        assertThatThrownBy(() -> messages.ask(brand, messages.request(key, customer, 999_999_999)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().code()).isEqualTo("not-found"));
    }

    @Test
    void friendsWhoGetTheSameTextAreOneTaskOfTheirGuide() {
        Brand brand = brands.friends(CORP, 1, 6);
        long template = messages.template(brand, wecom("{{ guide.name }}：新茶 {{ link }}", shop()));
        MessageRequest[] requests = new MessageRequest[6];
        for (int i = 0; i < 6; i++) {
            requests[i] = messages.request("task/" + brand.key() + "/" + i, messages.friend(brand, i + 1), template);
        }
        messages.ask(brand, requests);
        messages.settled(requests[5].key());

        assertThat(CORP.tasks("waiting")).hasSize(1);
        CORP.confirmAll();
        until(
                () -> trail(brand, requests[0].customer(), "en")
                        .at("/items/0/state")
                        .asString(),
                "delivered"::equals);
        assertThat(CORP.deliveries("wecom"))
                .hasSize(6)
                .allSatisfy((person, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void consentTakenBackBetweenAskingAndSendingIsHeeded() {
        Brand brand = brands.readers(CORP, 1);
        CustomerNo customer = messages.reader(brand, 1);
        String key = "journey/consent/" + brand.key();
        messages.night(brand);
        messages.ask(brand, messages.request(key, customer, messages.template(brand, email("你好", null))));
        assertThat(messages.waits(brand, key)).isEqualTo("quiet-hours");

        messages.leave(brand, 1);
        clock.advance(Duration.ofHours(3));

        assertThat(messages.settled(key)).isEqualTo(new Settled(key, customer, MessageState.SUPPRESSED, "no-consent"));
        assertThat(CORP.deliveries("email")).isEmpty();
    }

    @Test
    void aNightIsANightWhereTheCustomerLives() {
        Brand brand = brands.readers(CORP, 2);
        String zone = "Pacific/Auckland";
        // It is night in Auckland and day in Shanghai: the hours are said as Auckland's clock shows them.
        messages.livesIn(brand, 1, zone);
        messages.nightIn(brand, zone);
        long template = messages.template(brand, email("早", null));
        String far = "journey/far/" + brand.key();
        String near = "journey/near/" + brand.key();

        messages.ask(
                brand,
                messages.request(far, messages.reader(brand, 1), template),
                messages.request(near, messages.reader(brand, 2), template));

        assertThat(messages.settled(near).state()).isEqualTo(MessageState.SENT);
        assertThat(messages.waits(brand, far)).isEqualTo("quiet-hours");
        JsonNode line = trail(brand, messages.reader(brand, 1), "en").at("/items/0");
        assertThat(line.path("words").asString()).isEqualTo("it is quiet hours there; sent when they end");
        assertThat(Instant.parse(line.path("waitsUntil").asString())).isAfter(clock.instant());
        clock.advance(Duration.ofMinutes(90));
        assertThat(messages.settled(far).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void whatIsTakenBackInTimeIsNotSent() {
        Brand brand = brands.readers(CORP, 2);
        messages.night(brand);
        long template = messages.template(brand, email("你好", null));
        String back = "journey/back/" + brand.key();
        String kept = "journey/kept/" + brand.key();
        messages.ask(
                brand,
                messages.request(back, messages.reader(brand, 1), template),
                messages.request(kept, messages.reader(brand, 2), template));
        messages.waits(brand, back);

        messages.withdraw(brand, back, "journey/never-asked");
        assertThat(messages.settled(back).state()).isEqualTo(MessageState.WITHDRAWN);
        clock.advance(Duration.ofHours(3));

        assertThat(messages.settled(kept).state()).isEqualTo(MessageState.SENT);
        messages.withdraw(brand, kept);
        assertThat(messages.times(kept))
                .as("what has been sent cannot be taken back")
                .isEqualTo(1);
        assertThat(CORP.deliveries("email")).containsExactly(Map.entry("p2", 1));
    }

    @Test
    void aTextWithAHoleNeverLeaves() {
        Brand brand = brands.readers(CORP, 1);
        CustomerNo customer = messages.reader(brand, 1);
        String key = "journey/hole/" + brand.key();
        messages.ask(
                brand, messages.request(key, customer, messages.template(brand, email("{{ event.product }}到了", null))));
        assertThat(messages.settled(key))
                .isEqualTo(new Settled(key, customer, MessageState.SUPPRESSED, "template-unresolved"));
        assertThat(CORP.deliveries("email")).isEmpty();
        JsonNode figures = operator.get(api(brand, "/messages/figures")).json();
        assertThat(figures.at("/outcomes/0/asker").asString()).isEqualTo("journey");
        assertThat(figures.at("/outcomes/0/reason").asString()).isEqualTo("template-unresolved");
        assertThat(figures.at("/outcomes/0/count").asInt()).isEqualTo(1);
    }

    @Test
    void whoTurnsOutToBeSomebodyElseGetsItThereAndWhatBothGotCounts() {
        Brand brand = brands.readers(CORP, 2);
        CustomerNo one = messages.reader(brand, 1);
        CustomerNo two = messages.reader(brand, 2);
        long template = messages.template(brand, email("你好", null));
        messages.policy(brand, policy -> new Policy(2, 7, "00:00", "00:00"));
        String first = "j/1/" + brand.key();
        messages.ask(brand, messages.request(first, one, template), messages.request(first + "b", two, template));
        messages.settled(first);
        messages.settled(first + "b");

        links.link(brand, one, two, "same person");
        String late = "j/2/" + brand.key();
        messages.ask(brand, messages.request(late, two, template));

        assertThat(messages.settled(late))
                .as("each had one, she has two")
                .isEqualTo(new Settled(late, one, MessageState.SUPPRESSED, "frequency-cap"));
        assertThat(trail(brand, one, "en").path("items")).hasSize(3);
    }

    private JsonNode trail(Brand brand, CustomerNo customer, String language) {
        return operator.with("Accept-Language", language)
                .get(api(brand, "/customers/" + customer + "/messages"))
                .json();
    }

    private String timeline(Brand brand, CustomerNo customer) {
        return operator.get(api(brand, "/customers/" + customer + "/timeline")).text();
    }

    private static String api(Brand brand, String path) {
        return "/api/brands/" + brand.key() + path;
    }
}
