package io.waterwheel.touch;

import static io.waterwheel.touch.BroadcastFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
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
import tools.jackson.databind.node.ArrayNode;

/// Moments: made once, published by guides, and who has not is told.
@ServerTest
class MomentStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Browsers browsers;

    @Autowired
    private TestClock clock;

    private BroadcastFixture fixture;
    private Brand brand;
    private Browser operator;

    /// Two guides with three friends each.
    @BeforeEach
    void aBrand() {
        fixture = context.getAutowireCapableBeanFactory().createBean(BroadcastFixture.class);
        brand = fixture.friends(CORP, 2, 6);
        operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "zh-CN");
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
    void everyGuidePublishesItAndWhoHasNotIsTold() {
        Map<String, @Nullable Object> asked = asked("春茶上市", List.of());
        String id = create(asked);
        assertThat(create(asked)).as("the same key").isEqualTo(id);
        until(() -> states(id), states -> states.equals(List.of("created", "created")));
        assertThat(made()).hasSize(1);

        publish("g1");
        JsonNode moment = until(() -> get(id), found -> found.path("people").asInt() == 3);
        assertThat(moment.path("published").asInt()).isEqualTo(1);
        assertThat(moment.path("state").asString()).isEqualTo("sending");
        assertThat(guides(id).toString()).contains("等待导购发表");

        clock.advance(Duration.ofHours(5));
        JsonNode late = operator.get(api("/wecom/late")).json();
        assertThat(late.toString()).contains("\"kind\":\"moment\"", "\"reason\":\"guide\"", "等待导购处理");

        clock.advance(Duration.ofDays(3));
        until(() -> states(id), states -> states.equals(List.of("published", "failed")));
        assertThat(guides(id).toString()).contains("not-published");
        assertThat(made().getFirst().path("cancelled").asBoolean()).isTrue();
        assertThat(operator.get(api("/wecom/late")).json().isEmpty()).isTrue();
    }

    @Test
    void aFriendOfTwoGuidesWhoCanSeeItTwiceCountsOnce() {
        // p1 is the friend of g2 already.
        JsonNode world = CORP.send("GET", "/sim/world", null);
        ((ArrayNode) world.at("/people/0/follow"))
                .addObject()
                .put("userid", "g1")
                .put("createtime", clock.instant().getEpochSecond())
                .put("add_way", 1);
        CORP.send("PUT", "/sim/world", world);
        String id = create(asked("春茶上市", List.of("g1", "g2")));
        until(() -> states(id), states -> states.equals(List.of("created", "created")));
        publish("g1");
        publish("g2");
        assertThat(until(() -> get(id), found -> found.path("state").asString().equals("done"))
                        .path("people")
                        .asInt())
                .isEqualTo(6);
        assertThat(CORP.deliveries("moment").get("p1")).isEqualTo(2);
    }

    @Test
    void onlyCustomersWithOneOfTheTagsCanSeeIt() {
        String tag = CORP.send(
                        "POST", "/sim/tags", Map.of("change", "create", "group", "兴趣", "name", "乌龙", "silent", true))
                .path("id")
                .asString();
        CORP.send(
                "POST",
                "/sim/guides/g1/tags",
                Map.of("external_userid", SimulatedCorp.external(brand, 2), "add", List.of(tag), "silent", true));
        fixture.sync(brand);
        Map<String, @Nullable Object> asked = asked("乌龙到店", List.of("g1"));
        asked.put("tags", List.of(tagNamed("乌龙")));
        String id = create(asked);
        until(() -> states(id), states -> states.equals(List.of("created")));
        publish("g1");
        assertThat(until(() -> get(id), found -> found.path("state").asString().equals("done"))
                        .path("people")
                        .asInt())
                .isEqualTo(1);
        assertThat(CORP.deliveries("moment")).containsExactly(Map.entry("p2", 1));
        asked.put("key", "other");
        asked.put("tags", List.of("999999999"));
        assertThat(operator.post(api("/moments"), asked).json().toString()).contains("/tags", "没有同步到企业微信");
    }

    private String tagNamed(String name) {
        for (JsonNode group : operator.get(api("/tag-groups")).json()) {
            for (JsonNode tag : group.path("tags")) {
                if (tag.path("name").asString().equals(name)) {
                    return tag.path("id").asString();
                }
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void anAnswerLostAfterTheWorkWasDoneIsFoundAndACallThatNeverArrivedIsMade() {
        CORP.fault(Map.of("path", "add_moment_task", "kind", "drop-after-work", "times", 1));
        String found = create(asked("答案丢了", List.of("g1")));
        until(() -> why(found), why -> !why.isEmpty());
        CORP.fault(Map.of("path", "add_moment_task", "kind", "drop-before", "times", 1));
        String again = create(asked("没有送到", List.of("g2")));
        until(() -> why(again), why -> !why.isEmpty());
        assertThat(made()).hasSize(1);
        clock.advance(Duration.ofMinutes(4));
        until(() -> states(found), states -> states.equals(List.of("created")));
        until(() -> states(again), states -> states.equals(List.of("created")));
        assertThat(made()).hasSize(2);
    }

    @Test
    void limitsOfThePlatformAreWaitedOutAndSaid() {
        CORP.fault(Map.of("path", "add_moment_task", "kind", "errcode", "errcode", 45009, "times", 1));
        String id = create(asked("春茶上市", List.of("g1")));
        until(() -> why(id), why -> why.contains("45009"));
        clock.advance(Duration.ofSeconds(15));
        until(() -> states(id), states -> states.equals(List.of("created")));
        for (int i = 1; i <= 10; i++) {
            create(asked("第" + i + "条", List.of("g1")));
        }
        until(
                () -> operator.get(api("/moments")).json().path("items"),
                items -> items.toString().contains("每分钟"));
        assertThat(made())
                .as("not one more than ten in a minute is even asked for")
                .hasSize(10);
    }

    @Test
    void aGuideWhoHasLeftIsNotAskedAndAWrongRequestIsRefused() {
        CORP.send("DELETE", "/sim/guides/g2", null);
        String gone = create(asked("春茶上市", List.of("g1", "g2")));
        until(() -> states(gone), states -> states.equals(List.of("created", "failed")));
        assertThat(guides(gone).toString()).contains("refused");
        fixture.sync(brand);
        String left = create(asked("春茶上市", List.of("g1", "g2")));
        until(() -> states(left), states -> states.equals(List.of("created", "failed")));
        assertThat(guides(left).toString()).contains("guide-left", "导购已离职");

        assertThat(operator.post(api("/moments"), asked("水".repeat(2_001), List.of("nobody")))
                        .json()
                        .toString())
                .contains("/words", "/guides");
        assertThat(browsers.signedIn(Role.GUIDE).get(api("/moments")).status()).isEqualTo(403);
        operator.post(api("/moments/" + left + "/cancel"), Map.of());
        until(() -> states(left), states -> states.equals(List.of("cancelled", "failed")));
        assertThat(operator.post(api("/moments/" + left + "/cancel"), Map.of()).code())
                .isEqualTo("moment-over");
    }

    private String api(String path) {
        return "/api/brands/" + brand.key() + path;
    }

    private Map<String, @Nullable Object> asked(String words, List<String> guides) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("key", "k" + System.nanoTime());
        asked.put("name", "朋友圈");
        asked.put("words", words);
        asked.put("guides", guides);
        asked.put("tags", List.of());
        asked.put("startAt", null);
        return asked;
    }

    private String create(Map<String, @Nullable Object> asked) {
        Browser.Answer made = operator.post(api("/moments"), asked);
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        return made.json().path("id").asString();
    }

    private JsonNode get(String id) {
        return operator.get(api("/moments/" + id)).json();
    }

    private String why(String id) {
        return get(id).path("why").asString("");
    }

    private JsonNode guides(String id) {
        return operator.get(api("/moments/" + id + "/guides")).json().path("items");
    }

    private List<String> states(String id) {
        return guides(id).valueStream().map(row -> row.path("state").asString()).toList();
    }

    private List<JsonNode> made() {
        return CORP.send("GET", "/sim/moments", null).valueStream().toList();
    }

    private void publish(String guide) {
        String moment = made().getLast().path("momentId").asString();
        CORP.send("POST", "/sim/guides/" + guide + "/moments/" + moment + "/publish", Map.of());
    }
}
