package io.waterwheel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.touch.MessageRequest;
import io.waterwheel.touch.Outreach;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// A brand with an operator, and journeys as tests write them, with single quotes.
public final class JourneyStage {

    public static final Duration PATIENCE = Duration.ofSeconds(20);
    public static final String DAY = "{'type':'delay','span':{'amount':1,'unit':'days'}}";

    public final Brand brand;
    public final Browser operator;
    private final EventLog log;
    private final TestClock clock;
    private final AskedMessages messages;
    private final Outreach outreach;

    public JourneyStage(
            TestBrands brands,
            Browsers browsers,
            EventLog log,
            TestClock clock,
            AskedMessages messages,
            Outreach outreach) {
        this(brands.chinese(), browsers, log, clock, messages, outreach);
    }

    public JourneyStage(
            Brand brand, Browsers browsers, EventLog log, TestClock clock, AskedMessages messages, Outreach outreach) {
        this.brand = brand;
        this.operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        this.log = log;
        this.clock = clock;
        this.messages = messages;
        this.outreach = outreach;
        messages.standInFor(brand);
    }

    public String path(String path) {
        return "/api/brands/" + brand.key() + path;
    }

    /// A saved template's id.
    public String template(String name) {
        return Long.toString(outreach.write(brand, name, ChannelKind.EMAIL, name, "你好 {{ customer.name }}", null));
    }

    public static String node(String id, String step, String exits) {
        return "{'id':'" + id + "','step':" + step + ",'exits':" + exits + "}";
    }

    public static String end(String id) {
        return node(id, "{'type':'exit'}", "{}");
    }

    public static String message(String template) {
        return "{'type':'message','template':'" + template + "','purpose':'marketing'}";
    }

    public static String until(String event) {
        return "{'type':'untilEvent','event':{'event':'" + event + "'},'timeout':{'amount':3,'unit':'days'}}";
    }

    public static String onEvent(String event) {
        return "{'type':'event','event':{'event':'" + event + "'}}";
    }

    /// @param more goal and rules, each with a comma before it
    public static String definition(String trigger, String more, String... nodes) {
        return "{'trigger':" + trigger + ",'start':'a','nodes':[" + String.join(",", nodes) + "]" + more + "}";
    }

    public Browser.Answer save(String name, String definition) {
        return operator.post(
                path("/journeys"), Browser.json("{'name':'" + name + "','definition':" + definition + "}"));
    }

    /// A journey people come into; its id.
    public String live(String name, String definition) {
        Browser.Answer saved = save(name, definition);
        assertThat(saved.status()).as(saved.text()).isEqualTo(201);
        String id = saved.json().path("id").asString();
        publish(id);
        return id;
    }

    public void publish(String id) {
        Browser.Answer published = operator.post(path("/journeys/" + id + "/publish"), Map.of());
        assertThat(published.status()).as(published.text()).isEqualTo(200);
    }

    public void change(String id, String name, String definition) {
        Browser.Answer changed = operator.put(
                path("/journeys/" + id), Browser.json("{'name':'" + name + "','definition':" + definition + "}"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }

    public Browser.Answer does(String id, String step) {
        return operator.post(path("/journeys/" + id + "/" + step), Map.of());
    }

    /// A member does something.
    public CustomerNo happens(String member, String event, String properties) {
        var written = log.append(List.of(
                TestEvents.event(brand, TestEvents.member(member), event, clock.instant(), Browser.json(properties))));
        return Objects.requireNonNull(((EventLog.Appended.Written) written.getFirst()).customer());
    }

    public CustomerNo happens(String member, String event) {
        return happens(member, event, "{}");
    }

    /// Somebody who is known by a mail address opens the app.
    public CustomerNo opens(String user) {
        return does(user, "App Opened", "{}");
    }

    public CustomerNo does(String user, String event, String properties) {
        var written = log.append(List.of(TestEvents.event(
                brand, TestEvents.identified(address(user)), event, clock.instant(), Browser.json(properties))));
        return Objects.requireNonNull(((EventLog.Appended.Written) written.getFirst()).customer());
    }

    private Identifier address(String user) {
        return new Identifier(IdentifierKind.EMAIL, user + "." + brand.key() + "@mail.cn");
    }

    /// Two addresses turn out to be one person's.
    public void samePerson(String one, String other) {
        log.append(List.of(TestEvents.event(
                brand, TestEvents.identified(address(one), address(other)), "Signed In", clock.instant(), "{}")));
    }

    public List<JsonNode> runs(CustomerNo customer) {
        JsonNode runs =
                operator.get(path("/customers/" + customer + "/journeys")).json();
        return StreamSupport.stream(runs.spliterator(), false).toList();
    }

    public JsonNode run(CustomerNo customer) {
        List<JsonNode> runs = runs(customer);
        assertThat(runs).hasSize(1);
        return runs.getFirst();
    }

    public JsonNode untilAt(CustomerNo customer, String node) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(runs(customer))
                        .anyMatch(run -> run.path("node").asString().equals(node)
                                && !run.path("waiting").asString().equals("nothing")));
        return runs(customer).getFirst();
    }

    public JsonNode untilEnded(CustomerNo customer) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(runs(customer))
                        .anyMatch(run -> run.path("state").asString().equals("ended")));
        return runs(customer).stream()
                .filter(run -> run.path("state").asString().equals("ended"))
                .findFirst()
                .orElseThrow();
    }

    /// The way somebody went: `hello sent, wait next, end`.
    public static String way(JsonNode run) {
        StringBuilder way = new StringBuilder();
        for (JsonNode passed : run.path("path")) {
            way.append(way.isEmpty() ? "" : ", ").append(passed.path("node").asString());
            if (passed.path("exit").isString()) {
                way.append(' ').append(passed.path("exit").asString());
            }
        }
        return way.toString();
    }

    public MessageRequest untilAsked(CustomerNo customer) {
        await().atMost(PATIENCE).until(() -> asked(customer).size() >= 1);
        return asked(customer).getLast();
    }

    public List<MessageRequest> asked(CustomerNo customer) {
        return messages.of(brand).stream()
                .filter(request -> request.customer().equals(customer))
                .toList();
    }

    public List<String> timeline(CustomerNo customer) {
        JsonNode items = operator.get(path("/customers/" + customer + "/timeline"))
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("name").asString())
                .toList();
    }

    public void untilTold(CustomerNo customer, String event) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(timeline(customer)).contains(event));
    }

    public JsonNode counts(String journey) {
        return operator.get(path("/journeys/" + journey + "/counts")).json();
    }
}
