package io.waterwheel.touch;

import static io.waterwheel.touch.BroadcastFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Messages that guides write to one customer by hand.
@ServerTest
class HandTaskStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    private Brand brand;
    private Browser operator;
    private BroadcastsByHttp sends;

    /// Two guides with two friends each.
    @BeforeEach
    void aBrand() {
        brand = context.getAutowireCapableBeanFactory()
                .createBean(BroadcastFixture.class)
                .friends(CORP, 2, 4);
        operator = browsers.signedIn(Role.OPERATOR);
        sends = new BroadcastsByHttp(brand, operator, log, "wecom_task");
    }

    @AfterEach
    void nothingIsLeft() {
        CORP.noFaults();
        clock.reset();
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    @Test
    void eachCustomersOwnWordsAreATaskOfTheirGuideWhoTellsWhatCameOfIt() {
        String id = sends.draft("{{ customer.name }}，您的茶到了", null);
        assertThat(sends.sendOut(id).path("sent").asInt()).isEqualTo(4);

        JsonNode mine = tasks("open", "g1");
        assertThat(mine.size()).isEqualTo(2);
        assertThat(mine.get(0).path("words").asString()).matches("顾客\\d，您的茶到了");
        assertThat(mine.get(0).path("name").asString())
                .isEqualTo(mine.get(0).path("words").asString().substring(0, 3));
        assertThat(mine.get(0).path("guideName").asString()).isEqualTo("导购1");
        assertThat(until(() -> notices("g1"), told -> !told.isEmpty()))
                .singleElement()
                .asString()
                .contains("2 条", "/b/" + brand.key() + "/hand-tasks?guide=g1")
                .as("nobody's name leaves by the message")
                .doesNotContain("顾客1", "顾客2", "顾客3", "顾客4");

        finish(mine.get(0), "sent");
        finish(mine.get(1), "not-a-friend");
        finish(tasks("open", "g2").get(0), "declined");
        assertThat(told(mine.get(0), "sent").code()).isEqualTo("hand-task-done");
        assertThat(told(tasks("open", "g2").get(0), "group-gone").status()).isEqualTo(422);
        sends.progress(id, "delivered", 1);
        sends.progress(id, "failed", 2);
        assertThat(operator.get(sends.api("/broadcasts/" + id + "/recipients?state=failed"))
                        .json()
                        .toString())
                .contains("not-a-friend", "declined");
        assertThat(tasks("done", "g1").size()).isEqualTo(2);

        clock.advance(Duration.ofHours(5));
        assertThat(operator.get(sends.api("/wecom/late")).json().toString())
                .contains("\"kind\":\"hand-task\"", "\"guide\":\"g2\"", "\"count\":1", "\"reason\":\"guide\"")
                .doesNotContain("\"g1\"");
        clock.advance(Duration.ofDays(4));
        sends.progress(id, "failed", 3);
        assertThat(operator.get(sends.api("/broadcasts/" + id + "/recipients?state=failed"))
                        .json()
                        .toString())
                .contains("not-written");
        assertThat(tasks("open", null).size()).isZero();
    }

    @Test
    void aGuideIsToldOnceThoughTheAnswerWasLostAndAtMostOnceAMinute() {
        CORP.fault(Map.of("path", "message/send", "kind", "drop-after-work", "times", 2));
        sends.sendOut(sends.draft("您好", null));
        until(
                () -> tasks("open", "g1"),
                open -> open.get(0).path("untold").asString("").equals("wecom-0"));
        clock.advance(Duration.ofSeconds(15));
        until(() -> tasks("open", "g1"), open -> !open.get(0).path("toldAt").isNull());
        assertThat(notices("g1")).hasSize(1);

        sends.sendOut(sends.draft("再问您好", null));
        until(() -> tasks("open", "g1"), open -> open.size() == 4);
        assertThat(notices("g1")).hasSize(1);
        clock.advance(Duration.ofSeconds(61));
        until(() -> notices("g1"), told -> told.size() == 2);
        assertThat(tasks("open", "g1"))
                .allSatisfy(task -> assertThat(task.path("untold").isNull()).isTrue());
    }

    @Test
    void whoeverTookConsentBackInWecomIsNotWrittenToByHandEither() {
        log.append(List.of(TestEvents.event(
                brand,
                TestEvents.identified(new Identifier(IdentifierKind.EXTERNAL_USERID, SimulatedCorp.external(brand, 1))),
                EventNames.CONSENT_WITHDRAWN,
                clock.instant(),
                "{\"channel\": \"wecom\", \"purpose\": \"marketing\"}")));
        JsonNode plan = sends.planned(sends.draft("您好", null));
        assertThat(plan.path("recipients").asInt()).isEqualTo(3);
        assertThat(plan.path("suppressed").toString()).isEqualTo("[{\"reason\":\"no-consent\",\"count\":1}]");
    }

    @Test
    void aCancelledBroadcastTakesBackWhatNobodyHasWritten() {
        String id = sends.draft("您好", null);
        sends.planned(id);
        sends.start(id);
        until(() -> tasks("open", null), open -> open.size() == 4);
        JsonNode written = tasks("open", "g1").get(0);
        finish(written, "sent");
        operator.post(sends.api("/broadcasts/" + id + "/cancel"), Map.of());
        until(
                () -> tasks("open", null),
                open -> open.size() == 0
                        || sends.get(id).path("state").asString().equals("done"));
        assertThat(told(written, "sent").code()).isEqualTo("hand-task-done");
    }

    @Test
    void guidesDoTheirTasksAndStrangersSeeNothing() {
        sends.sendOut(sends.draft("您好", null));
        assertThat(browsers.open().get(sends.api("/hand-tasks/open")).status()).isEqualTo(401);
        Browser guide = browsers.signedIn(Role.GUIDE);
        JsonNode task = guide.get(sends.api("/hand-tasks/open?guide=g1")).json().at("/items/0");
        assertThat(guide.post(
                                sends.api("/hand-tasks/" + task.path("id").asString() + "/result"),
                                Map.of("result", "sent"))
                        .status())
                .isEqualTo(200);
        assertThat(guide.get(sends.api("/group-sends")).status()).isEqualTo(403);
    }

    private List<String> notices(String guide) {
        List<String> texts = new ArrayList<>();
        CORP.send("GET", "/sim/guides/" + guide, null)
                .path("notices")
                .forEach(notice -> texts.add(notice.path("text").asString()));
        return texts;
    }

    private JsonNode tasks(String state, @Nullable String guide) {
        return operator.get(sends.api("/hand-tasks/" + state + (guide == null ? "" : "?guide=" + guide)))
                .json()
                .path("items");
    }

    private Browser.Answer told(JsonNode task, String result) {
        Map<String, @Nullable Object> told = new HashMap<>();
        told.put("result", result);
        told.put("note", null);
        return operator.post(sends.api("/hand-tasks/" + task.path("id").asString() + "/result"), told);
    }

    private void finish(JsonNode task, String result) {
        Browser.Answer done = told(task, result);
        assertThat(done.status()).as(done.text()).isEqualTo(200);
    }
}
