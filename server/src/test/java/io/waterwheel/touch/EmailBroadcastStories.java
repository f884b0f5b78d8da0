package io.waterwheel.touch;

import static io.waterwheel.touch.BroadcastFixture.email;
import static io.waterwheel.touch.BroadcastFixture.until;
import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.LINK;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.touch.broadcast.Broadcast;
import io.waterwheel.touch.broadcast.BroadcastControl;
import io.waterwheel.touch.broadcast.BroadcastPlan;
import io.waterwheel.touch.broadcast.BroadcastState;
import io.waterwheel.touch.broadcast.RecipientRow;
import io.waterwheel.touch.broadcast.Suppression;
import io.waterwheel.touch.email.EmailSecurity;
import io.waterwheel.touch.email.EmailSettings;
import io.waterwheel.touch.email.MailAccounts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServerTest
class EmailBroadcastStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();
    private static final String PERSON = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0 Safari/537.36";

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private BroadcastControl control;

    @Autowired
    private MailAccounts mail;

    @Autowired
    private DSLContext database;

    @LocalServerPort
    private int port;

    private BroadcastFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = context.getAutowireCapableBeanFactory().createBean(BroadcastFixture.class);
    }

    @AfterEach
    void nothingIsLeft() {
        CORP.noFaults();
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    private String shop() {
        return "http://127.0.0.1:" + port + "/actuator/health?from=mail";
    }

    private void onceEach(int people) {
        assertThat(CORP.deliveries("email"))
                .hasSize(people)
                .allSatisfy((person, times) -> assertThat(times).as(person).isEqualTo(1));
    }

    @Test
    void everyoneWhoAgreedGetsAMailOfTheirOwn() throws Exception {
        Brand brand = fixture.readers(CORP, 60);
        fixture.reader(brand, 901, false);
        BroadcastId id = fixture.draft(brand, email("{{ customer.name }}，看这里：{{ link }}", shop()), 0);
        BroadcastPlan plan = Objects.requireNonNull(fixture.plan(brand, id).plan());
        assertThat(plan.suppressed()).containsExactly(new Suppression("no-consent", 1));
        assertThat(plan.calls()).isEqualTo(60);
        assertThat(plan.guides()).isZero();

        assertThat(fixture.sendOut(brand, id).progress()).satisfies(progress -> {
            assertThat(progress.sent()).isEqualTo(60);
            assertThat(progress.awaitingGuide()).isZero();
        });
        onceEach(60);
        var letter = CORP.received("p7").getFirst();
        assertThat(letter.path("text").asString()).startsWith("顾客7，看这里：http").contains("退订");
        assertThat(letter.path("subject").asString()).endsWith("的信");
        assertThat(letter.path("messageKey").asString()).matches("<b" + id + "-c\\d+@brand\\.example>");
        until(() -> fixture.events(brand, id, EventNames.MESSAGE_SENT), count -> count == 60);

        // A link is one reader's own: a click needs no question.
        CORP.click("p7");
        until(() -> fixture.progress(brand, id), progress -> progress.clicked() == 1);
        assertThat(fixture.events(brand, id, EventNames.LINK_CLICKED)).isEqualTo(1);

        // Programs do not count, and nobody is sent anywhere but to the shop.
        String link = letter.path("links").get(0).asString();
        assertThat(open("HEAD", link, PERSON).statusCode()).isEqualTo(302);
        HttpResponse<String> bot =
                open("GET", CORP.received("p8").getFirst().path("links").get(0).asString(), "curl/8");
        assertThat(bot.headers().firstValue("Location").orElse(""))
                .startsWith(shop())
                .contains("utm_medium=email")
                .contains("utm_campaign=broadcast-" + id);
        assertThat(fixture.progress(brand, id).clicked()).isEqualTo(1);
        assertThat(open("GET", "http://127.0.0.1:" + port + "/s/nosuchcode", PERSON)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void oneClickTakesConsentBack() throws Exception {
        Brand brand = fixture.readers(CORP, 3);
        BroadcastId first = fixture.planned(brand, email("你好", null));
        fixture.sendOut(brand, first);
        String text = CORP.received("p2").getFirst().path("text").asString();
        String leave = text.substring(text.indexOf("http")).strip();
        assertThat(open("GET", leave, PERSON).body()).contains("退订");
        // Only looking at the page changes nothing.
        assertThat(Objects.requireNonNull(fixture.plan(brand, fixture.draft(brand, email("再见", null), 0))
                                .plan())
                        .recipients())
                .isEqualTo(3);
        HttpResponse<String> left = http.send(
                HttpRequest.newBuilder(URI.create(leave))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(left.statusCode()).isEqualTo(200);
        BroadcastPlan next = Objects.requireNonNull(
                fixture.plan(brand, fixture.draft(brand, email("还在吗", null), 0)).plan());
        assertThat(next.suppressed()).contains(new Suppression("no-consent", 1));
        assertThat(next.recipients()).isEqualTo(2);
    }

    @Test
    void aMailboxThatDoesNotExistIsNotWrittenToAgain() {
        Brand brand = fixture.readers(CORP, 3);
        fixture.reader(brand, 77, "nobody-" + brand.key() + "@bounce.test", true);
        BroadcastId id = fixture.planned(brand, email("你好", null));
        assertThat(fixture.sendOut(brand, id).progress()).satisfies(progress -> {
            assertThat(progress.sent()).isEqualTo(3);
            assertThat(progress.failed()).isEqualTo(1);
        });
        assertThat(fixture.recipients(brand, id, "failed"))
                .singleElement()
                .extracting(RecipientRow::reason)
                .isEqualTo("bounced");
        until(() -> fixture.events(brand, id, EventNames.MESSAGE_FAILED), count -> count == 1);
        BroadcastPlan next = Objects.requireNonNull(fixture.plan(brand, fixture.draft(brand, email("再次你好", null), 0))
                .plan());
        assertThat(next.suppressed()).contains(new Suppression("not-reachable", 1));
    }

    @Test
    void aServerThatIsBusyIsTriedAgain() {
        Brand brand = fixture.readers(CORP, 10);
        BroadcastId id = fixture.planned(brand, email("你好", null));
        CORP.fault(Map.of("path", "smtp", "kind", "errcode", "errcode", 451, "times", 5));
        assertThat(fixture.sendOut(brand, id).progress())
                .extracting(progress -> Objects.requireNonNull(progress).sent())
                .isEqualTo(10);
        onceEach(10);
    }

    @Test
    void aConnectionLostAfterTheTextLeavesOneUnknownAndNobodyTwice() {
        Brand brand = fixture.readers(CORP, 10);
        BroadcastId id = fixture.planned(brand, email("你好", null));
        CORP.fault(Map.of("path", "smtp", "kind", "drop-after-work", "times", 1));
        assertThat(fixture.sendOut(brand, id).progress()).satisfies(progress -> {
            assertThat(progress.unknown()).isEqualTo(1);
            assertThat(progress.sent()).isEqualTo(9);
        });
        onceEach(10);
    }

    @Test
    void killedInTheMiddleOfAMailThatOneIsUnknownAndTheOthersAreSent() {
        Brand brand = fixture.readers(CORP, 8);
        BroadcastId id = fixture.planned(brand, email("你好 {{ link }}", shop()));
        Integer customer = database.select(RECIPIENT.CUSTOMER_NO)
                .from(RECIPIENT)
                .where(RECIPIENT.BROADCAST_ID.eq(id.value()))
                .limit(1)
                .fetchSingle(RECIPIENT.CUSTOMER_NO);
        Long dispatch = database.insertInto(DISPATCH)
                .set(DISPATCH.BRAND_ID, brand.id().value())
                .set(DISPATCH.BROADCAST_ID, id.value())
                .set(DISPATCH.CHANNEL, "email")
                .set(DISPATCH.STATE, "calling")
                .set(DISPATCH.SIZE, 1)
                .set(DISPATCH.CALLED_AT, Instant.now())
                .returning(DISPATCH.ID)
                .fetchSingle(DISPATCH.ID);
        database.update(RECIPIENT)
                .set(RECIPIENT.DISPATCH_ID, dispatch)
                .where(RECIPIENT.BROADCAST_ID.eq(id.value()))
                .and(RECIPIENT.CUSTOMER_NO.eq(customer))
                .execute();
        Broadcast done = fixture.sendOut(brand, id);
        assertThat(done.progress()).satisfies(progress -> {
            assertThat(progress.unknown()).isEqualTo(1);
            assertThat(progress.sent()).isEqualTo(7);
        });
        onceEach(7);
        assertThat(database.fetchCount(LINK, LINK.BROADCAST_ID.eq(id.value()))).isEqualTo(7);
    }

    @Test
    void withoutAMailServerItIsPausedAndGoesOnWhenThereIsOne() {
        Brand brand = fixture.readers(CORP, 4);
        BroadcastId id = fixture.planned(brand, email("你好", null));
        mail.change(
                brand, new EmailSettings("127.0.0.1", 1, EmailSecurity.NONE, null, null, "shop@brand.example", "茶水"));
        fixture.start(brand, id);
        until(() -> message(brand, id), text -> text.contains("127.0.0.1"));
        mail.change(brand, fixture.mailOf(CORP));
        fixture.await(brand, id, BroadcastState.DONE);
        onceEach(4);
    }

    private String message(Brand brand, BroadcastId id) {
        var job = new JobId(Objects.requireNonNull(fixture.get(brand, id).jobId()));
        return String.valueOf(
                context.getBean(Jobs.class).find(job).orElseThrow().message());
    }

    private HttpResponse<String> open(String method, String link, String agent)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(link))
                        .header("User-Agent", agent)
                        .header("Accept-Language", "zh-CN")
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }
}
