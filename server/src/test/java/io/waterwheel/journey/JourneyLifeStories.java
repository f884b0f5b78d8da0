package io.waterwheel.journey;

import static io.waterwheel.journey.JourneyStage.DAY;
import static io.waterwheel.journey.JourneyStage.PATIENCE;
import static io.waterwheel.journey.JourneyStage.definition;
import static io.waterwheel.journey.JourneyStage.end;
import static io.waterwheel.journey.JourneyStage.message;
import static io.waterwheel.journey.JourneyStage.node;
import static io.waterwheel.journey.JourneyStage.onEvent;
import static io.waterwheel.journey.JourneyStage.until;
import static io.waterwheel.journey.JourneyStage.way;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.touch.MessageRequest;
import io.waterwheel.touch.MessageState;
import io.waterwheel.touch.Outreach;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What people do with journeys while others are inside: pause, stop, change, let in.
@ServerTest
class JourneyLifeStories {

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private AskedMessages messages;

    @Autowired
    private Outreach outreach;

    private JourneyStage stage;

    @BeforeEach
    void aBrand() {
        stage = new JourneyStage(brands, browsers, log, clock, messages, outreach);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aPauseHoldsTimersWithTheTimeThatWasLeft() {
        String journey = stage.live(
                "暂停",
                definition(
                        onEvent("Member Joined"),
                        "",
                        node("a", DAY, "{'next':'b'}"),
                        node("b", DAY, "{'next':'z'}"),
                        end("z")));
        CustomerNo lin = stage.happens("M1", "Member Joined");
        stage.untilAt(lin, "a");
        clock.advance(Duration.ofHours(20));
        assertThat(stage.does(journey, "pause").status()).isEqualTo(200);
        clock.advance(Duration.ofDays(5));
        JsonNode late = stage.operator.get(stage.path("/journeys/health")).json();
        assertThat(late.path("late")).as("its time has not come").isEmpty();
        assertThat(stage.does(journey, "pause").code()).isEqualTo("journey-state");
        assertThat(stage.does(journey, "resume").status()).isEqualTo(200);
        clock.advance(Duration.ofHours(3));
        CustomerNo wang = stage.happens("M2", "Member Joined");
        stage.untilAt(wang, "a");
        assertThat(stage.run(lin).path("node").asString()).as("an hour is left").isEqualTo("a");
        clock.advance(Duration.ofMinutes(61));
        stage.untilAt(lin, "b");
    }

    @Test
    void whatHappensInAPauseIsNotLost() {
        String journey = stage.live(
                "暂停中",
                definition(
                        onEvent("Cart Updated"),
                        "",
                        node("a", until("Order Paid"), "{'happened':'b','timeout':'z'}"),
                        node("b", DAY, "{'next':'z'}"),
                        end("z")));
        CustomerNo lin = stage.happens("M1", "Cart Updated");
        stage.untilAt(lin, "a");
        stage.does(journey, "pause");
        stage.happens("M1", "Order Paid");
        CustomerNo wang = stage.happens("M2", "Cart Updated");
        await().atMost(PATIENCE).until(() -> !stage.runs(wang).isEmpty());
        assertThat(stage.run(lin).path("node").asString()).isEqualTo("a");
        assertThat(stage.run(wang).path("waiting").asString()).isEqualTo("nothing");
        JsonNode late =
                stage.operator.get(stage.path("/journeys/health")).json().path("late");
        assertThat(late)
                .as("who would have gone on, and why not")
                .hasSize(2)
                .allMatch(one -> one.path("reason").asString().equals("paused"));
        stage.does(journey, "resume");
        stage.untilAt(lin, "b");
        stage.untilAt(wang, "a");
    }

    @Test
    void stoppingLetsEverybodyOut() {
        String journey = stage.live(
                "停止",
                definition(
                        onEvent("Member Joined"),
                        "",
                        node("a", message(stage.template("停止")), "{'sent':'z','notSent':'z'}"),
                        end("z")));
        CustomerNo lin = stage.happens("M1", "Member Joined");
        MessageRequest asked = stage.untilAsked(lin);
        stage.does(journey, "stop");
        JsonNode run = stage.untilEnded(lin);
        assertThat(run.path("ended").path("en").asString()).isEqualTo("the journey was stopped");
        assertThat(messages.withdrew(asked.key())).isTrue();
        stage.happens("M2", "Member Joined");
        messages.settle(stage.brand, asked, MessageState.SENT, null);
        assertThat(entered(journey)).isEqualTo(1);
        assertThat(stage.does(journey, "publish").status())
                .as("it may begin again")
                .isEqualTo(200);
    }

    @Test
    void whoIsInsideGoesOnByTheVersionTheyCameInBy() {
        String first = definition(
                onEvent("Member Joined"), "", node("a", DAY, "{'next':'b'}"), node("b", DAY, "{'next':'z'}"), end("z"));
        String journey = stage.live("版本", first);
        CustomerNo lin = stage.happens("M1", "Member Joined");
        stage.untilAt(lin, "a");
        stage.change(
                journey,
                "版本",
                definition(
                        onEvent("Member Joined"),
                        "",
                        node("a", DAY, "{'next':'c'}"),
                        node("c", DAY, "{'next':'z'}"),
                        end("z")));
        assertThat(stage.operator
                        .get(stage.path("/journeys/" + journey))
                        .json()
                        .path("changed")
                        .asBoolean())
                .isTrue();
        stage.publish(journey);
        CustomerNo wang = stage.happens("M2", "Member Joined");
        stage.untilAt(wang, "a");
        clock.advance(Duration.ofDays(1).plusMinutes(1));
        stage.untilAt(lin, "b");
        stage.untilAt(wang, "c");
        JsonNode versions = stage.operator
                .get(stage.path("/journeys/" + journey + "/versions"))
                .json();
        assertThat(versions)
                .hasSize(2)
                .allMatch(version -> version.path("inside").asInt() == 1);
    }

    @Test
    void anExitRuleTakesPeopleOutWhereverTheyAre() {
        stage.live(
                "退出",
                definition(
                        onEvent("Member Joined"),
                        ",'exitRules':[{'type':'event','event':{'event':'Member Left'}}]",
                        node(
                                "a",
                                "{'type':'task','title':'打电话','words':'','deadline':{'amount':2,'unit':'days'}}",
                                "{'done':'z','overdue':'z'}"),
                        end("z")));
        CustomerNo lin = stage.happens("M1", "Member Joined");
        stage.untilAt(lin, "a");
        stage.happens("M1", "Member Left");
        assertThat(stage.untilEnded(lin).path("ended").path("zh").asString()).isEqualTo("符合退出规则");
        assertThat(tasks()).as("the guide has nothing to do any more").isEmpty();
    }

    @Test
    void aGuideDoesTheirTaskAndTheCustomerGoesOn() {
        stage.live(
                "任务",
                definition(
                        onEvent("Member Joined"),
                        "",
                        node(
                                "a",
                                "{'type':'task','title':'打电话','words':'问好','deadline':{'amount':2,'unit':'days'}}",
                                "{'done':'b','overdue':'c'}"),
                        node("b", DAY, "{'next':'z'}"),
                        node("c", DAY, "{'next':'z'}"),
                        end("z")));
        CustomerNo lin = stage.happens("M1", "Member Joined");
        CustomerNo wang = stage.happens("M2", "Member Joined");
        stage.untilAt(wang, "a");
        stage.untilAt(lin, "a");
        JsonNode task = tasks().stream()
                .filter(one -> one.path("customerNo").asInt() == lin.value())
                .findFirst()
                .orElseThrow();
        Browser guide = browsers.signedIn(Role.GUIDE).with("Accept-Language", "en");
        String done = stage.path("/guide-tasks/" + task.path("id").asString() + "/done");
        assertThat(guide.post(done, Map.of()).status()).isEqualTo(204);
        assertThat(guide.post(done, Map.of()).code()).isEqualTo("guide-task-closed");
        stage.untilAt(lin, "b");
        clock.advance(Duration.ofDays(2).plusMinutes(1));
        stage.untilAt(wang, "c");
        assertThat(guide.get(stage.path("/journeys")).status())
                .as("journeys are for operators")
                .isEqualTo(403);
    }

    private List<JsonNode> tasks() {
        JsonNode items = stage.operator.get(stage.path("/guide-tasks")).json().path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    @Test
    void twoWhoAreOnePersonGoOnAsTheOneWhoIsFurther() {
        stage.live(
                "合并",
                definition(
                        onEvent("App Opened"),
                        "",
                        node("a", until("Order Paid"), "{'happened':'b','timeout':'z'}"),
                        node("b", until("Review Written"), "{'happened':'c','timeout':'z'}"),
                        node("c", DAY, "{'next':'z'}"),
                        end("z")));
        CustomerNo one = stage.opens("u1");
        CustomerNo other = stage.opens("u2");
        stage.untilAt(one, "a");
        stage.untilAt(other, "a");
        stage.does("u2", "Order Paid", "{}");
        stage.untilAt(other, "b");
        stage.samePerson("u1", "u2");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stage.runs(one)).hasSize(2));
        Set<String> ends = stage.runs(one).stream()
                .map(run ->
                        run.path("node").asString() + " " + run.path("state").asString())
                .collect(Collectors.toSet());
        assertThat(ends).containsExactlyInAnyOrder("b waiting", "a ended");
        assertThat(stage.untilEnded(one).path("ended").path("en").asString()).startsWith("merged");
        stage.does("u1", "Review Written", "{}");
        stage.untilAt(one, "c");
    }

    @Test
    void twoLetInByOneRequestWhoAreOnePersonGoOnOnce() {
        String journey =
                stage.live("同批", definition("{'type':'request'}", "", node("a", DAY, "{'next':'z'}"), end("z")));
        CustomerNo one = stage.opens("u1");
        CustomerNo other = stage.opens("u2");
        invite(journey, one, other);
        stage.untilAt(one, "a");
        stage.untilAt(other, "a");
        stage.samePerson("u1", "u2");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stage.runs(one)).hasSize(2));
        assertThat(stage.untilEnded(one).path("ended").path("en").asString()).startsWith("merged");
        invite(journey, one, other);
        await().atMost(PATIENCE)
                .until(() -> stage.operator
                                .get(stage.path("/journeys/health"))
                                .json()
                                .path("entrants")
                                .asInt()
                        == 0);
        clock.advance(Duration.ofDays(1).plusMinutes(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stage.runs(one))
                        .as("neither comes in again")
                        .hasSize(2)
                        .allMatch(run -> run.path("state").asString().equals("ended")));
        assertThat(stage.runs(one))
                .anyMatch(run -> run.path("ended").path("zh").asString().equals("走完了"));
    }

    private void invite(String journey, CustomerNo one, CustomerNo other) {
        Browser.Answer invited = stage.operator.post(
                stage.path("/journeys/" + journey + "/invite"),
                Browser.json("{'customers':[" + one + "," + other + "],'key':'k','context':{}}"));
        assertThat(invited.status()).as(invited.text()).isEqualTo(202);
    }

    @Test
    void whoIsMergedWhileAMessageIsUnderWayGoesOnByItsAnswer() {
        stage.live(
                "途中合并",
                definition(
                        onEvent("App Opened"),
                        "",
                        node("a", message(stage.template("途中")), "{'sent':'b','notSent':'z'}"),
                        node("b", DAY, "{'next':'z'}"),
                        end("z")));
        CustomerNo one = stage.does("u1", "Product Viewed", "{}");
        CustomerNo other = stage.opens("u2");
        MessageRequest asked = stage.untilAsked(other);
        stage.samePerson("u1", "u2");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stage.runs(one)).hasSize(1));
        messages.settle(stage.brand, asked, MessageState.SENT, null);
        assertThat(way(stage.untilAt(one, "b"))).isEqualTo("a sent");
    }

    @Test
    void peopleAreLetInByRequestAndByAnotherJourneyOnce() {
        String second =
                stage.live("第二", definition("{'type':'request'}", "", node("a", DAY, "{'next':'z'}"), end("z")));
        String first = stage.live(
                "第一",
                definition(
                        "{'type':'request'}",
                        "",
                        node("a", "{'type':'enter','journey':'" + second + "'}", "{'next':'z'}"),
                        end("z")));
        CustomerNo lin = stage.happens("M1", "Member Joined");
        String invitation = "{'customers':[" + lin + ",999999999],'key':'k1','context':{'shop':'A'}}";
        for (int i = 0; i < 2; i++) {
            Browser.Answer invited =
                    stage.operator.post(stage.path("/journeys/" + first + "/invite"), Browser.json(invitation));
            assertThat(invited.status()).as(invited.text()).isEqualTo(202);
            assertThat(invited.json().path("customers").asInt()).isEqualTo(1);
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stage.runs(lin)).hasSize(2));
        stage.untilAt(lin, "a");
        stage.does(first, "stop");
        assertThat(stage.operator
                        .post(stage.path("/journeys/" + first + "/invite"), Browser.json(invitation))
                        .code())
                .isEqualTo("journey-not-running");
    }

    @Test
    void aDraftMayBeWrongAndIsPublishedWhenItIsRight() {
        Browser.Answer saved =
                stage.save("草稿", "{'trigger':{'type':'request'},'start':'a','nodes':[" + node("a", DAY, "{}") + "]}");
        assertThat(saved.status()).isEqualTo(201);
        assertThat(saved.json().path("faults").get(0).path("pointer").asString())
                .isEqualTo("/definition/nodes/0/exits");
        assertThat(saved.json().path("faults").get(0).path("detail").path("zh").asString())
                .contains("next");
        String id = saved.json().path("id").asString();
        Browser.Answer refused = stage.does(id, "publish");
        assertThat(refused.code()).isEqualTo("journey-invalid");
        assertThat(refused.json().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/definition/nodes/0/exits");
        assertThat(stage.save("草稿", "{}").code()).isEqualTo("journey-name-taken");
        JsonNode checked = stage.operator
                .post(
                        stage.path("/journeys/check"),
                        Browser.json("{'definition':"
                                + definition("{'type':'request'}", "", node("a", DAY, "{'next':'z'}"), end("z")) + "}"))
                .json();
        assertThat(checked.path("faults")).isEmpty();
        assertThat(checked.path("reading").path("nodes").path("a").path("zh").asString())
                .isEqualTo("等 1 天");
        assertThat(stage.operator.delete(stage.path("/journeys/" + id)).status())
                .isEqualTo(204);
    }

    @Test
    void aPlayBecomesADraftWithItsTemplatesAndItsSegment() {
        assertThat(stage.operator.get(stage.path("/journeys/plays")).json()).hasSize(12);
        Browser.Answer taken =
                stage.operator.post(stage.path("/journeys/plays/win-back"), Map.of("name", "唤醒", "channel", "email"));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(taken.json().path("faults")).isEmpty();
        stage.publish(taken.json().path("id").asString());
        assertThat(stage.operator
                        .get(stage.path("/segments"))
                        .json()
                        .get(0)
                        .path("name")
                        .asString())
                .startsWith("唤醒");
    }

    private int entered(String journey) {
        return stage.counts(journey).path("entered").asInt();
    }
}
