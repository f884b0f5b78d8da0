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
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Messages to groups: once to each, confirmed or posted by the owner, and people counted once.
@ServerTest
class GroupSendStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Browsers browsers;

    @Autowired
    private TestClock clock;

    private Brand brand;
    private Browser operator;

    /// Two guides; the first owns two groups, which p1 is in both of, the other one.
    @BeforeEach
    void aBrandWithGroups() {
        brand = context.getAutowireCapableBeanFactory()
                .createBean(BroadcastFixture.class)
                .friends(CORP, 2, 6);
        operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "zh-CN");
        group("wrA", "g1", "p1", "p2");
        group("wrB", "g1", "p1", "p3", "p4");
        group("wrC", "g2", "p5");
        sync();
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
    void aMessageGoesOutOnceToEachGroupWhenItsOwnerConfirmsIt() {
        assertThat(operator.get(api("/groups")).json().path("items").toString())
                .contains("\"name\":\"群wrB\"", "\"ownerName\":\"导购1\"", "\"customers\":3");
        String id = send("新茶到店", false, "wrA", "wrB", "wrC");
        until(() -> states(id), states -> states.equals(List.of("created", "created", "created")));
        assertThat(CORP.tasks("waiting")).as("one task for each owner").hasSize(2);
        assertThat(rows(id).toString()).contains("等待群主确认");

        confirm("g1");
        until(() -> get(id), send -> send.path("confirmed").asInt() == 2);
        assertThat(get(id).path("state").asString()).isEqualTo("sending");
        JsonNode reach = operator.get(api("/group-sends/" + id + "/reach")).json();
        assertThat(reach.path("people").asInt()).as("p1 is in both groups").isEqualTo(4);
        assertThat(reach.path("customers").asInt()).isEqualTo(4);

        clock.advance(Duration.ofHours(5));
        assertThat(operator.get(api("/wecom/late")).json().toString())
                .contains("\"kind\":\"group-send\"", "\"guide\":\"g2\"", "\"reason\":\"guide\"", "等待导购处理")
                .doesNotContain("g1");
        CORP.confirmAll();
        clock.advance(Duration.ofMinutes(11));
        until(() -> get(id), send -> send.path("state").asString().equals("done"));
        for (String chat : List.of("wrA", "wrB", "wrC")) {
            assertThat(posts(chat)).as(chat).containsExactly("新茶到店");
        }
    }

    @Test
    void askedForTwiceWithOneKeyItIsSentOnce() {
        Map<String, @Nullable Object> asked = asked("来一次", false, List.of("wrA"));
        String id = operator.post(api("/group-sends"), asked).json().path("id").asString();
        assertThat(operator.post(api("/group-sends"), asked).json().path("id").asString())
                .isEqualTo(id);
        until(() -> states(id), states -> states.equals(List.of("created")));
        assertThat(CORP.tasks("waiting")).hasSize(1);
    }

    @Test
    void anAnswerLostAfterTheWorkWasDoneIsFoundAndACallThatNeverArrivedIsMade() {
        CORP.fault(Map.of("path", "add_msg_template", "kind", "drop-after-work", "times", 1));
        CORP.fault(Map.of("path", "add_msg_template", "kind", "drop-before", "times", 1));
        String id = send("新茶到店", false, "wrA", "wrB", "wrC");
        until(
                () -> CORP.send("GET", "/sim/faults", null),
                faults -> StreamSupport.stream(faults.spliterator(), false)
                        .allMatch(fault -> fault.path("met").asInt() == 1));
        assertThat(states(id)).containsOnly("planned");
        clock.advance(Duration.ofMinutes(3));
        until(() -> states(id), states -> states.equals(List.of("created", "created", "created")));
        CORP.confirmAll();
        until(() -> get(id), send -> send.path("confirmed").asInt() == 3);
        for (String chat : List.of("wrA", "wrB", "wrC")) {
            assertThat(posts(chat)).as(chat).hasSize(1);
        }
    }

    @Test
    void limitsOfThePlatformAreWaitedOutAndSaid() {
        CORP.fault(Map.of("path", "add_msg_template", "kind", "errcode", "errcode", 45033, "times", 1));
        CORP.fault(Map.of("path", "add_msg_template", "kind", "errcode", "errcode", 45009, "times", 1));
        String id = send("新茶到店", false, "wrA");
        until(() -> rows(id), rows -> rows.toString().contains("45033"));
        clock.advance(Duration.ofSeconds(15));
        until(() -> rows(id), rows -> rows.toString().contains("45009"));
        clock.advance(Duration.ofSeconds(15));
        until(() -> states(id), states -> states.equals(List.of("created")));
        CORP.confirmAll();
        until(() -> get(id), send -> send.path("confirmed").asInt() == 1);
        assertThat(posts("wrA")).hasSize(1);
    }

    @Test
    void aGroupWhoseOwnerHasLeftIsToldWithTheRemedy() {
        String before = send("还在", false, "wrC");
        until(() -> states(before), states -> states.equals(List.of("created")));
        CORP.send("DELETE", "/sim/guides/g2", null);
        clock.advance(Duration.ofMinutes(1));
        until(() -> states(before), states -> states.equals(List.of("failed")));
        assertThat(rows(before).toString()).contains("owner-left", "请先把群转给在职导购");

        sync();
        String after = send("已走", false, "wrA", "wrC");
        until(() -> states(after), states -> states.equals(List.of("created", "failed")));
    }

    @Test
    void aGroupThatIsGoneOrHasHadEnoughThisMonthFailsWithItsReason() {
        String id = send("新茶到店", false, "wrA", "wrB");
        until(() -> states(id), states -> states.equals(List.of("created", "created")));
        CORP.send("DELETE", "/sim/groups/wrB", null);
        CORP.confirmAll();
        until(() -> get(id), send -> send.path("state").asString().equals("done"));
        assertThat(states(id)).containsExactly("confirmed", "failed");
        assertThat(rows(id).toString()).contains("not-there");
        sync();
        assertThat(operator.get(api("/groups")).json().path("items").toString()).doesNotContain("wrB");
    }

    @Test
    void cancelledItIsTakenBackWhereNobodyHasConfirmed() {
        String id = send("算了", false, "wrA", "wrC");
        until(() -> states(id), states -> states.equals(List.of("created", "created")));
        confirm("g1");
        operator.post(api("/group-sends/" + id + "/cancel"), Map.of());
        until(() -> states(id), states -> states.equals(List.of("confirmed", "cancelled")));
        assertThat(CORP.confirmAll()).isZero();
        assertThat(posts("wrC")).isEmpty();
        assertThat(operator.post(api("/group-sends/" + id + "/cancel"), Map.of())
                        .code())
                .isEqualTo("group-send-over");
    }

    @Test
    void byHandTheOwnerPostsItFromATaskAndMarksItDone() {
        String id = send("群里说一声", true, "wrA", "wrB", "wrC");
        until(() -> states(id), states -> states.equals(List.of("created", "created", "created")));
        assertThat(CORP.tasks("waiting")).isEmpty();
        JsonNode mine = operator.get(api("/hand-tasks/open?guide=g1")).json().path("items");
        assertThat(mine.size()).isEqualTo(2);
        assertThat(mine.get(0).path("kind").asString()).isEqualTo("post");
        assertThat(mine.get(0).path("name").asString()).isEqualTo("群wrA");
        assertThat(mine.get(0).path("words").asString()).isEqualTo("群里说一声");
        finish(mine.get(0), "sent");
        finish(mine.get(1), "declined");
        until(() -> states(id), states -> states.equals(List.of("confirmed", "failed", "created")));
        assertThat(operator.get(api("/group-sends/" + id + "/reach"))
                        .json()
                        .path("people")
                        .asInt())
                .isEqualTo(2);
        clock.advance(Duration.ofDays(4));
        until(() -> states(id), states -> states.equals(List.of("confirmed", "failed", "failed")));
        assertThat(rows(id).toString()).contains("declined", "not-written");
    }

    @Test
    void whatIsAskedForIsChecked() {
        assertThat(operator.post(api("/group-sends"), asked("您好", false, List.of("nowhere")))
                        .json()
                        .toString())
                .contains("/chats", "unknown");
        assertThat(operator.post(api("/group-sends"), asked("水".repeat(1_334), false, List.of("wrA")))
                        .json()
                        .toString())
                .contains("/words", "bytes");
        operator.put(api("/sensitive-words"), Map.of("words", List.of("最佳")));
        assertThat(operator.post(api("/group-sends"), asked("最佳好茶", false, List.of("wrA")))
                        .json()
                        .toString())
                .contains("sensitive-word");
        assertThat(browsers.signedIn(Role.GUIDE).get(api("/group-sends")).status())
                .isEqualTo(403);
        assertThat(browsers.open().get(api("/groups")).status()).isEqualTo(401);
    }

    private String api(String path) {
        return "/api/brands/" + brand.key() + path;
    }

    private void group(String chat, String owner, String... people) {
        CORP.send("PUT", "/sim/groups/" + chat, Map.of("name", "群" + chat, "owner", owner, "people", people));
    }

    private void sync() {
        String job =
                operator.post(api("/groups/sync"), Map.of()).json().path("id").asString();
        until(
                () -> operator.get("/api/jobs/" + job).json().path("state").asString(),
                state -> List.of("done", "failed").contains(state));
    }

    private Map<String, @Nullable Object> asked(String words, boolean byHand, List<String> chats) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("key", "k" + System.nanoTime());
        asked.put("name", "群发");
        asked.put("words", words);
        asked.put("byHand", byHand);
        asked.put("chats", chats);
        asked.put("startAt", null);
        return asked;
    }

    private String send(String words, boolean byHand, String... chats) {
        Browser.Answer made = operator.post(api("/group-sends"), asked(words, byHand, List.of(chats)));
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        return made.json().path("id").asString();
    }

    private JsonNode get(String id) {
        return operator.get(api("/group-sends/" + id)).json();
    }

    private JsonNode rows(String id) {
        return operator.get(api("/group-sends/" + id + "/groups")).json().path("items");
    }

    private List<String> states(String id) {
        return rows(id).valueStream().map(row -> row.path("state").asString()).toList();
    }

    private static List<String> posts(String chat) {
        return CORP.send("GET", "/sim/groups/" + chat, null)
                .path("posts")
                .valueStream()
                .map(post -> post.path("text").asString())
                .toList();
    }

    private static void confirm(String guide) {
        for (JsonNode task : CORP.send("GET", "/sim/guides/" + guide, null).path("tasks")) {
            CORP.send(
                    "POST",
                    "/sim/guides/" + guide + "/tasks/" + task.path("msgid").asString() + "/confirm",
                    Map.of());
        }
    }

    private void finish(JsonNode task, String result) {
        Browser.Answer done =
                operator.post(api("/hand-tasks/" + task.path("id").asString() + "/result"), Map.of("result", result));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
    }
}
