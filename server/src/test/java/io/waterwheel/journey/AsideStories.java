package io.waterwheel.journey;

import static io.waterwheel.journey.JourneyStage.DAY;
import static io.waterwheel.journey.JourneyStage.definition;
import static io.waterwheel.journey.JourneyStage.end;
import static io.waterwheel.journey.JourneyStage.node;
import static io.waterwheel.journey.JourneyStage.onEvent;
import static io.waterwheel.segment.generated.Tables.SAVED_SEGMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.lag.Late;
import io.waterwheel.kernel.lag.LateKind;
import io.waterwheel.kernel.lag.LateWork;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.touch.Outreach;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Somebody who cannot go on was put aside, and a person takes them out.
@ServerTest
class AsideStories {

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
    private DSLContext database;

    @Autowired
    private List<LateWork> works;

    private JourneyStage stage;
    private String segment;
    private String journey;

    @BeforeEach
    void aJourneyThatStandsOnASegment() {
        stage = new JourneyStage(brands, browsers, log, clock, messages, outreach);
        segment = stage.operator
                .post(
                        stage.path("/segments"),
                        Browser.json("{'name':'都市','definition':{'type':'attribute','attribute':'city',"
                                + "'operator':'is','values':['上海']}}"))
                .json()
                .path("id")
                .asString();
        journey = stage.live(
                "移出",
                definition(
                        onEvent("Member Joined"),
                        ",'reentry':{'rule':'afterExit'}",
                        node(
                                "a",
                                "{'type':'branch','cases':[{'exit':'in','condition':{'type':'segment','segment':'"
                                        + segment + "'}}]}",
                                "{'in':'z','else':'b'}"),
                        node("b", DAY, "{'next':'z'}"),
                        end("z")));
    }

    /// As if somebody gave the segment to another brand by hand, and back.
    private void give(Brand to) {
        database.update(SAVED_SEGMENT)
                .set(SAVED_SEGMENT.BRAND_ID, to.id().value())
                .where(SAVED_SEGMENT.ID.eq(Long.parseLong(segment)))
                .execute();
    }

    private JsonNode aside() {
        return stage.operator.get(stage.path("/journeys/aside")).json().path("items");
    }

    private Browser.Answer takeOut(Browser who, String run) {
        return who.post(stage.path("/journeys/aside/" + run + "/take-out"), Map.of());
    }

    private CustomerNo putAside(String member) {
        give(brands.chinese());
        CustomerNo customer = stage.happens(member, "Member Joined");
        await().atMost(JourneyStage.PATIENCE).until(() -> aside().size() == 1);
        give(stage.brand);
        return customer;
    }

    private List<Late> late() {
        return works.stream()
                .filter(work -> work.kinds().contains(LateKind.ASIDE))
                .flatMap(work -> work.late(clock.instant().plusSeconds(1)).stream())
                .filter(one -> one.kind() == LateKind.ASIDE && one.subject().equals(journey))
                .toList();
    }

    @Test
    void aPersonTakesOutWhoWasPutAsideAndTheJourneyIsOverForThem() {
        CustomerNo lin = putAside("M1");
        String run = aside().get(0).path("run").asString();
        assertThat(late()).as("somebody waits for a person").hasSize(1);

        assertThat(takeOut(stage.operator, run).status()).isEqualTo(204);
        JsonNode left = stage.untilEnded(lin);
        assertThat(left.path("ended").path("en").asString()).isEqualTo("a person took them out");
        assertThat(aside()).isEmpty();
        assertThat(late()).isEmpty();
        assertThat(stage.operator.get(stage.path("/journeys/health")).json().path("late"))
                .isEmpty();
        assertThat(database.fetchCount(
                        DSL.table("kernel.audit_entry"),
                        DSL.field("action", String.class)
                                .eq("journey.run.take-out")
                                .and(DSL.field("subject", String.class).eq("run/" + run))))
                .isEqualTo(1);

        for (String step : List.of("take-out", "retry")) {
            assertThat(stage.operator
                            .post(stage.path("/journeys/aside/" + run + "/" + step), Map.of())
                            .code())
                    .as(step)
                    .isEqualTo("run-not-aside");
        }
        // It was this time through that is over: the next event lets them in again.
        stage.happens("M1", "Member Joined");
        stage.untilAt(lin, "b");
        assertThat(stage.runs(lin)).hasSize(2);
    }

    @Test
    void nobodyIsTakenOutWhoIsNotAside() {
        CustomerNo lin = stage.happens("M1", "Member Joined");
        stage.untilAt(lin, "b");
        String run = database.select(DSL.field("id", Long.class))
                .from("journey.run")
                .where(DSL.field("journey_id", Long.class).eq(Long.parseLong(journey)))
                .fetchSingle()
                .value1()
                .toString();
        assertThat(takeOut(stage.operator, run).code()).isEqualTo("run-not-aside");
        assertThat(stage.run(lin).path("state").asString()).isNotEqualTo("ended");
    }

    @Test
    void whoMayNotIsRefusedAndAnotherBrandKnowsOfNothing() {
        CustomerNo lin = putAside("M1");
        String run = aside().get(0).path("run").asString();
        assertThat(takeOut(browsers.signedIn(Role.GUIDE), run).status()).isEqualTo(403);
        assertThat(stage.operator
                        .post(
                                "/api/brands/" + brands.chinese().key() + "/journeys/aside/" + run + "/take-out",
                                Map.of())
                        .code())
                .isEqualTo("not-found");
        assertThat(aside()).hasSize(1);
        assertThat(stage.run(lin).path("state").asString()).isNotEqualTo("ended");
    }
}
