package io.waterwheel.touch;

import static io.waterwheel.touch.BroadcastFixture.until;
import static io.waterwheel.touch.BroadcastFixture.wecom;
import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.LINK;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.JobState;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestClock;
import io.waterwheel.touch.broadcast.Broadcast;
import io.waterwheel.touch.broadcast.BroadcastControl;
import io.waterwheel.touch.broadcast.BroadcastState;
import io.waterwheel.touch.broadcast.RecipientRow;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Whatever WeCom does, nobody gets a message twice, and nobody is lost silently.
@ServerTest
class WecomFaultStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();
    private static final String SHOP = "https://shop.example/tea";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private BroadcastControl control;

    @Autowired
    private DSLContext database;

    @Autowired
    private TestClock clock;

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

    private void onceEach(int people) {
        CORP.confirmAll();
        assertThat(CORP.deliveries("wecom"))
                .hasSize(people)
                .allSatisfy((person, times) -> assertThat(times).as(person).isEqualTo(1));
    }

    @Test
    void anExpiredTokenIsReplaced() {
        Brand brand = fixture.friends(CORP, 2, 10);
        BroadcastId id = fixture.planned(brand, wecom("新茶 {{ link }}", SHOP));
        CORP.expireTokens();
        assertThat(fixture.sendOut(brand, id).progress())
                .extracting(progress -> Objects.requireNonNull(progress).sent())
                .isEqualTo(10);
        onceEach(10);
    }

    @Test
    void aBusySystemAndALimitAreWaitedOut() {
        Brand brand = fixture.friends(CORP, 3, 12);
        BroadcastId id = fixture.planned(brand, wecom("新茶 {{ link }}", SHOP));
        CORP.fault(Map.of("path", "add_msg_template", "kind", "errcode", "errcode", -1, "times", 2));
        CORP.fault(Map.of("path", "add_msg_template", "kind", "errcode", "errcode", 45009, "times", 1));
        CORP.fault(Map.of("path", "add_msg_template", "kind", "errcode", "errcode", 45033, "times", 1));
        assertThat(fixture.sendOut(brand, id).progress())
                .extracting(progress -> Objects.requireNonNull(progress).sent())
                .isEqualTo(12);
        onceEach(12);
    }

    @Test
    void anAnswerLostAfterTheWorkWasDoneIsFoundOut() {
        Brand brand = fixture.friends(CORP, 3, 30);
        BroadcastId id = fixture.planned(brand, wecom("新茶 {{ link }}", SHOP));
        CORP.fault(Map.of("path", "add_msg_template", "kind", "drop-after-work", "times", 2));
        fixture.start(brand, id);
        until(() -> open(id), open -> open == 2);
        clock.advance(Duration.ofMinutes(2));
        fixture.await(brand, id, BroadcastState.DONE);
        assertThat(fixture.progress(brand, id).sent()).isEqualTo(30);
        assertThat(CORP.tasks("waiting")).hasSize(3);
        onceEach(30);
        until(() -> fixture.progress(brand, id), progress -> progress.delivered() == 30);
    }

    @Test
    void anAnswerLostWhileOurClockIsADayAheadIsFoundOutToo() {
        Brand brand = fixture.friends(CORP, 1, 5);
        BroadcastId id = fixture.planned(brand, wecom("新茶 {{ link }}", SHOP));
        clock.advance(Duration.ofDays(1));
        CORP.fault(Map.of("path", "add_msg_template", "kind", "drop-after-work", "times", 1));
        fixture.start(brand, id);
        until(() -> open(id), open -> open == 1);
        clock.advance(Duration.ofMinutes(2));
        fixture.await(brand, id, BroadcastState.DONE);
        assertThat(fixture.progress(brand, id).sent()).isEqualTo(5);
        onceEach(5);
    }

    @Test
    void aCallThatNeverArrivedIsMadeAgain() {
        Brand brand = fixture.friends(CORP, 2, 20);
        BroadcastId id = fixture.planned(brand, wecom("新茶 {{ link }}", SHOP));
        CORP.fault(Map.of("path", "add_msg_template", "kind", "drop-before", "times", 1));
        fixture.start(brand, id);
        until(() -> open(id), open -> open == 1);
        clock.advance(Duration.ofMinutes(2));
        fixture.await(brand, id, BroadcastState.DONE);
        assertThat(fixture.progress(brand, id).sent()).isEqualTo(20);
        onceEach(20);
    }

    @Test
    void aLostAnswerWithoutALinkToAskByStaysUnknown() {
        Brand brand = fixture.friends(CORP, 2, 20);
        BroadcastId id = fixture.planned(brand, wecom("新茶到店", null));
        CORP.fault(Map.of("path", "add_msg_template", "kind", "drop-after-work", "times", 1));
        Broadcast done = fixture.sendOut(brand, id);
        assertThat(done.progress()).satisfies(progress -> {
            assertThat(progress.unknown()).isEqualTo(10);
            assertThat(progress.sent()).isEqualTo(10);
        });
        assertThat(fixture.recipients(brand, id, "unknown"))
                .extracting(RecipientRow::reason)
                .containsOnly("connection-lost");
        onceEach(20);
    }

    @Test
    void interruptedWhileACallMayHaveBeenMadeItAsksAfterTheRestart() {
        Brand brand = fixture.friends(CORP, 2, 20);
        BroadcastId id = fixture.planned(brand, wecom("新茶 {{ link }}", SHOP));
        CORP.fault(Map.of("path", "add_msg_template", "kind", "drop-after-work", "times", 1));
        fixture.start(brand, id);
        until(() -> open(id), open -> open == 1);
        // The run ends with a call open, and another run finds it.
        control.pause(brand, id);
        until(() -> running(brand, id), running -> !running);
        clock.advance(Duration.ofMinutes(2));
        control.resume(brand, id);
        fixture.await(brand, id, BroadcastState.DONE);
        assertThat(fixture.progress(brand, id).sent()).isEqualTo(20);
        onceEach(20);
    }

    @Test
    void killedBetweenWritingDownAndCallingItCallsLater() {
        Brand brand = fixture.friends(CORP, 2, 20);
        BroadcastId id = fixture.planned(brand, wecom("新茶 {{ link }}", SHOP));
        crashed(brand, id, "calling", "Cr4shC0de1", "g1");
        crashed(brand, id, "ready", "Cr4shC0de2", "g2");
        fixture.start(brand, id);
        until(() -> fixture.progress(brand, id), progress -> progress.sent() == 10);
        assertThat(open(id)).isEqualTo(1);
        clock.advance(Duration.ofMinutes(2));
        fixture.await(brand, id, BroadcastState.DONE);
        assertThat(fixture.progress(brand, id).sent()).isEqualTo(20);
        onceEach(20);
    }

    @Test
    void cancelledWithACallOpenItStillFindsOut() {
        Brand brand = fixture.friends(CORP, 2, 20);
        BroadcastId id = fixture.planned(brand, wecom("新茶 {{ link }}", SHOP));
        CORP.fault(Map.of("path", "add_msg_template", "kind", "drop-after-work", "times", 1));
        CORP.fault(Map.of("path", "add_msg_template", "kind", "errcode", "errcode", 45009));
        fixture.start(brand, id);
        until(() -> open(id), open -> open == 1);
        control.cancel(brand, id);
        clock.advance(Duration.ofMinutes(2));
        // The first call is found, and taken back because no guide has confirmed it.
        until(() -> fixture.progress(brand, id), progress -> progress.cancelled() == 20);
        CORP.noFaults();
        CORP.confirmAll();
        assertThat(CORP.deliveries("wecom")).isEmpty();
    }

    @Test
    void whatAPersonMustMendPausesItWithTheRemedy() {
        Brand brand = fixture.friends(CORP, 2, 10);
        BroadcastId id = fixture.planned(brand, wecom("新茶 {{ link }}", SHOP));
        CORP.fault(Map.of("path", "add_msg_template", "kind", "errcode", "errcode", 60020));
        fixture.start(brand, id);
        Broadcast paused = fixture.await(brand, id, BroadcastState.PAUSED);
        assertThat(paused.problem()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("wecom-ip-not-trusted");
            assertThat(problem.detail()).contains("企业可信IP");
        });
        assertThat(fixture.progress(brand, id).pending()).isEqualTo(10);
        CORP.noFaults();
        control.resume(brand, id);
        fixture.await(brand, id, BroadcastState.DONE);
        assertThat(fixture.get(brand, id).problem()).isNull();
        onceEach(10);
    }

    @Test
    void thoseWeComRefusesFailWithAReason() {
        Brand brand = fixture.friends(CORP, 1, 40);
        BroadcastId id = fixture.planned(brand, wecom("新茶 {{ link }}", SHOP));
        CORP.fault(Map.of("path", "add_msg_template", "kind", "fail-list", "share", 0.5, "times", 1));
        Broadcast done = fixture.sendOut(brand, id);
        assertThat(done.progress()).satisfies(progress -> {
            assertThat(progress.failed()).isBetween(5, 35);
            assertThat(progress.sent()).isEqualTo(40 - progress.failed());
        });
        assertThat(fixture.recipients(brand, id, "failed"))
                .extracting(RecipientRow::reason)
                .containsOnly("refused");
    }

    @Test
    void aFriendWhoLeftBeforeTheGuideConfirmedIsReported() {
        Brand brand = fixture.friends(CORP, 1, 6);
        BroadcastId id = fixture.planned(brand, wecom("新茶 {{ link }}", SHOP));
        fixture.sendOut(brand, id);
        CORP.send("POST", "/sim/customers/p2/act", Map.of("action", "delete-friend", "messageKey", ""));
        CORP.confirmAll();
        until(() -> fixture.progress(brand, id), progress -> progress.delivered() == 5 && progress.failed() == 1);
        assertThat(fixture.recipients(brand, id, "failed"))
                .singleElement()
                .extracting(RecipientRow::reason)
                .isEqualTo("not-a-friend");
    }

    private int open(BroadcastId id) {
        return database.fetchCount(
                DISPATCH, DISPATCH.BROADCAST_ID.eq(id.value()).and(DISPATCH.STATE.eq("calling")));
    }

    private boolean running(Brand brand, BroadcastId id) {
        var job = new JobId(Objects.requireNonNull(fixture.get(brand, id).jobId()));
        return context.getBean(Jobs.class)
                .find(job)
                .filter(found -> found.state() == JobState.RUNNING)
                .isPresent();
    }

    /// What a kill leaves behind: a call written down for all of a guide's recipients, in a state of its own.
    private void crashed(Brand brand, BroadcastId id, String state, String code, String guide) {
        Long dispatch = database.insertInto(DISPATCH)
                .set(DISPATCH.BRAND_ID, brand.id().value())
                .set(DISPATCH.BROADCAST_ID, id.value())
                .set(DISPATCH.CHANNEL, "wecom")
                .set(DISPATCH.STATE, state)
                .set(DISPATCH.SENDER, guide)
                .set(DISPATCH.CODE, code)
                .set(DISPATCH.SIZE, 10)
                .set(DISPATCH.CALLED_AT, clock.instant())
                .returning(DISPATCH.ID)
                .fetchSingle(DISPATCH.ID);
        database.insertInto(LINK)
                .set(LINK.CODE, code)
                .set(LINK.BRAND_ID, brand.id().value())
                .set(LINK.BROADCAST_ID, id.value())
                .set(LINK.DISPATCH_ID, dispatch)
                .set(LINK.TARGET, SHOP)
                .set(LINK.CREATED_AT, clock.instant())
                .execute();
        database.update(RECIPIENT)
                .set(RECIPIENT.DISPATCH_ID, dispatch)
                .where(RECIPIENT.BROADCAST_ID.eq(id.value()))
                .and(RECIPIENT.SENDER.eq(guide))
                .execute();
    }
}
