package io.waterwheel.touch;

import static io.waterwheel.touch.BroadcastFixture.email;
import static io.waterwheel.touch.BroadcastFixture.until;
import static io.waterwheel.touch.BroadcastFixture.wecom;
import static io.waterwheel.touch.generated.Tables.CONTACT;
import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.LINK;
import static io.waterwheel.touch.generated.Tables.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestClock;
import io.waterwheel.touch.MessagesSettled.Settled;
import io.waterwheel.touch.email.EmailSecurity;
import io.waterwheel.touch.email.EmailSettings;
import io.waterwheel.touch.email.MailAccounts;
import io.waterwheel.touch.template.NewTemplate;
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

/// Whatever a channel does, and whenever the server dies: no message goes out twice, and none is lost silently.
@ServerTest
class MessageFaultStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MailAccounts mail;

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
    void anAnswerThatWasLostIsFoundOutAndNothingSentTwice() {
        Brand brand = brands.friends(CORP, 1, 1);
        long template = messages.template(brand, wecom("新茶 {{ link }}", shop()));
        String key = "journey/lost/" + brand.key();
        CORP.fault(Map.of("path", "add_msg_template", "kind", "drop-after-work", "times", 1));

        messages.ask(brand, messages.request(key, messages.friend(brand, 1), template));
        until(() -> calling(brand), calling -> calling == 1);
        assertThat(messages.times(key)).isZero();
        clock.advance(Duration.ofMinutes(2));

        assertThat(messages.settled(key).state()).isEqualTo(MessageState.SENT);
        CORP.confirmAll();
        assertThat(CORP.deliveries("wecom")).containsExactly(Map.entry("p1", 1));
    }

    @Test
    void killedBeforeACallWasMadeItIsMadeLaterAndKilledInAMailItIsUnknown() {
        Brand brand = brands.friends(CORP, 1, 2);
        mail.change(brand, brands.mailOf(CORP));
        CustomerNo friend = messages.friend(brand, 1);
        CustomerNo reader = messages.both(brand, 2);
        String traced = "journey/traced/" + brand.key();
        String untold = "journey/untold/" + brand.key();
        MessageRequest byGuide =
                messages.request(traced, friend, messages.template(brand, wecom("新茶 {{ link }}", shop())));
        MessageRequest byMail = messages.request(untold, reader, messages.template(brand, email("新茶", null)));

        // What a kill leaves behind: both stand as called, and neither was.
        transactions.executeWithoutResult(status -> {
            messages.ask(brand, byGuide, byMail);
            crashed(brand, byGuide, "wecom", "M" + brand.key() + "crash");
            crashed(brand, byMail, "email", null);
        });

        assertThat(messages.settled(untold))
                .isEqualTo(new Settled(untold, reader, MessageState.UNKNOWN, "interrupted"));
        assertThat(messages.times(traced)).isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(messages.settled(traced).state()).isEqualTo(MessageState.SENT);
        CORP.confirmAll();
        assertThat(CORP.deliveries("wecom")).containsExactly(Map.entry("p1", 1));
        assertThat(CORP.deliveries("email")).isEmpty();
    }

    @Test
    void whatIsTakenBackDuringACallThatNeverArrivedIsNotSentAgain() {
        Brand brand = brands.friends(CORP, 1, 1);
        long template = messages.template(brand, wecom("新茶 {{ link }}", shop()));
        String key = "journey/back/" + brand.key();
        CORP.fault(Map.of("path", "add_msg_template", "kind", "drop-before", "times", 1));
        messages.ask(brand, messages.request(key, messages.friend(brand, 1), template));
        until(() -> calling(brand), calling -> calling == 1);

        messages.withdraw(brand, key);
        assertThat(messages.times(key)).as("nobody knows yet").isZero();
        clock.advance(Duration.ofMinutes(2));

        assertThat(messages.settled(key).state()).isEqualTo(MessageState.WITHDRAWN);
        CORP.confirmAll();
        assertThat(CORP.deliveries("wecom")).isEmpty();
    }

    @Test
    void whatIsTakenBackDuringACallThatIsRefusedForNowIsNotSentAgain() {
        Brand brand = brands.readers(CORP, 2);
        long template = messages.template(brand, email("新茶", null));
        String back = "journey/back/" + brand.key();
        String kept = "journey/kept/" + brand.key();
        MessageRequest asked = messages.request(back, messages.reader(brand, 1), template);
        transactions.executeWithoutResult(status -> {
            messages.ask(brand, asked);
            crashed(brand, asked, "email", null);
            messages.withdraw(brand, back);
            // The mail server answers that it takes nothing now: the call may be made again.
            database.update(DISPATCH)
                    .set(DISPATCH.STATE, "ready")
                    .where(DISPATCH.BRAND_ID.eq(brand.id().value()))
                    .execute();
        });
        messages.ask(brand, messages.request(kept, messages.reader(brand, 2), template));

        assertThat(messages.settled(back).state()).isEqualTo(MessageState.WITHDRAWN);
        assertThat(messages.settled(kept).state()).isEqualTo(MessageState.SENT);
        assertThat(CORP.deliveries("email")).containsExactly(Map.entry("p2", 1));
    }

    @Test
    void aChannelThatIsDownIsWaitedForWithTheReasonAndThenItExpires() {
        Brand brand = brands.readers(CORP, 1);
        CustomerNo customer = messages.reader(brand, 1);
        mail.change(
                brand, new EmailSettings("127.0.0.1", 1, EmailSecurity.NONE, null, null, "shop@brand.example", "茶水"));
        String key = "journey/late/" + brand.key();
        long template = messages.template(brand, email("你好", null));
        messages.ask(
                brand,
                new MessageRequest(
                        key,
                        customer,
                        template,
                        Purpose.MARKETING,
                        Map.of(),
                        5,
                        clock.instant().plusSeconds(60)));

        JsonNode line = until(
                () -> trail(brand, customer, "en").at("/items/0"),
                found -> found.path("reason").asString("").equals("email-unreachable"));
        assertThat(line.path("words").asString()).contains("127.0.0.1");
        JsonNode figures = operator.get(api(brand, "/messages/figures")).json();
        assertThat(figures.at("/lines/0/problem/code").asString()).isEqualTo("email-unreachable");
        assertThat(figures.at("/lines/0/waiting").asInt()).isEqualTo(1);
        assertThat(database.fetchCount(CONTACT, CONTACT.CUSTOMER_NO.eq(customer.value())))
                .as("nobody was reached, so nothing counts")
                .isZero();
        clock.advance(Duration.ofMinutes(2));

        assertThat(messages.settled(key).state()).isEqualTo(MessageState.EXPIRED);
        mail.change(brand, brands.mailOf(CORP));
        String next = key + "/next";
        messages.ask(brand, messages.request(next, customer, template));
        clock.advance(Duration.ofMinutes(2));
        assertThat(messages.settled(next).state()).isEqualTo(MessageState.SENT);
        assertThat(CORP.deliveries("email")).containsExactly(Map.entry("p1", 1));
    }

    /// A brand whose own system carries messages to its readers, who are known there by their user ids.
    private Brand carried(AppServer app) {
        Brand brand = brands.readers(CORP, 2);
        assertThat(browsers.signedIn(Role.ADMIN)
                        .put(
                                api(brand, "/webhook-channel/settings"),
                                Map.of("url", app.url(), "secret", "a-secret-of-enough-letters"))
                        .status())
                .isEqualTo(200);
        return brand;
    }

    private MessageRequest service(Brand brand, String key, long template, Instant notAfter) {
        return new MessageRequest(key, messages.reader(brand, 1), template, Purpose.SERVICE, Map.of(), 5, notAfter);
    }

    @Test
    void aCallOfTheBrandsOwnSystemThatWasNeverAnsweredIsUnknownWhenItsTimeIsOver() {
        try (AppServer app = new AppServer()) {
            Brand brand = carried(app);
            long template = messages.template(brand, new NewTemplate("通知", ChannelKind.WEBHOOK, null, "您好", null));
            // It carries the first one without a word; after that it is busy for as long as anybody asks.
            app.answers(AppServer.SILENT);
            app.otherwise(503);
            String silent = "journey/silent/" + brand.key();
            MessageRequest request =
                    service(brand, silent, template, clock.instant().plusSeconds(60));
            messages.ask(brand, request);
            until(app::posted, posted -> posted >= 2);
            assertThat(messages.times(silent)).isZero();
            clock.advance(Duration.ofMinutes(2));

            assertThat(messages.settled(silent))
                    .as("it was carried, and nobody here knows")
                    .isEqualTo(new Settled(silent, request.customer(), MessageState.UNKNOWN, "connection-lost"));
            assertThat(app.carried()).hasSize(1);
            assertThat(database.fetchCount(
                            CONTACT, CONTACT.CUSTOMER_NO.eq(request.customer().value())))
                    .as("who may have been reached counts as reached")
                    .isEqualTo(1);
            assertThat(trail(brand, request.customer(), "en")
                            .at("/items/0/state")
                            .asString())
                    .isEqualTo("unknown");
        }
    }

    @Test
    void aCallThatWasAlwaysAnsweredWithNotNowExpiresAndOneThatIsTakenBackAfterSilenceIsUnknown() {
        try (AppServer app = new AppServer()) {
            Brand brand = carried(app);
            long template = messages.template(brand, new NewTemplate("通知", ChannelKind.WEBHOOK, null, "您好", null));
            app.otherwise(503);
            String busy = "journey/busy/" + brand.key();
            messages.ask(brand, service(brand, busy, template, clock.instant().plusSeconds(60)));
            until(app::posted, posted -> posted >= 1);
            clock.advance(Duration.ofMinutes(2));
            assertThat(messages.settled(busy).state()).isEqualTo(MessageState.EXPIRED);

            app.answers(AppServer.SILENT);
            String back = "journey/back/" + brand.key();
            int before = app.posted();
            clock.advance(Duration.ofMinutes(2));
            messages.ask(brand, service(brand, back, template, clock.instant().plusSeconds(6_000)));
            until(app::posted, posted -> posted >= before + 1 && app.carried().size() == 1);
            until(() -> calling(brand), calling -> calling == 0);
            messages.withdraw(brand, back);
            assertThat(messages.settled(back).state()).isEqualTo(MessageState.UNKNOWN);
        }
    }

    @Test
    void oneMailboxThatIsRefusedForNowHoldsUpNobodyElse() {
        Brand brand = brands.readers(CORP, 3);
        long template = messages.template(brand, email("你好", null));
        CORP.fault(Map.of("path", "smtp", "kind", "errcode", "errcode", 451, "times", 1));
        MessageRequest[] requests = new MessageRequest[3];
        for (int i = 0; i < 3; i++) {
            requests[i] = messages.request("j/" + brand.key() + "/" + i, messages.reader(brand, i + 1), template);
        }
        messages.ask(brand, requests);
        for (MessageRequest request : requests) {
            assertThat(messages.settled(request.key()).state()).isEqualTo(MessageState.SENT);
        }
        assertThat(CORP.deliveries("email"))
                .hasSize(3)
                .allSatisfy((person, times) -> assertThat(times).isEqualTo(1));
    }

    private int calling(Brand brand) {
        return database.fetchCount(
                DISPATCH, DISPATCH.BRAND_ID.eq(brand.id().value()).and(DISPATCH.STATE.eq("calling")));
    }

    private void crashed(Brand brand, MessageRequest request, String channel, String code) {
        Long dispatch = database.insertInto(DISPATCH)
                .set(DISPATCH.BRAND_ID, brand.id().value())
                .set(DISPATCH.TEMPLATE_ID, request.template())
                .set(DISPATCH.CHANNEL, channel)
                .set(DISPATCH.STATE, "calling")
                .set(DISPATCH.SENDER, channel.equals("wecom") ? "g1" : null)
                .set(DISPATCH.CODE, code)
                .set(DISPATCH.SIZE, 1)
                .set(DISPATCH.CALLED_AT, clock.instant())
                .returning(DISPATCH.ID)
                .fetchSingle(DISPATCH.ID);
        if (code != null) {
            database.insertInto(LINK)
                    .set(LINK.CODE, code)
                    .set(LINK.BRAND_ID, brand.id().value())
                    .set(LINK.DISPATCH_ID, dispatch)
                    .set(LINK.TARGET, shop())
                    .set(LINK.CREATED_AT, clock.instant())
                    .execute();
        }
        database.update(MESSAGE)
                .set(MESSAGE.DISPATCH_ID, dispatch)
                .where(MESSAGE.BRAND_ID.eq(brand.id().value()))
                .and(MESSAGE.KEY.eq(request.key()))
                .execute();
    }

    private JsonNode trail(Brand brand, CustomerNo customer, String language) {
        return operator.with("Accept-Language", language)
                .get(api(brand, "/customers/" + customer + "/messages"))
                .json();
    }

    private static String api(Brand brand, String path) {
        return "/api/brands/" + brand.key() + path;
    }
}
