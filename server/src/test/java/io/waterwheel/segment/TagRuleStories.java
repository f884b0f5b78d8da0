package io.waterwheel.segment;

import static io.waterwheel.testing.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagKind;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.JobState;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browser.Answer;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class TagRuleStories {

    private static final String SILVER =
            "{'type':'attribute','attribute':'attributes.level','operator':'is','values':['silver']}";
    private static final String GOLD =
            "{'type':'attribute','attribute':'attributes.level','operator':'is','values':['gold']}";

    @Autowired
    private EventLog log;

    @Autowired
    private Tags tags;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    private Brand brand;
    private Browser operator;
    private String path;
    private Tag vip;

    @BeforeEach
    void aBrandWithATag() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        path = "/api/brands/" + brand.key();
        vip = tags.create(brand, tags.createGroup(brand, "等级", false, false).id(), "重点", TagKind.PLAIN);
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void whoMeetsTheDefinitionGetsTheTagAndWhoNoLongerDoesLosesIt() {
        int lin = person("M1", "gold");
        int wang = person("M2", "silver");
        String rule = rule(vip, null, GOLD);
        ran(rule, 1, 0);
        assertThat(having(vip)).containsExactly(lin);
        var shown = operator.get(path + "/tag-rules/" + rule).json();
        assertThat(shown.path("reading").path("en").asString()).contains("gold");
        assertThat(shown.path("met").asInt()).isEqualTo(1);

        person("M1", "silver");
        person("M2", "gold");
        run(rule);
        assertThat(having(vip)).containsExactly(wang);
        ran(rule, 1, 1);
        run(rule);
        ran(rule, 0, 0);
        var timeline = operator.get(path + "/customers/" + lin + "/timeline?names=Tag%20Removed")
                .json()
                .path("items");
        assertThat(timeline.get(0).path("properties").path("origin").asString()).isEqualTo("rule");
        assertThat(timeline.get(0).path("properties").path("by").asString()).isEqualTo(rule);
    }

    @Test
    void aTagTakenOffByHandStaysOffUntilThePersonComesInAgain() {
        int lin = person("M1", "gold");
        String rule = rule(vip, null, GOLD);
        ran(rule, 1, 0);
        assertThat(operator.delete(path + "/customers/" + lin + "/tags/" + vip.id())
                        .status())
                .isEqualTo(204);
        run(rule);
        assertThat(having(vip)).isEmpty();
        person("M1", "silver");
        run(rule);
        person("M1", "gold");
        run(rule);
        assertThat(having(vip)).containsExactly(lin);
    }

    @Test
    void whatSomebodyPutOnByHandTheRuleLeavesOn() {
        int lin = person("M1", "gold");
        assertThat(operator.put(path + "/customers/" + lin + "/tags/" + vip.id(), "{}")
                        .status())
                .isEqualTo(204);
        String rule = rule(vip, null, GOLD);
        ran(rule, 0, 0);
        person("M1", "silver");
        run(rule);
        assertThat(having(vip)).containsExactly(lin);
    }

    @Test
    void aRuleCanGiveAValueAndANewValueReachesThoseItTagged() {
        Tag discount = tags.create(brand, vip.groupId(), "折扣", TagKind.NUMBER);
        int lin = person("M1", "gold");
        String rule = rule(discount, "9", GOLD);
        ran(rule, 1, 0);
        assertThat(operator.put(
                                path + "/tag-rules/" + rule,
                                json("{'value':'8','active':true,'definition':" + GOLD + "}"))
                        .status())
                .isEqualTo(200);
        until(() -> value(lin).equals("8"));
    }

    @Test
    void everyNightOfTheBrandTheRulesRun() {
        // A brand whose night is soon, wherever the clock stands now.
        int lin = person("M1", "silver");
        String rule = rule(vip, null, GOLD);
        ran(rule, 0, 0);
        person("M1", "gold");
        Instant due = Instant.parse(
                operator.get(path + "/tag-rules/" + rule).json().path("dueAt").asString());
        assertThat(due.atZone(brand.zone()).toLocalTime()).isEqualTo(LocalTime.of(3, 0));
        clock.advance(Duration.between(clock.instant(), due).plusSeconds(1));
        until(() -> having(vip).contains(lin));
        Instant next = Instant.parse(
                operator.get(path + "/tag-rules/" + rule).json().path("dueAt").asString());
        assertThat(Duration.between(due, next)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aPausedRuleDoesNothingAndADeletedOneLeavesItsTagsOn() {
        int lin = person("M1", "gold");
        Answer made = operator.post(
                path + "/tag-rules", json("{'tagId':'" + vip.id() + "','active':false,'definition':" + GOLD + "}"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String rule = made.json().path("id").asString();
        assertThat(made.json().path("ranAt").isNull()).isTrue();
        assertThat(operator.delete(path + "/tags/" + vip.id()).code()).isEqualTo("tag-in-use");
        assertThat(operator.post(
                                path + "/tag-rules",
                                json("{'tagId':'" + vip.id() + "','active':true,'definition':" + SILVER + "}"))
                        .code())
                .isEqualTo("tag-rule-exists");
        assertThat(having(vip)).isEmpty();
        run(rule);
        assertThat(having(vip)).containsExactly(lin);
        assertThat(operator.delete(path + "/tag-rules/" + rule).status()).isEqualTo(204);
        assertThat(operator.get(path + "/tag-rules").json()).isEmpty();
        assertThat(having(vip)).containsExactly(lin);
    }

    @Test
    void aRuleThatCannotBeUnderstoodIsRefusedAtItsPlace() {
        Answer refused = operator.post(
                path + "/tag-rules", json("{'tagId':'" + vip.id() + "','active':true,'definition':{'type':'or'}}"));
        assertThat(refused.code()).isEqualTo("segment-invalid");
        assertThat(refused.json().path("errors").get(0).path("pointer").asString())
                .startsWith("/definition");
        assertThat(browsers.signedIn(Role.GUIDE).get(path + "/tag-rules").status())
                .isEqualTo(403);
        String elsewhere = "/api/brands/" + brands.chinese().key() + "/tag-rules/";
        assertThat(operator.delete(elsewhere + rule(vip, null, GOLD)).status()).isEqualTo(404);
    }

    @Test
    void aSegmentIsTaggedAtOnceToldBeforehandAndUndoneWhereNobodyChangedItSince() {
        int already = person("M0", "gold");
        int lin = person("M1", "gold");
        int wang = person("M2", "gold");
        person("M3", "silver");
        operator.put(path + "/customers/" + already + "/tags/" + vip.id(), "{}");
        String segment = operator.post(path + "/segments", json("{'name':'金','definition':" + GOLD + "}"))
                .json()
                .path("id")
                .asString();
        String wish = json("{'tagId':'" + vip.id() + "','adding':true,'audience':{'segment':'" + segment + "'}}");
        var preview = operator.post(path + "/taggings/preview", wish).json();
        assertThat(preview.path("reached").asInt()).isEqualTo(3);
        assertThat(preview.path("changes").asInt()).isEqualTo(2);
        assertThat(having(vip)).as("a preview changes nothing").containsExactly(already);

        String id = tagged(wish, 3, 2);
        assertThat(having(vip)).containsExactlyInAnyOrder(already, lin, wang);
        // Somebody takes it off and puts it on again: that is theirs now.
        operator.delete(path + "/customers/" + wang + "/tags/" + vip.id());
        operator.put(path + "/customers/" + wang + "/tags/" + vip.id(), "{}");
        assertThat(operator.post(path + "/taggings/" + id + "/undo", "{}").status())
                .isEqualTo(200);
        until(() -> !tagging(id).path("undoneAt").isNull());
        assertThat(having(vip)).containsExactlyInAnyOrder(already, wang);
        assertThat(operator.post(path + "/taggings/" + id + "/undo", "{}").code())
                .isEqualTo("tagging-state");
    }

    @Test
    void aListIsUntaggedAndAnUndoBringsTheTagBackAsItWas() {
        Tag discount = tags.create(brand, vip.groupId(), "折扣", TagKind.NUMBER);
        int lin = person("M1", "gold");
        String rule = rule(discount, "9", GOLD);
        ran(rule, 1, 0);
        String off = json(
                "{'tagId':'" + discount.id() + "','adding':false,'audience':{'filter':{'tag':" + discount.id() + "}}}");
        String id = tagged(off, 1, 1);
        assertThat(having(discount)).isEmpty();
        operator.post(path + "/taggings/" + id + "/undo", "{}");
        until(() -> having(discount).contains(lin));
        assertThat(value(lin)).isEqualTo("9");
        var tag = operator.get(path + "/customers/" + lin + "/tags").json().get(0);
        assertThat(tag.path("origin").asString()).isEqualTo("rule");

        // Another value over the old one, and back.
        String on =
                json("{'tagId':'" + discount.id() + "','adding':true,'value':'7','audience':{'filter':{'q':'M1'}}}");
        String other = tagged(on, 1, 1);
        assertThat(value(lin)).isEqualTo("7");
        operator.post(path + "/taggings/" + other + "/undo", "{}");
        until(() -> value(lin).equals("9"));
        assertThat(operator.post(path + "/taggings", json("{'tagId':'" + vip.id() + "','adding':true,'audience':{}}"))
                        .status())
                .isEqualTo(422);
    }

    private String tagged(String wish, int reached, int changed) {
        Answer started = operator.post(path + "/taggings", wish);
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        String id = started.json().path("id").asString();
        until(() -> !tagging(id).path("doneAt").isNull());
        assertThat(tagging(id).path("reached").asInt()).isEqualTo(reached);
        assertThat(tagging(id).path("changed").asInt()).isEqualTo(changed);
        return id;
    }

    private tools.jackson.databind.JsonNode tagging(String id) {
        return operator.get(path + "/taggings/" + id).json();
    }

    /// Made, and run for the first time.
    private String rule(Tag tag, String value, String definition) {
        Answer made = operator.post(
                path + "/tag-rules",
                json("{'tagId':'" + tag.id() + "','active':true,'value':" + (value == null ? "null" : "'" + value + "'")
                        + ",'definition':" + definition + "}"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String id = made.json().path("id").asString();
        until(() ->
                !operator.get(path + "/tag-rules/" + id).json().path("ranAt").isNull());
        return id;
    }

    private void run(String rule) {
        String job = operator.post(path + "/tag-rules/" + rule + "/run", "{}")
                .json()
                .path("job")
                .asString();
        until(() -> jobs.find(JobId.parse(job)).orElseThrow().state() == JobState.DONE);
    }

    private void ran(String rule, int added, int removed) {
        var shown = operator.get(path + "/tag-rules/" + rule).json();
        assertThat(shown.path("added").asInt()).isEqualTo(added);
        assertThat(shown.path("removed").asInt()).isEqualTo(removed);
    }

    private int person(String member, String level) {
        var written = (EventLog.Appended.Written) log.append(List.of(TestEvents.event(
                        brand,
                        TestEvents.member(member),
                        EventNames.IDENTIFIED,
                        clock.instant(),
                        "{\"level\": \"" + level + "\"}")))
                .getFirst();
        return Objects.requireNonNull(written.customer()).value();
    }

    private Set<Integer> having(Tag tag) {
        return tags.having(brand.id(), tag.id(), null).stream().boxed().collect(Collectors.toSet());
    }

    private String value(int customer) {
        return StreamSupport.stream(
                        operator.get(path + "/customers/" + customer + "/tags")
                                .json()
                                .spliterator(),
                        false)
                .map(tag -> tag.path("value").asString(""))
                .collect(Collectors.joining());
    }

    private static void until(java.util.concurrent.Callable<Boolean> wanted) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(wanted);
    }
}
