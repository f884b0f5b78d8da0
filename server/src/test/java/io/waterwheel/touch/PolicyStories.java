package io.waterwheel.touch;

import static io.waterwheel.touch.BroadcastFixture.email;
import static io.waterwheel.touch.BroadcastFixture.until;
import static io.waterwheel.touch.BroadcastFixture.wecom;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.segment.ListId;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.list.CustomerLists;
import io.waterwheel.segment.list.ListState;
import io.waterwheel.segment.saved.SavedSegments;
import io.waterwheel.segment.saved.SegmentDraft;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestClock;
import io.waterwheel.touch.MessagesSettled.Settled;
import io.waterwheel.touch.broadcast.BroadcastControl;
import io.waterwheel.touch.broadcast.BroadcastPlan;
import io.waterwheel.touch.broadcast.BroadcastState;
import io.waterwheel.touch.broadcast.NewBroadcast;
import io.waterwheel.touch.broadcast.RecipientRow;
import io.waterwheel.touch.broadcast.Suppression;
import io.waterwheel.touch.email.MailAccounts;
import io.waterwheel.touch.policy.Cap;
import io.waterwheel.touch.policy.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Who may be written to: one policy over all channels, broadcasts and single messages, with the reason told to
/// whoever asks.
@ServerTest
class PolicyStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private BroadcastControl control;

    @Autowired
    private SavedSegments segments;

    @Autowired
    private CustomerLists lists;

    @Autowired
    private MailAccounts mail;

    @Autowired
    private Browsers browsers;

    @Autowired
    private TestClock clock;

    private BroadcastFixture brands;
    private MessageFixture messages;
    private Browser operator;

    @BeforeEach
    void fixtures() {
        brands = context.getAutowireCapableBeanFactory().createBean(BroadcastFixture.class);
        messages = context.getAutowireCapableBeanFactory().createBean(MessageFixture.class);
        operator = browsers.signedIn(Role.OPERATOR);
    }

    @AfterEach
    void nothingIsLeft() {
        messages.close();
        clock.reset();
        CORP.noFaults();
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    @Test
    void aCapCountsBroadcastsAndMessagesOverAllChannelsAndTheLargerPriorityTakesTheRoom() {
        Brand brand = brands.friends(CORP, 1, 1);
        mail.change(brand, brands.mailOf(CORP));
        CustomerNo customer = messages.both(brand, 1);
        messages.policy(
                brand,
                policy -> new Policy(
                        2, 7, "00:00", "00:00", List.of(new Cap(ChannelKind.EMAIL, null, 1, 30)), 0, List.of()));
        long mailText = messages.template(brand, email("信", null));
        long chat = messages.template(brand, wecom("你好 {{ guide.name }}", null));
        String key = "j/" + brand.key() + "/";

        // One mail in thirty days: the larger priority goes, though it was asked for later.
        messages.ask(
                brand, priority(key + "low", customer, mailText, 3), priority(key + "high", customer, mailText, 8));
        assertThat(messages.settled(key + "high").state()).isEqualTo(MessageState.SENT);
        assertThat(messages.settled(key + "low"))
                .isEqualTo(new Settled(key + "low", customer, MessageState.SUPPRESSED, "frequency-cap"));

        // Two of marketing in seven days, whatever the channel: a broadcast by the guide is the second.
        BroadcastId broadcast = brands.planned(brand, wecom("群发 {{ guide.name }}", null));
        assertThat(brands.sendOut(brand, broadcast).progress())
                .satisfies(progress ->
                        assertThat(Objects.requireNonNull(progress).sent()).isEqualTo(1));
        messages.ask(brand, messages.request(key + "chat", customer, chat));
        assertThat(messages.settled(key + "chat").reason()).isEqualTo("frequency-cap");

        // Service is another purpose, and the cap of seven days does not hold for it.
        messages.ask(brand, new MessageRequest(key + "service", customer, chat, Purpose.SERVICE, Map.of(), 5, null));
        assertThat(messages.settled(key + "service").state()).isEqualTo(MessageState.SENT);

        clock.advance(Duration.ofDays(8));
        messages.ask(brand, messages.request(key + "later", customer, chat));
        assertThat(messages.settled(key + "later").state()).isEqualTo(MessageState.SENT);
    }

    private MessageRequest priority(String key, CustomerNo customer, long template, int priority) {
        return new MessageRequest(key, customer, template, Purpose.MARKETING, Map.of(), priority, null);
    }

    @Test
    void aPlanOfLargerPriorityTakesTheRoomOfOneThatWasPlannedBefore() {
        Brand brand = brands.readers(CORP, 4);
        messages.policy(brand, policy -> new Policy(1, 7, "00:00", "00:00"));
        BroadcastId usual = broadcast(brand, null);
        assertThat(plan(brand, usual).recipients()).isEqualTo(4);
        BroadcastId small = broadcast(brand, 2);
        assertThat(plan(brand, small).suppressed()).containsExactly(new Suppression("frequency-cap", 4));
        BroadcastId large = broadcast(brand, 9);
        assertThat(plan(brand, large).recipients()).isEqualTo(4);

        brands.sendOut(brand, usual);
        assertThat(brands.recipients(brand, usual, "cancelled"))
                .extracting(RecipientRow::reason)
                .containsExactly("frequency-cap", "frequency-cap", "frequency-cap", "frequency-cap");
        assertThat(brands.sendOut(brand, large).progress())
                .satisfies(progress ->
                        assertThat(Objects.requireNonNull(progress).sent()).isEqualTo(4));
        assertThat(CORP.deliveries("email"))
                .hasSize(4)
                .allSatisfy((person, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void theControlGroupIsTheSamePeopleForEverAndGetsServiceStill() {
        Brand brand = brands.readers(CORP, 60);
        messages.policy(brand, policy -> new Policy(9, 7, "00:00", "00:00", List.of(), 20, List.of()));
        BroadcastId first = broadcast(brand, null);
        plan(brand, first);
        BroadcastId second = broadcast(brand, null);
        plan(brand, second);
        List<CustomerNo> group = suppressed(brand, first);

        assertThat(group).hasSizeBetween(3, 25).isEqualTo(suppressed(brand, second));
        assertThat(brands.recipients(brand, first, "suppressed"))
                .extracting(RecipientRow::reason)
                .containsOnly("control-group");
        // A smaller share lies inside.
        messages.policy(brand, policy -> new Policy(9, 7, "00:00", "00:00", List.of(), 10, List.of()));
        BroadcastId third = broadcast(brand, null);
        plan(brand, third);
        assertThat(group).containsAll(suppressed(brand, third));

        long template = messages.template(brand, email("发货了", null));
        String key = "order/" + brand.key();
        messages.policy(brand, policy -> new Policy(9, 7, "00:00", "00:00", List.of(), 20, List.of()));
        messages.ask(
                brand,
                new MessageRequest(key, group.getFirst(), template, Purpose.SERVICE, Map.of(), 5, null),
                messages.request(key + "/ad", group.getFirst(), template));
        assertThat(messages.settled(key).state()).isEqualTo(MessageState.SENT);
        assertThat(messages.settled(key + "/ad").reason()).isEqualTo("control-group");
    }

    @Test
    void whoIsOnASuppressionListIsNotWrittenToByItsChannelAndTheListStays() {
        Brand brand = brands.friends(CORP, 1, 2);
        mail.change(brand, brands.mailOf(CORP));
        CustomerNo listed = messages.both(brand, 1);
        ListId list = everybody(brand);
        assertThat(operator.put(
                                api(brand, "/policy"),
                                Map.of(
                                        "capPerCustomer",
                                        9,
                                        "capDays",
                                        7,
                                        "quietFrom",
                                        "00:00",
                                        "quietTo",
                                        "00:00",
                                        "suppressionLists",
                                        List.of(Map.of("list", list.toString(), "channel", "email"))))
                        .status())
                .isEqualTo(200);
        String key = "j/" + brand.key();
        messages.ask(
                brand,
                messages.request(key + "/mail", listed, messages.template(brand, email("信", null))),
                messages.request(key + "/chat", listed, messages.template(brand, wecom("你好", null))));

        assertThat(messages.settled(key + "/mail").reason()).isEqualTo("suppression-list");
        assertThat(messages.settled(key + "/chat").state()).isEqualTo(MessageState.SENT);
        Browser.Answer refused = operator.delete(api(brand, "/lists/" + list));
        assertThat(refused.code()).isEqualTo("customer-list-in-use");
    }

    @Test
    void whatThePlatformAllowsInAMonthIsKeptAndTheNextMonthIsANewOne() {
        Brand brand = brands.friends(CORP, 1, 1);
        CustomerNo customer = messages.friend(brand, 1);
        messages.policy(brand, policy -> new Policy(9, 7, "00:00", "00:00"));
        long template = messages.template(brand, wecom("你好 {{ guide.name }}", null));
        MessageRequest[] requests = new MessageRequest[5];
        for (int i = 0; i < 5; i++) {
            requests[i] = messages.request("j/" + i + "/" + brand.key(), customer, template);
        }
        messages.ask(brand, requests);

        for (int i = 0; i < 4; i++) {
            assertThat(messages.settled(requests[i].key()).state()).isEqualTo(MessageState.SENT);
        }
        assertThat(messages.settled(requests[4].key()).reason()).isEqualTo("platform-quota");
        clock.advance(Duration.ofDays(32));
        messages.ask(brand, messages.request("j/next/" + brand.key(), customer, template));
        assertThat(messages.settled("j/next/" + brand.key()).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void aBroadcastWaitsForThoseForWhomItIsNight() {
        Brand brand = brands.readers(CORP, 3);
        messages.livesIn(brand, 1, "Pacific/Auckland");
        messages.nightIn(brand, "Pacific/Auckland");
        BroadcastId id = broadcast(brand, null);
        plan(brand, id);
        brands.start(brand, id);

        until(() -> brands.progress(brand, id), progress -> progress.sent() == 2);
        JsonNode line = until(
                () -> trail(brand, messages.reader(brand, 1), "en", "").at("/items/0"),
                found -> found.path("reason").asString("").equals("quiet-hours"));
        assertThat(line.path("state").asString()).isEqualTo("pending");
        assertThat(line.path("waitsUntil").isNull()).isFalse();
        clock.advance(Duration.ofMinutes(90));
        brands.await(brand, id, BroadcastState.DONE);
        assertThat(brands.progress(brand, id).sent()).isEqualTo(3);
    }

    @Test
    void whyDidSheNotGetItIsAnsweredForBroadcastsAndMessagesInBothLanguages() {
        Brand brand = brands.readers(CORP, 3);
        CustomerNo reader = messages.reader(brand, 1);
        BroadcastId got = broadcast(brand, null);
        plan(brand, got);
        brands.sendOut(brand, got);
        messages.policy(brand, policy -> new Policy(1, 7, "00:00", "00:00"));
        BroadcastId capped = broadcast(brand, null);
        plan(brand, capped);
        messages.leave(brand, 1);
        String key = "journey/9/" + brand.key();
        messages.ask(brand, messages.request(key, reader, messages.template(brand, email("信", null))));
        messages.settled(key);

        JsonNode trail = trail(brand, reader, "en", "");
        assertThat(states(trail)).containsExactly("suppressed", "suppressed", "delivered");
        assertThat(trail.at("/items/0/id").asString()).isEqualTo(key);
        assertThat(trail.at("/items/0/words").asString()).isEqualTo("did not agree to it, or took the consent back");
        assertThat(trail.at("/items/1/id").asString()).isEqualTo(capped.toString());
        assertThat(trail.at("/items/1/words").asString()).isEqualTo("has had as many messages as the policy allows");
        assertThat(trail(brand, reader, "zh-CN", "").at("/items/1/words").asString())
                .isEqualTo("近期收到的消息已达上限");

        // Page by page it is the same, and nothing comes twice.
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = trail(brand, reader, "en", "?limit=1" + cursor);
            page.path("items").forEach(one -> paged.add(one.path("id").asString()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        assertThat(paged).containsExactly(key, capped.toString(), got.toString());

        assertThat(browsers.signedIn(Role.GUIDE)
                        .get(api(brand, "/customers/" + reader + "/messages"))
                        .status())
                .isEqualTo(403);
        assertThat(operator.get(api(brand, "/customers/" + reader + "/messages?cursor=nonsense"))
                        .code())
                .isEqualTo("bad-cursor");
    }

    @Test
    void thePolicyIsCheckedAndWhatAnOlderProgramDoesNotKnowStays() {
        Brand brand = brands.brand();
        Map<String, Object> whole = new HashMap<>(Map.of(
                "capPerCustomer", 2, "capDays", 30, "quietFrom", "22:00", "quietTo", "08:00", "controlPercent", 5));
        whole.put("caps", List.of(Map.of("channel", "email", "purpose", "marketing", "most", 2, "days", 30)));
        assertThat(operator.put(api(brand, "/policy"), whole).status()).isEqualTo(200);
        whole.keySet().removeAll(List.of("caps", "controlPercent"));
        assertThat(operator.put(api(brand, "/policy"), whole).status()).isEqualTo(200);
        JsonNode kept = operator.get(api(brand, "/policy")).json();
        assertThat(kept.at("/caps/0/most").asInt()).isEqualTo(2);
        assertThat(kept.path("controlPercent").asDouble()).isEqualTo(5);

        whole.put("controlPercent", 50);
        whole.put("caps", List.of(Map.of("most", 0, "days", 400)));
        assertThat(operator.put(api(brand, "/policy"), whole).json().path("errors"))
                .extracting(error -> error.path("pointer").asString())
                .containsExactlyInAnyOrder("/caps/0/most", "/caps/0/days", "/controlPercent");
        whole.remove("controlPercent");
        whole.remove("caps");
        whole.put("suppressionLists", List.of(Map.of("list", "999999999")));
        assertThat(operator.put(api(brand, "/policy"), whole).code()).isEqualTo("not-found");
        assertThat(operator.get(api(brand, "/policy/quotas"))
                        .json()
                        .at("/wecom/customerMonth")
                        .asInt())
                .isEqualTo(4);
    }

    private ListId everybody(Brand brand) {
        SegmentId segment = segment(brand);
        ListId list = lists.snapshot(brand, "禁发 " + brand.key(), segment).id();
        until(() -> lists.get(brand, list).state(), ListState.READY::equals);
        return list;
    }

    private SegmentId segment(Brand brand) {
        var everyone = new AttributeCondition("firstSeenAt", Operator.EXISTS, List.of());
        return segments.create(brand, new SegmentDraft("所有人 " + System.nanoTime(), null, everyone))
                .id();
    }

    private BroadcastId broadcast(Brand brand, @Nullable Integer priority) {
        return control.create(
                brand,
                new NewBroadcast(
                        "群发",
                        segment(brand).toString(),
                        Long.toString(messages.template(brand, email("你好", null))),
                        Purpose.MARKETING,
                        0,
                        7,
                        priority));
    }

    private BroadcastPlan plan(Brand brand, BroadcastId id) {
        return Objects.requireNonNull(brands.plan(brand, id).plan());
    }

    private List<CustomerNo> suppressed(Brand brand, BroadcastId id) {
        return brands.recipients(brand, id, "suppressed").stream()
                .map(RecipientRow::customerNo)
                .toList();
    }

    private JsonNode trail(Brand brand, CustomerNo customer, String language, String query) {
        return operator.with("Accept-Language", language)
                .get(api(brand, "/customers/" + customer + "/messages" + query))
                .json();
    }

    private static List<String> states(JsonNode trail) {
        List<String> states = new ArrayList<>();
        trail.path("items").forEach(one -> states.add(one.path("state").asString()));
        return states;
    }

    private static String api(Brand brand, String path) {
        return "/api/brands/" + brand.key() + path;
    }
}
