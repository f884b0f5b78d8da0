package io.waterwheel.journey;

import static io.waterwheel.journey.JourneyStage.DAY;
import static io.waterwheel.journey.JourneyStage.PATIENCE;
import static io.waterwheel.journey.JourneyStage.definition;
import static io.waterwheel.journey.JourneyStage.end;
import static io.waterwheel.journey.JourneyStage.message;
import static io.waterwheel.journey.JourneyStage.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.touch.Outreach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// People are let into a journey by hand, after a look at who would come in.
@ServerTest
class InviteStories {

    private static final String WAIT = node("a", DAY, "{'next':'z'}");

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
    void itIsToldBeforehandWhoComesInAndWhyTheOthersDoNot() {
        String journey = stage.live("邀请", definition("{'type':'request'}", "", WAIT, end("z")));
        CustomerNo was = stage.happens("M1", "Member Joined");
        CustomerNo there = stage.happens("M2", "Member Joined");
        CustomerNo fresh = stage.happens("M3", "Member Joined");
        invite(journey, "{'customers':[" + was + "],'key':'k1'}");
        stage.untilAt(was, "a");
        clock.advance(Duration.ofDays(1).plusMinutes(1));
        stage.untilEnded(was);
        invite(journey, "{'customers':[" + there + "],'key':'k2'}");
        stage.untilAt(there, "a");
        JsonNode told = preview(journey, "{'people':['M1','M2','" + fresh + "','nobody@mail.cn','Ｍ３']}");
        assertThat(told.path("people").asInt()).as("M3 is written down twice").isEqualTo(3);
        assertThat(told.path("unknown").asInt()).isEqualTo(1);
        assertThat(told.path("unfound").get(0).asString()).isEqualTo("nobody@mail.cn");
        assertThat(told.path("enter").asInt()).isEqualTo(1);
        assertThat(told.path("inside").asInt()).isEqualTo(1);
        assertThat(told.path("before").asInt()).as("it may be entered once").isEqualTo(1);
        assertThat(invite(journey, "{'people':['M1','M2','M3','nobody@mail.cn'],'key':'k3'}"))
                .isEqualTo(3);
        stage.untilAt(fresh, "a");
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        assertThat(stage.counts(journey).path("entered").asInt())
                .as("who comes in is who was said to")
                .isEqualTo(3);
    }

    @Test
    void anotherBrandsCustomersAreNobody() {
        String journey = stage.live("别家", definition("{'type':'request'}", "", WAIT, end("z")));
        JourneyStage other = new JourneyStage(brands, browsers, log, clock, messages, outreach);
        CustomerNo theirs = other.happens("M9", "Member Joined");
        JsonNode told = preview(journey, "{'customers':[" + theirs + "]}");
        assertThat(told.path("people").asInt()).isZero();
        assertThat(told.path("unknown").asInt()).isEqualTo(1);
        assertThat(invite(journey, "{'customers':[" + theirs + "],'key':'k'}")).isZero();
    }

    @Test
    void whomAMessageCannotReachIsToldAndComesInAllTheSame() {
        String journey = stage.live(
                "渠道",
                definition(
                        "{'type':'request'}",
                        "",
                        node("a", message(stage.template("渠道")), "{'sent':'z','notSent':'z'}"),
                        end("z")));
        CustomerNo without = stage.happens("M1", "Member Joined");
        CustomerNo unasked = stage.opens("u1");
        JsonNode told = preview(journey, "{'customers':[" + without + "," + unasked + "]}");
        assertThat(told.path("enter").asInt()).isEqualTo(2);
        JsonNode reach = told.path("messages").get(0);
        assertThat(reach.path("channel").asString()).isEqualTo("email");
        assertThat(reach.path("unbound").asInt()).as("no address").isEqualTo(1);
        assertThat(reach.path("refusing").asInt())
                .as("never asked for marketing")
                .isEqualTo(1);
    }

    @Test
    void aWholeSegmentComesInHoweverLargeAndOnce() {
        String journey = stage.live("人群", definition("{'type':'request'}", "", WAIT, end("z")));
        List<NewEvent> joined = new ArrayList<>();
        for (int i = 0; i < 10_050; i++) {
            joined.add(
                    TestEvents.event(stage.brand, TestEvents.member("M" + i), "Member Joined", clock.instant(), "{}"));
        }
        log.append(joined);
        Browser.Answer saved = stage.operator.post(
                stage.path("/segments"),
                Browser.json("{'name':'会员','definition':{'type':'events','event':'Member Joined','where':[],"
                        + "'measure':'count','operator':'atLeast','value':1}}"));
        assertThat(saved.status()).as(saved.text()).isEqualTo(201);
        String segment = saved.json().path("id").asString();
        String whole = "{'segment':'" + segment + "'";
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                preview(journey, whole + "}").path("enter").asInt())
                        .isEqualTo(10_050));
        assertThat(invite(journey, whole + ",'key':'k'}")).isEqualTo(10_050);
        assertThat(invite(journey, whole + ",'key':'k'}")).isEqualTo(10_050);
        await().atMost(PATIENCE.multipliedBy(2))
                .untilAsserted(
                        () -> assertThat(stage.counts(journey).path("entered").asInt())
                                .isEqualTo(10_050));
        assertThat(preview(journey, whole + "}").path("inside").asInt()).isEqualTo(10_050);
    }

    @Test
    void onlyOneWayOfSayingWhomIsTakenAndOnlyWhileTheJourneyRuns() {
        String journey = stage.live("规则", definition("{'type':'request'}", "", WAIT, end("z")));
        String at = stage.path("/journeys/" + journey + "/invite");
        for (String wrong :
                List.of("{'key':'k'}", "{'customers':[1],'people':['1'],'key':'k'}", "{'people':[],'key':'k'}")) {
            assertThat(stage.operator.post(at, Browser.json(wrong)).code()).isEqualTo("invalid");
        }
        assertThat(stage.operator
                        .post(at, Browser.json("{'segment':'1','key':'k','context':{'a':'b'}}"))
                        .code())
                .isEqualTo("invalid");
        stage.does(journey, "pause");
        assertThat(stage.operator
                        .post(at + "/preview", Browser.json("{'customers':[1]}"))
                        .code())
                .isEqualTo("journey-not-running");
    }

    private int invite(String journey, String body) {
        Browser.Answer invited =
                stage.operator.post(stage.path("/journeys/" + journey + "/invite"), Browser.json(body));
        assertThat(invited.status()).as(invited.text()).isEqualTo(202);
        return invited.json().path("customers").asInt();
    }

    private JsonNode preview(String journey, String body) {
        Browser.Answer told =
                stage.operator.post(stage.path("/journeys/" + journey + "/invite/preview"), Browser.json(body));
        assertThat(told.status()).as(told.text()).isEqualTo(200);
        return told.json();
    }

    private int waiting() {
        return stage.operator
                .get(stage.path("/journeys/health"))
                .json()
                .path("entrants")
                .asInt();
    }
}
