package io.waterwheel.journey.language;

import static io.waterwheel.journey.language.JourneyText.end;
import static io.waterwheel.journey.language.JourneyText.node;
import static io.waterwheel.journey.language.JourneyText.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JourneyLintTests {

    private static final String DAY = "{'type':'delay','span':{'amount':1,'unit':'days'}}";
    private static final String TAG = "{'type':'tag','tag':'1','added':true}";
    private static final String BOUGHT = "{'event':'Order Completed'}";

    @Test
    void aWayThatLeadsNowhereIsMarkedAtItsNode() {
        assertThat(faults(node("a", DAY, "{}") + "," + end("b"), ""))
                .contains("/nodes/0/exits open-exit", "/nodes/1 unreachable");
        assertThat(faults(node("a", DAY, "{'next':'x'}") + "," + end("b"), ""))
                .contains("/nodes/0/exits/next unknown-node");
        assertThat(faults(node("a", DAY, "{'next':'b','sent':'b'}") + "," + end("b"), ""))
                .containsExactly("/nodes/0/exits/sent unknown-exit");
        assertThat(faults(end("b"), "")).containsExactly("/start unknown-node");
        assertThat(faults("", "")).containsExactly("/nodes no-nodes");
        assertThat(faults(end("a") + "," + end("a"), "")).containsExactly("/nodes/1/id taken");
    }

    @Test
    void aLoopNeedsAWaitAndAWayOut() {
        String branch = "{'type':'branch','cases':[{'exit':'on','condition':{'type':'and','conditions':[]}}]}";
        assertThat(faults(
                        node("a", TAG, "{'next':'b'}") + "," + node("b", branch, "{'on':'a','else':'c'}") + ","
                                + end("c"),
                        ""))
                .containsExactly("/nodes/0 endless", "/nodes/1 endless");
        assertThat(faults(
                        node("a", DAY, "{'next':'b'}") + "," + node("b", branch, "{'on':'a','else':'c'}") + ","
                                + end("c"),
                        ""))
                .isEmpty();
        assertThat(faults(node("a", DAY, "{'next':'b'}") + "," + node("b", DAY, "{'next':'a'}"), ""))
                .containsExactlyInAnyOrder("/nodes/0 no-end", "/nodes/1 no-end");
    }

    @Test
    void aMessageIsNoWaitBecauseWhatMayNotBeSentIsKnownAtOnce() {
        assertThat(faults(
                        node("a", "{'type':'message','template':'1','purpose':'service'}", "{'sent':'b','notSent':'a'}")
                                + "," + end("b"),
                        ""))
                .containsExactly("/nodes/0 endless");
    }

    @Test
    void whatIsReferredToMustBeThere() {
        assertThat(faults(
                        node(
                                        "a",
                                        "{'type':'message','template':'10','purpose':'service'}",
                                        "{'sent':'b','notSent':'b'}")
                                + "," + node("b", "{'type':'tag','tag':'10','added':true}", "{'next':'c'}")
                                + "," + node("c", "{'type':'tag','tag':'1','added':true,'value':'x'}", "{'next':'d'}")
                                + "," + node("d", "{'type':'enter','journey':'10'}", "{'next':'e'}")
                                + "," + node("e", "{'type':'enter','journey':'5'}", "{'next':'f'}")
                                + "," + end("f"),
                        ""))
                .containsExactlyInAnyOrder(
                        "/nodes/0/step/template unknown-template",
                        "/nodes/1/step/tag unknown-tag",
                        "/nodes/2/step/value wrong-tag-value",
                        "/nodes/3/step/journey unknown-journey",
                        "/nodes/4/step/journey itself");
    }

    @Test
    void aHoldoutNeedsSomethingToCompare() {
        String holdout = node("a", "{'type':'holdout','percent':10}", "{'next':'b'}") + "," + end("b");
        assertThat(faults(holdout, "")).containsExactly("/nodes/0/step holdout-without-goal");
        assertThat(faults(holdout, ",'goal':{'type':'event','event':" + BOUGHT + ",'withinDays':7}"))
                .isEmpty();
    }

    @Test
    void whatLetsPeopleInIsNeitherGoalNorTheWayOut() {
        String text = "{'trigger':{'type':'event','event':" + BOUGHT + "},'start':'a','nodes':[" + end("a")
                + "],'goal':{'type':'event','event':" + BOUGHT + ",'withinDays':7},"
                + "'exitRules':[{'type':'event','event':" + BOUGHT + "}]}";
        assertThat(codes(JourneyText.read(text)))
                .containsExactly("/goal/event goal-starts-it", "/exitRules/0/event exit-starts-it");
    }

    @Test
    void onlyEventsHaveKeys() {
        assertThat(faults(end("a"), ",'reentry':{'rule':'always','key':'order_id'}"))
                .containsExactly("/reentry/key key-of-event");
    }

    private static List<String> faults(String nodes, String more) {
        return codes(JourneyText.read(of(nodes, more)));
    }

    private static List<String> codes(JourneyDefinition journey) {
        return JourneyLint.check(journey, "", JourneyText.NINE, "5").stream()
                .map(place -> place.pointer() + " " + place.code())
                .toList();
    }
}
