package io.waterwheel.journey;

import static io.waterwheel.journey.JourneyStage.DAY;
import static io.waterwheel.journey.JourneyStage.definition;
import static io.waterwheel.journey.JourneyStage.end;
import static io.waterwheel.journey.JourneyStage.node;
import static io.waterwheel.journey.JourneyStage.onEvent;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.touch.Outreach;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Whoever leads the guides sees the tasks of all of them.
@ServerTest
class TeamTaskStories {

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
    void theyAreSeenByGuideAndByHowTheyStand() {
        stage.live(
                "任务",
                definition(
                        onEvent("Cart Updated"),
                        "",
                        node(
                                "a",
                                "{'type':'task','title':'打电话','words':'问好','deadline':{'amount':2,'unit':'days'}}",
                                "{'done':'b','overdue':'b'}"),
                        node("b", DAY, "{'next':'z'}"),
                        end("z")));
        stage.does("u1", "Friend Added", "{'guide':'qian'}");
        stage.does("u2", "Friend Added", "{'guide':'sun'}");
        stage.does("u3", "Friend Added", "{'guide':'sun'}");
        stage.does("u3", "Friend Removed", "{'guide':'sun'}");
        CustomerNo one = stage.does("u1", "Cart Updated", "{}");
        CustomerNo two = stage.does("u2", "Cart Updated", "{}");
        CustomerNo three = stage.does("u3", "Cart Updated", "{}");
        List.of(one, two, three).forEach(customer -> stage.untilAt(customer, "a"));
        assertThat(tasks("open", "qian")).containsExactly(one);
        assertThat(tasks("open", "-")).as("a friend no more").containsExactly(three);
        String id = team("open", "qian").get(0).path("id").asString();
        Browser guide = browsers.signedIn(Role.GUIDE).with("Accept-Language", "en");
        assertThat(guide.post(stage.path("/guide-tasks/" + id + "/done"), Map.of())
                        .status())
                .isEqualTo(204);
        clock.advance(Duration.ofDays(2).plusMinutes(1));
        List.of(two, three).forEach(customer -> stage.untilAt(customer, "b"));
        assertThat(tasks("open", null)).isEmpty();
        assertThat(tasks("late", null)).containsExactlyInAnyOrder(two, three);
        assertThat(tasks("late", "sun")).containsExactly(two);
        assertThat(tasks("done", null)).containsExactly(one);
        JsonNode workloads =
                stage.operator.get(stage.path("/guide-tasks/guides")).json();
        assertThat(workloads).hasSize(3);
        JsonNode sun = StreamSupport.stream(workloads.spliterator(), false)
                .filter(row -> row.path("guide").asString("").equals("sun"))
                .findFirst()
                .orElseThrow();
        assertThat(sun.path("late").asInt()).isEqualTo(1);
        assertThat(sun.path("done").asInt()).isZero();
    }

    @Test
    void aGuideDoesNotLookAtTheOthers() {
        Browser guide = browsers.signedIn(Role.GUIDE).with("Accept-Language", "en");
        assertThat(guide.get(stage.path("/guide-tasks/team")).status()).isEqualTo(403);
        assertThat(guide.get(stage.path("/guide-tasks/guides")).status()).isEqualTo(403);
        assertThat(stage.operator.get(stage.path("/guide-tasks/team?state=x")).code())
                .isEqualTo("invalid");
    }

    private List<CustomerNo> tasks(String state, @Nullable String guide) {
        return team(state, guide).stream()
                .map(task -> new CustomerNo(task.path("customerNo").asInt()))
                .toList();
    }

    /// Page by page, one on each.
    private List<JsonNode> team(String state, @Nullable String guide) {
        List<JsonNode> all = new ArrayList<>();
        String first = "/guide-tasks/team?limit=1&state=" + state + (guide == null ? "" : "&guide=" + guide);
        String next = "";
        do {
            Browser.Answer answer = stage.operator.get(stage.path(first + next));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            answer.json().path("items").forEach(all::add);
            String cursor = answer.json().path("next").asString("");
            next = cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        } while (!next.isEmpty());
        return all;
    }
}
