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
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagKind;
import io.waterwheel.customer.Tags;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What happens to people in journeys, as a brand sees it.
@ServerTest
class JourneyStories {

    private static final String GOAL = ",'goal':{'type':'event','event':{'event':'Order Completed'},'withinDays':7}";

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

    @Autowired
    private Tags tags;

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
    void aNewMemberIsWelcomedAndThanked() {
        Tag welcomed =
                tags.create(stage.brand, tags.createGroup(stage.brand, "旅程", false, false).id(), "已欢迎", TagKind.PLAIN);
        String journey = stage.live(
                "欢迎",
                definition(
                        onEvent("Member Joined"),
                        GOAL,
                        node("a", message(stage.template("欢迎")), "{'sent':'b','notSent':'z'}"),
                        node("b", DAY, "{'next':'c'}"),
                        node("c", "{'type':'tag','tag':'" + welcomed.id() + "','added':true}", "{'next':'z'}"),
                        end("z")));
        CustomerNo lin = stage.happens("M1", "Member Joined", "{'shop':'南京路'}");
        MessageRequest asked = stage.untilAsked(lin);
        assertThat(asked.values()).isEqualTo(Map.of("event", Map.of("shop", "南京路")));
        messages.settle(stage.brand, asked, MessageState.SENT, null);
        stage.untilAt(lin, "b");
        assertThat(stage.counts(journey).path("nodes").get(0).path("inside").asInt()).isEqualTo(1);
        clock.advance(Duration.ofDays(1).plusMinutes(1));
        JsonNode run = stage.untilEnded(lin);
        assertThat(way(run)).isEqualTo("a sent, b next, c next, z");
        stage.untilTold(lin, "Tag Added");
        stage.untilTold(lin, "Journey Exited");
        stage.happens("M1", "Order Completed", "{'order_id':'1','total':10,'products':[]}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stage.counts(journey).path("goals").asInt())
                        .as("also after it has ended")
                        .isEqualTo(1));
        assertThat(stage.asked(lin)).hasSize(1);
    }

    @Test
    void aMessageThatWasNotSentLeadsItsOwnWayAndSaysWhy() {
        stage.live(
                "挽回",
                definition(
                        onEvent("Member Joined"),
                        "",
                        node("a", message(stage.template("挽回")), "{'sent':'z','notSent':'b'}"),
                        node("b", DAY, "{'next':'z'}"),
                        end("z")));
        CustomerNo lin = stage.happens("M1", "Member Joined");
        messages.settle(stage.brand, stage.untilAsked(lin), MessageState.SUPPRESSED, "quiet-hours");
        JsonNode run = stage.untilAt(lin, "b");
        assertThat(run.path("path").get(0).path("note").asString()).isEqualTo("quiet-hours");
    }

    @Test
    void whoDoesWhatIsWaitedForGoesOneWayAndWhoDoesNotTheOther() {
        stage.live(
                "下单提醒",
                definition(
                        onEvent("Cart Updated"),
                        "",
                        node("a", until("Order Paid"), "{'happened':'b','timeout':'c'}"),
                        node("b", DAY, "{'next':'z'}"),
                        node("c", DAY, "{'next':'z'}"),
                        end("z")));
        CustomerNo lin = stage.happens("M1", "Cart Updated");
        CustomerNo wang = stage.happens("M2", "Cart Updated");
        stage.untilAt(lin, "a");
        stage.untilAt(wang, "a");
        stage.happens("M1", "Order Paid");
        stage.untilAt(lin, "b");
        clock.advance(Duration.ofDays(3).plusMinutes(1));
        stage.untilAt(wang, "c");
        assertThat(way(stage.run(wang))).isEqualTo("a timeout");
    }

    @Test
    void whatIsWaitedForMayComeInTheSameBreath() {
        stage.live(
                "连续",
                definition(
                        onEvent("Cart Updated"),
                        "",
                        node("a", until("Order Paid"), "{'happened':'b','timeout':'z'}"),
                        node("b", until("Review Written"), "{'happened':'c','timeout':'z'}"),
                        node("c", DAY, "{'next':'z'}"),
                        end("z")));
        var now = clock.instant();
        var who = io.waterwheel.testing.TestEvents.member("M1");
        var written = log.append(List.of(
                io.waterwheel.testing.TestEvents.event(stage.brand, who, "Cart Updated", now, "{}"),
                io.waterwheel.testing.TestEvents.event(stage.brand, who, "Order Paid", now, "{}"),
                io.waterwheel.testing.TestEvents.event(stage.brand, who, "Review Written", now, "{}")));
        CustomerNo lin = java.util.Objects.requireNonNull(
                ((EventLog.Appended.Written) written.getFirst()).customer());
        assertThat(way(stage.untilAt(lin, "c"))).isEqualTo("a happened, b happened");
    }

    @Test
    void aBranchAsksWhatTheCustomerIsNow() {
        stage.live(
                "分支",
                definition(
                        onEvent("Member Joined"),
                        "",
                        node(
                                "a",
                                "{'type':'branch','cases':[{'exit':'buyer','condition':{'type':'orders','measure':'count',"
                                        + "'operator':'atLeast','value':1}}]}",
                                "{'buyer':'b','else':'c'}"),
                        node("b", DAY, "{'next':'z'}"),
                        node("c", DAY, "{'next':'z'}"),
                        end("z")));
        stage.happens("M1", "Order Completed", "{'order_id':'1','total':10,'products':[]}");
        CustomerNo buyer = stage.happens("M1", "Member Joined");
        CustomerNo visitor = stage.happens("M2", "Member Joined");
        stage.untilAt(buyer, "b");
        stage.untilAt(visitor, "c");
    }

    @Test
    void whoIsKeptBackIsLeftAloneAndCountedForTheGoal() {
        String journey = stage.live(
                "对照",
                definition(
                        onEvent("Member Joined"),
                        GOAL,
                        node("a", "{'type':'holdout','percent':50}", "{'next':'b'}"),
                        node("b", message(stage.template("对照")), "{'sent':'z','notSent':'z'}"),
                        end("z")));
        for (int i = 1; i <= 20; i++) {
            stage.happens("M" + i, "Member Joined");
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(stage.counts(journey).path("entered").asInt()).isEqualTo(20));
        int kept = stage.counts(journey).path("control").asInt();
        assertThat(kept).as("half, by chance").isBetween(2, 18);
        assertThat(messages.of(stage.brand)).hasSize(20 - kept);
        for (int i = 1; i <= 20; i++) {
            stage.happens("M" + i, "Order Completed", "{'order_id':'" + i + "','total':10,'products':[]}");
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(stage.counts(journey).path("controlGoals").asInt()).isEqualTo(kept);
            assertThat(stage.counts(journey).path("goals").asInt()).isEqualTo(20 - kept);
        });
        clock.advance(Duration.ofDays(8));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        stage.counts(journey).path("ended").asInt())
                .isGreaterThanOrEqualTo(kept));
    }

    @Test
    void somebodyComesInOnceUnlessTheRuleSaysOtherwise() {
        String wait = node("a", DAY, "{'next':'z'}");
        String once = stage.live("一次", definition(onEvent("Tea Tasted"), "", wait, end("z")));
        String again = stage.live(
                "再次", definition(onEvent("Tea Tasted"), ",'reentry':{'rule':'afterExit'}", wait, end("z")));
        String each = stage.live(
                "每单",
                definition(onEvent("Tea Tasted"), ",'reentry':{'rule':'always','key':'tea'}", wait, end("z")));
        CustomerNo lin = stage.happens("M1", "Tea Tasted", "{'tea':'龙井'}");
        stage.happens("M1", "Tea Tasted", "{'tea':'普洱'}");
        stage.happens("M1", "Tea Tasted", "{'tea':'龙井'}");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(entered(once)).isEqualTo(1);
            assertThat(entered(again)).isEqualTo(1);
            assertThat(entered(each)).as("once for each tea").isEqualTo(2);
        });
        clock.advance(Duration.ofDays(1).plusMinutes(1));
        await().atMost(PATIENCE)
                .until(() -> stage.runs(lin).stream()
                        .allMatch(run -> run.path("state").asString().equals("ended")));
        stage.happens("M1", "Tea Tasted", "{'tea':'龙井'}");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(entered(again)).isEqualTo(2);
            assertThat(entered(each)).isEqualTo(3);
        });
        assertThat(entered(once)).isEqualTo(1);
    }

    private int entered(String journey) {
        return stage.counts(journey).path("entered").asInt();
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
        stage.does(journey, "resume");
        stage.untilAt(lin, "b");
        stage.untilAt(wang, "a");
    }

    @Test
    void stoppingLetsEverybodyOut() {
        String journey = stage.live(
                "停止", definition(onEvent("Member Joined"), "", node("a", message(stage.template("停止")), "{'sent':'z','notSent':'z'}"), end("z")));
        CustomerNo lin = stage.happens("M1", "Member Joined");
        MessageRequest asked = stage.untilAsked(lin);
        stage.does(journey, "stop");
        JsonNode run = stage.untilEnded(lin);
        assertThat(run.path("ended").path("en").asString()).isEqualTo("the journey was stopped");
        assertThat(messages.withdrew(asked.key())).isTrue();
        stage.happens("M2", "Member Joined");
        messages.settle(stage.brand, asked, MessageState.SENT, null);
        assertThat(entered(journey)).isEqualTo(1);
        assertThat(stage.does(journey, "publish").status()).as("it may begin again").isEqualTo(200);
    }

    @Test
    void whoIsInsideGoesOnByTheVersionTheyCameInBy() {
        String first = definition(onEvent("Member Joined"), "", node("a", DAY, "{'next':'b'}"), node("b", DAY, "{'next':'z'}"), end("z"));
        String journey = stage.live("版本", first);
        CustomerNo lin = stage.happens("M1", "Member Joined");
        stage.untilAt(lin, "a");
        stage.change(journey, "版本", definition(onEvent("Member Joined"), "", node("a", DAY, "{'next':'c'}"), node("c", DAY, "{'next':'z'}"), end("z")));
        assertThat(stage.operator.get(stage.path("/journeys/" + journey)).json().path("changed").asBoolean())
                .isTrue();
        stage.publish(journey);
        CustomerNo wang = stage.happens("M2", "Member Joined");
        stage.untilAt(wang, "a");
        clock.advance(Duration.ofDays(1).plusMinutes(1));
        stage.untilAt(lin, "b");
        stage.untilAt(wang, "c");
        JsonNode versions = stage.operator.get(stage.path("/journeys/" + journey + "/versions")).json();
        assertThat(versions).hasSize(2).allMatch(version -> version.path("inside").asInt() == 1);
    }

    @Test
    void anExitRuleTakesPeopleOutWhereverTheyAre() {
        stage.live(
                "退出",
                definition(
                        onEvent("Member Joined"),
                        ",'exitRules':[{'type':'event','event':{'event':'Member Left'}}]",
                        node("a", "{'type':'task','title':'打电话','words':'','deadline':{'amount':2,'unit':'days'}}", "{'done':'z','overdue':'z'}"),
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
                        node("a", "{'type':'task','title':'打电话','words':'问好','deadline':{'amount':2,'unit':'days'}}", "{'done':'b','overdue':'c'}"),
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
        assertThat(guide.get(stage.path("/journeys")).status()).as("journeys are for operators").isEqualTo(403);
    }

    private List<JsonNode> tasks() {
        JsonNode items = stage.operator.get(stage.path("/guide-tasks")).json().path("items");
        return java.util.stream.StreamSupport.stream(items.spliterator(), false).toList();
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
        stage.sameWoman("u1", "u2");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stage.runs(one)).hasSize(2));
        Set<String> ends = stage.runs(one).stream()
                .map(run -> run.path("node").asString() + " " + run.path("state").asString())
                .collect(Collectors.toSet());
        assertThat(ends).containsExactlyInAnyOrder("b waiting", "a ended");
        assertThat(stage.untilEnded(one).path("ended").path("en").asString()).startsWith("merged");
        stage.does("u1", "Review Written", "{}");
        stage.untilAt(one, "c");
    }

    @Test
    void peopleAreLetInByRequestAndByAnotherJourneyOnce() {
        String second = stage.live("第二", definition("{'type':'request'}", "", node("a", DAY, "{'next':'z'}"), end("z")));
        String first = stage.live(
                "第一",
                definition("{'type':'request'}", "", node("a", "{'type':'enter','journey':'" + second + "'}", "{'next':'z'}"), end("z")));
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
        Browser.Answer saved = stage.save("草稿", "{'trigger':{'type':'request'},'start':'a','nodes':[" + node("a", DAY, "{}") + "]}");
        assertThat(saved.status()).isEqualTo(201);
        assertThat(saved.json().path("faults").get(0).path("pointer").asString()).isEqualTo("/definition/nodes/0/exits");
        assertThat(saved.json().path("faults").get(0).path("detail").path("zh").asString()).contains("next");
        String id = saved.json().path("id").asString();
        Browser.Answer refused = stage.does(id, "publish");
        assertThat(refused.code()).isEqualTo("journey-invalid");
        assertThat(refused.json().path("errors").get(0).path("pointer").asString()).isEqualTo("/definition/nodes/0/exits");
        assertThat(stage.save("草稿", "{}").code()).isEqualTo("journey-name-taken");
        JsonNode checked = stage.operator
                .post(stage.path("/journeys/check"), Browser.json("{'definition':" + definition("{'type':'request'}", "", node("a", DAY, "{'next':'z'}"), end("z")) + "}"))
                .json();
        assertThat(checked.path("faults")).isEmpty();
        assertThat(checked.path("reading").path("nodes").path("a").path("zh").asString()).isEqualTo("等 1 天");
        assertThat(stage.operator.delete(stage.path("/journeys/" + id)).status()).isEqualTo(204);
    }

    @Test
    void aPlayBecomesADraftWithItsTemplatesAndItsSegment() {
        assertThat(stage.operator.get(stage.path("/journeys/plays")).json()).hasSize(12);
        Browser.Answer taken =
                stage.operator.post(stage.path("/journeys/plays/win-back"), Map.of("name", "唤醒", "channel", "email"));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(taken.json().path("faults")).isEmpty();
        stage.publish(taken.json().path("id").asString());
        assertThat(stage.operator.get(stage.path("/segments")).json().get(0).path("name").asString())
                .startsWith("唤醒");
    }
}
