package io.waterwheel.touch;

import static io.waterwheel.touch.BroadcastFixture.until;
import static io.waterwheel.touch.BroadcastFixture.wecom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.identity.PersonLinks;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.job.Job;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.JobState;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.touch.broadcast.Broadcast;
import io.waterwheel.touch.broadcast.BroadcastControl;
import io.waterwheel.touch.broadcast.BroadcastPlan;
import io.waterwheel.touch.broadcast.BroadcastState;
import io.waterwheel.touch.broadcast.RecipientRow;
import io.waterwheel.touch.broadcast.Suppression;
import io.waterwheel.touch.link.ShortLinks;
import io.waterwheel.touch.policy.Policies;
import io.waterwheel.touch.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServerTest
class WecomBroadcastStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private BroadcastControl control;

    @Autowired
    private Broadcasts broadcasts;

    @Autowired
    private Policies policies;

    @Autowired
    private PersonLinks links;

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private BroadcastFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = context.getAutowireCapableBeanFactory().createBean(BroadcastFixture.class);
    }

    @AfterEach
    void nothingIsLeft() {
        clock.reset();
        CORP.noFaults();
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    private String shop() {
        return "http://127.0.0.1:" + port + "/actuator/health";
    }

    @Test
    void twoRecipientsWhoTurnOutToBeOnePersonGetOneMessage() {
        Brand brand = fixture.friends(CORP, 1, 12);
        BroadcastId id = fixture.draft(brand, wecom("新茶到店", shop()), 0);
        fixture.plan(brand, id);
        List<RecipientRow> waiting = fixture.recipients(brand, id, "pending");
        CustomerNo kept = waiting.getFirst().customerNo();
        CustomerNo gone = waiting.getLast().customerNo();

        links.link(brand, kept, gone, "same person");
        Broadcast done = fixture.sendOut(brand, id);

        assertThat(done.progress().sent()).isEqualTo(11);
        assertThat(fixture.recipients(brand, id, "cancelled"))
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).isEqualTo("merged"));
        assertThat(broadcasts.trial(brand, id).treated().getCardinality()).isEqualTo(11);
    }

    @Test
    void threeHundredFriendsOfFiveGuidesGetOneMessageEach() {
        Brand brand = fixture.friends(CORP, 5, 300);
        BroadcastId id = fixture.draft(brand, wecom("{{ guide.name }}：新茶到店 {{ link }}", shop()), 10);

        BroadcastPlan plan = Objects.requireNonNull(fixture.plan(brand, id).plan());
        assertThat(plan.segment()).isEqualTo(300);
        assertThat(plan.holdout() + plan.recipients()).isEqualTo(300);
        assertThat(plan.holdout()).isBetween(10, 55);
        assertThat(plan.calls()).isEqualTo(5);
        assertThat(plan.guides()).isEqualTo(5);
        assertThat(plan.suppressed()).isEmpty();
        assertThat(plan.warnings()).anySatisfy(text -> assertThat(text).contains("5 位导购"));

        Broadcast done = fixture.sendOut(brand, id);
        assertThat(done.progress()).satisfies(progress -> {
            assertThat(progress.sent()).isEqualTo(plan.recipients());
            assertThat(progress.awaitingGuide()).isEqualTo(plan.recipients());
            assertThat(progress.delivered()).isZero();
        });

        assertThat(CORP.confirmAll()).isEqualTo(5);
        until(() -> fixture.progress(brand, id), progress -> progress.delivered() == plan.recipients());
        assertThat(CORP.deliveries("wecom"))
                .hasSize(plan.recipients())
                .allSatisfy((person, times) -> assertThat(times).isEqualTo(1));
        until(() -> fixture.events(brand, id, EventNames.MESSAGE_DELIVERED), count -> count == plan.recipients());
        assertThat(fixture.events(brand, id, EventNames.MESSAGE_SENT)).isEqualTo(plan.recipients());

        BroadcastTrial trial = broadcasts.trial(brand, id);
        assertThat(trial.treated().getCardinality()).isEqualTo(plan.recipients());
        assertThat(trial.holdout().getCardinality()).isEqualTo(plan.holdout());
        assertThat(fixture.recipients(brand, id, "holdout")).hasSize(plan.holdout());

        // Clicks of a link that sixty people got are told apart by asking WeChat.
        List<String> readers =
                CORP.deliveries("wecom").keySet().stream().limit(7).toList();
        readers.forEach(CORP::click);
        CORP.click(readers.getFirst());
        until(() -> fixture.progress(brand, id), progress -> progress.clicked() == 7);
        assertThat(fixture.recipients(brand, id, "clicked"))
                .hasSize(7)
                .allSatisfy(row -> assertThat(row.clickedAt()).isNotNull());
    }

    @Test
    void personalTextsAreWarnedAboutAndSentOneByOne() {
        Brand brand = fixture.friends(CORP, 1, 12);
        BroadcastId id = fixture.draft(brand, wecom("{{ customer.name }}，新茶到店 {{ link }}", shop()), 0);
        BroadcastPlan plan = Objects.requireNonNull(fixture.plan(brand, id).plan());
        assertThat(plan.calls()).isEqualTo(12);
        assertThat(plan.warnings()).anySatisfy(text -> assertThat(text).contains("12 个群发任务"));
        fixture.sendOut(brand, id);
        CORP.confirmAll();
        assertThat(CORP.received("p3").getFirst().path("text").asString()).startsWith("顾客3，新茶到店 http");
        assertThat(CORP.deliveries("wecom")).hasSize(12);
    }

    @Test
    void whoIsLeftOutIsToldWhy() {
        Brand brand = fixture.friends(CORP, 2, 10);
        // Two more are known, but are nobody's friends; one friend wants no marketing.
        fixture.reader(brand, 901, true);
        fixture.reader(brand, 902, true);
        log.append(List.of(TestEvents.event(
                brand,
                TestEvents.identified(new Identifier(IdentifierKind.EXTERNAL_USERID, SimulatedCorp.external(brand, 1))),
                EventNames.CONSENT_WITHDRAWN,
                Instant.now(),
                "{\"channel\": \"wecom\", \"purpose\": \"marketing\"}")));
        policies.change(brand, new Policy(1, 7, "00:00", "00:00"));
        BroadcastId first = fixture.draft(brand, wecom("一 {{ link }}", shop()), 0);
        BroadcastPlan plan = Objects.requireNonNull(fixture.plan(brand, first).plan());
        assertThat(plan.suppressed())
                .containsExactlyInAnyOrder(new Suppression("not-reachable", 2), new Suppression("no-consent", 1));
        assertThat(plan.recipients()).isEqualTo(9);
        assertThat(fixture.recipients(brand, first, "suppressed"))
                .extracting(RecipientRow::reason)
                .containsExactlyInAnyOrder("not-reachable", "not-reachable", "no-consent");

        // What another broadcast has planned counts, and nobody is left.
        BroadcastId second = fixture.draft(brand, wecom("二 {{ link }}", shop()), 0);
        assertThat(Objects.requireNonNull(fixture.plan(brand, second).plan()).suppressed())
                .contains(new Suppression("frequency-cap", 9));

        fixture.sendOut(brand, first);
        clock.advance(Duration.ofDays(8));
        assertThat(Objects.requireNonNull(fixture.plan(brand, second).plan()).recipients())
                .isEqualTo(9);
    }

    @Test
    void consentTakenBackAfterPlanningIsRespected() {
        Brand brand = fixture.friends(CORP, 1, 5);
        BroadcastId id = fixture.planned(brand, wecom("新茶 {{ link }}", shop()));
        log.append(List.of(TestEvents.event(
                brand,
                TestEvents.identified(new Identifier(IdentifierKind.EXTERNAL_USERID, SimulatedCorp.external(brand, 2))),
                EventNames.CONSENT_WITHDRAWN,
                Instant.now(),
                "{\"channel\": \"wecom\", \"purpose\": \"marketing\"}")));
        assertThat(fixture.sendOut(brand, id).progress()).satisfies(progress -> {
            assertThat(progress.sent()).isEqualTo(4);
            assertThat(progress.cancelled()).isEqualTo(1);
        });
        assertThat(fixture.recipients(brand, id, "cancelled"))
                .singleElement()
                .extracting(RecipientRow::reason)
                .isEqualTo("no-consent");
    }

    @Test
    void aVariableWithoutAValueKeepsItsCustomerOut() {
        Brand brand = fixture.friends(CORP, 1, 4);
        BroadcastId id = fixture.draft(brand, wecom("{{ customer.nickname }}你好 {{ link }}", shop()), 0);
        BroadcastPlan plan = Objects.requireNonNull(fixture.plan(brand, id).plan());
        assertThat(plan.suppressed()).containsExactly(new Suppression("template-unresolved", 4));
        assertThat(plan.recipients()).isZero();
        assertThatThrownBy(() -> control.start(brand, id)).hasMessageContaining("broadcast-empty");
    }

    @Test
    void aBroadcastIsPausedResumedAndCancelled() {
        Brand brand = fixture.friends(CORP, 3, 60);
        // A refusal for now keeps it waiting, so that there is time to pause.
        CORP.fault(Map.of("path", "add_msg_template", "kind", "errcode", "errcode", 45009));
        BroadcastId id = fixture.planned(brand, wecom("新茶 {{ link }}", shop()));
        fixture.start(brand, id);
        until(() -> jobMessage(brand, id), message -> message.contains("45009"));
        control.pause(brand, id);
        assertThat(fixture.get(brand, id).state()).isEqualTo(BroadcastState.PAUSED);
        assertThat(fixture.progress(brand, id).pending()).isEqualTo(60);
        CORP.noFaults();
        control.resume(brand, id);
        fixture.await(brand, id, BroadcastState.DONE);
        assertThat(fixture.progress(brand, id).sent()).isEqualTo(60);

        // Of a second one nothing is sent.
        CORP.fault(Map.of("path", "add_msg_template", "kind", "errcode", "errcode", 45009));
        BroadcastId second = fixture.planned(brand, wecom("再来 {{ link }}", shop()));
        fixture.start(brand, second);
        until(() -> jobMessage(brand, second), message -> message.contains("45009"));
        control.cancel(brand, second);
        CORP.noFaults();
        until(() -> fixture.progress(brand, second), progress -> progress.cancelled() == 60);
        assertThat(fixture.get(brand, second).state()).isEqualTo(BroadcastState.CANCELLED);
        assertThat(CORP.tasks("waiting")).hasSize(3);
    }

    @Test
    void cancellingTakesBackWhatGuidesHaveNotConfirmed() {
        Brand brand = fixture.friends(CORP, 2, 20);
        BroadcastId id = fixture.planned(brand, wecom("{{ guide.name }} 新茶 {{ link }}", shop()));
        // Slow enough to be cancelled between the first guide's call and the end of the second's.
        CORP.fault(Map.of("path", "add_msg_template", "kind", "slow", "millis", 2_000));
        fixture.start(brand, id);
        until(() -> fixture.progress(brand, id), progress -> progress.sent() == 10);
        control.cancel(brand, id);
        until(() -> fixture.progress(brand, id), progress -> progress.cancelled() == 20);
        assertThat(CORP.tasks("waiting")).isEmpty();
        assertThat(CORP.confirmAll()).isZero();
        assertThat(CORP.deliveries("wecom")).isEmpty();
    }

    @Test
    void inQuietHoursNothingIsSent() {
        Brand brand = fixture.friends(CORP, 1, 5);
        BroadcastId id = fixture.planned(brand, wecom("新茶 {{ link }}", shop()));
        LocalTime now = LocalTime.ofInstant(clock.instant(), brand.zone());
        String from = now.minusMinutes(5).withSecond(0).withNano(0).toString();
        String to = now.plusHours(2).withSecond(0).withNano(0).toString();
        policies.change(brand, new Policy(4, 7, from, to));
        fixture.start(brand, id);
        until(() -> jobState(brand, id), state -> state == JobState.PAUSED);
        assertThat(fixture.get(brand, id).state()).isEqualTo(BroadcastState.SENDING);
        assertThat(jobMessage(brand, id)).contains("免打扰", to);
        assertThat(fixture.progress(brand, id).pending()).isEqualTo(5);
        clock.advance(Duration.ofHours(3));
        fixture.await(brand, id, BroadcastState.DONE);
        assertThat(fixture.progress(brand, id).sent()).isEqualTo(5);
    }

    private String jobMessage(Brand brand, BroadcastId id) {
        return job(brand, id).message() == null
                ? ""
                : String.valueOf(job(brand, id).message());
    }

    private JobState jobState(Brand brand, BroadcastId id) {
        return job(brand, id).state();
    }

    private Job job(Brand brand, BroadcastId id) {
        var job = new JobId(Objects.requireNonNull(fixture.get(brand, id).jobId()));
        return context.getBean(Jobs.class).find(job).orElseThrow();
    }

    @Test
    void everyCodeIsItsOwn() {
        Set<String> codes = new HashSet<>();
        var links = context.getBean(ShortLinks.class);
        for (int i = 0; i < 10_000; i++) {
            assertThat(codes.add(links.newCode())).isTrue();
        }
        assertThat(codes).allSatisfy(code -> assertThat(code).matches("[0-9A-Za-z]{10}"));
    }
}
