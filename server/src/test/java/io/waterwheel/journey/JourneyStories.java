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

import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagKind;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.touch.MessageRequest;
import io.waterwheel.touch.MessageState;
import io.waterwheel.touch.Outreach;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Tag welcomed = tags.create(
                stage.brand, tags.createGroup(stage.brand, "旅程", false, false).id(), "已欢迎", TagKind.PLAIN);
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
        JsonNode waiting = stage.counts(journey).path("nodes").get(1);
        assertThat(waiting.path("node").asString()).isEqualTo("b");
        assertThat(waiting.path("inside").asInt()).isEqualTo(1);
        clock.advance(Duration.ofDays(1).plusMinutes(1));
        JsonNode run = stage.untilEnded(lin);
        assertThat(way(run)).isEqualTo("a sent, b next, c next, z");
        stage.untilTold(lin, "Tag Added");
        stage.untilTold(lin, "Journey Exited");
        stage.happens("M1", "Order Completed", "{'order_id':'1','total':10,'products':[]}");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(stage.counts(journey).path("goals").asInt())
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
        var who = TestEvents.member("M1");
        var written = log.append(List.of(
                TestEvents.event(stage.brand, who, "Cart Updated", now, "{}"),
                TestEvents.event(stage.brand, who, "Order Paid", now, "{}"),
                TestEvents.event(stage.brand, who, "Review Written", now, "{}")));
        CustomerNo lin = Objects.requireNonNull(((EventLog.Appended.Written) written.getFirst()).customer());
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
                        () -> assertThat(stage.counts(journey).path("entered").asInt())
                                .isEqualTo(20));
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
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(stage.counts(journey).path("ended").asInt()).isGreaterThanOrEqualTo(kept));
    }

    @Test
    void somebodyComesInOnceUnlessTheRuleSaysOtherwise() {
        String wait = node("a", DAY, "{'next':'z'}");
        String once = stage.live("一次", definition(onEvent("Tea Tasted"), "", wait, end("z")));
        String again =
                stage.live("再次", definition(onEvent("Tea Tasted"), ",'reentry':{'rule':'afterExit'}", wait, end("z")));
        String each = stage.live(
                "每单", definition(onEvent("Tea Tasted"), ",'reentry':{'rule':'always','key':'tea'}", wait, end("z")));
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
}
