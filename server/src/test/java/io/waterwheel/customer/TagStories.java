package io.waterwheel.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@ServerTest
class TagStories {

    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");

    @Autowired
    private EventLog log;

    @Autowired
    private Tags tags;

    /// Tags' own part of a merge.
    @Autowired
    @Qualifier("tagsOfCustomers")
    private CustomerState state;

    @Autowired
    private DSLContext database;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    private Brand brand;
    private Browser operator;
    private String path;

    @BeforeEach
    void aBrandAndItsOperator() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        path = "/api/brands/" + brand.key();
    }

    @Test
    void aTagIsPutOnTakenOffAndToldOnTheTimeline() {
        Tag tea = tag("偏好", "绿茶");
        CustomerNo lin = customer("M1");
        assertThat(put(lin, tea, null).status()).isEqualTo(204);
        assertThat(put(lin, tea, null).status()).as("again changes nothing").isEqualTo(204);
        var has = operator.get(path + "/customers/" + lin + "/tags").json();
        assertThat(has).hasSize(1);
        assertThat(has.get(0).path("tag").asString()).isEqualTo("绿茶");
        assertThat(has.get(0).path("group").asString()).isEqualTo("偏好");
        assertThat(has.get(0).path("origin").asString()).isEqualTo("manual");
        assertThat(operator.delete(path + "/customers/" + lin + "/tags/" + tea.id())
                        .status())
                .isEqualTo(204);
        assertThat(operator.get(path + "/customers/" + lin + "/tags").json()).isEmpty();
        var timeline = operator.get(path + "/customers/" + lin + "/timeline?names=Tag%20Added&names=Tag%20Removed")
                .json()
                .path("items");
        assertThat(timeline).hasSize(2);
        assertThat(timeline.get(0).path("name").asString()).isEqualTo("Tag Removed");
        assertThat(timeline.get(1).path("properties").path("tag").asString()).isEqualTo("绿茶");
        assertThat(timeline.get(1).path("properties").path("by").asString()).startsWith("operator");
        var trail = browsers.commandLine()
                .get("/api/audit?action=customer.tag")
                .json()
                .path("items");
        assertThat(StreamSupport.stream(trail.spliterator(), false))
                .filteredOn(entry -> entry.path("subject").asString().equals("customer/" + lin))
                .hasSize(1);
    }

    @Test
    void inASingleChoiceGroupTheLastOneStaysAndNoEarlierOneComesBack() {
        TagGroup level = tags.createGroup(brand, "等级", true, false);
        Tag gold = tags.create(brand, level.id(), "金", TagKind.PLAIN);
        Tag silver = tags.create(brand, level.id(), "银", TagKind.PLAIN);
        CustomerNo lin = customer("M1");
        tell(added(lin, gold, null, 1), added(lin, silver, null, 2));
        assertThat(namesOf(lin)).containsExactly("银");
        tell(removed(lin, silver, 3));
        assertThat(namesOf(lin)).isEmpty();
        tell(added(lin, gold, null, 4));
        assertThat(namesOf(lin)).containsExactly("金");
    }

    @Test
    void changesInAnyOrderTwiceAndInAnyBatchesEndInTheSameState() {
        TagGroup level = tags.createGroup(brand, "等级", true, false);
        List<Tag> all = List.of(
                tags.create(brand, level.id(), "金", TagKind.PLAIN),
                tags.create(brand, level.id(), "银", TagKind.PLAIN),
                tag("偏好", "绿茶"),
                tags.create(brand, tags.createGroup(brand, "尺码", false, false).id(), "鞋码", TagKind.NUMBER));
        for (int seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            CustomerNo one = customer("one" + seed);
            CustomerNo other = customer("other" + seed);
            List<TagChange> changes = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Tag tag = all.get(random.nextInt(all.size()));
                // Few instants, so that some are equal.
                int minute = random.nextInt(5);
                String value = tag.kind() == TagKind.NUMBER ? Integer.toString(random.nextInt(3)) : null;
                changes.add(random.nextInt(3) > 0 ? added(one, tag, value, minute) : removed(one, tag, minute));
            }
            tell(changes.toArray(TagChange[]::new));
            List<TagChange> shuffled = new ArrayList<>(
                    changes.stream().map(change -> of(other, change)).toList());
            shuffled.addAll(shuffled.stream().filter(_ -> random.nextBoolean()).toList());
            Collections.shuffle(shuffled, random);
            int cut = random.nextInt(shuffled.size());
            tell(shuffled.subList(0, cut).toArray(TagChange[]::new));
            tell(shuffled.subList(cut, shuffled.size()).toArray(TagChange[]::new));
            assertThat(standings(other, all)).as("seed " + seed).isEqualTo(standings(one, all));
        }
    }

    @Test
    void whenTwoCustomersTurnOutToBeOneTheirTagsAreJoinedAndCanComeApartAgain() {
        TagGroup level = tags.createGroup(brand, "等级", true, false);
        Tag gold = tags.create(brand, level.id(), "金", TagKind.PLAIN);
        Tag silver = tags.create(brand, level.id(), "银", TagKind.PLAIN);
        Tag tea = tag("偏好", "绿茶");
        Tag coffee = tag("偏好", "咖啡");
        CustomerNo lin = customer("M1");
        CustomerNo wang = customer("M2");
        tell(added(lin, gold, null, 1), added(lin, tea, null, 1), added(lin, coffee, null, 3));
        tell(added(wang, silver, null, 2), removed(wang, tea, 5), removed(wang, coffee, 2));
        var before = standings(lin, List.of(gold, silver, tea, coffee));
        database.transaction(configuration -> state.merge(DSL.using(configuration), Map.of(wang, lin)));
        assertThat(namesOf(lin)).containsExactlyInAnyOrder("银", "咖啡");
        assertThat(namesOf(wang)).isEmpty();
        assertThat(standings(wang, List.of(gold, silver, tea, coffee))).isEmpty();

        // Apart again: forgotten, and made anew from what each one's events say.
        database.transaction(configuration -> state.clear(DSL.using(configuration), List.of(lin)));
        tell(added(lin, gold, null, 1), added(lin, tea, null, 1), added(lin, coffee, null, 3));
        assertThat(standings(lin, List.of(gold, silver, tea, coffee))).isEqualTo(before);
    }

    @Test
    void aValueTagTakesWhatFitsAndSaysWhatDoesNot() {
        TagGroup size = tags.createGroup(brand, "尺码", false, false);
        Tag shoe = tags.create(brand, size.id(), "鞋码", TagKind.NUMBER);
        Tag birthday = tags.create(brand, size.id(), "宝宝生日", TagKind.DATE);
        Tag note = tags.create(brand, size.id(), "备注", TagKind.TEXT);
        CustomerNo lin = customer("M1");
        assertThat(put(lin, shoe, "38.5").status()).isEqualTo(204);
        assertThat(put(lin, birthday, "2024-02-29").status()).isEqualTo(204);
        assertThat(put(lin, note, "喜欢靠窗").status()).isEqualTo(204);
        assertThat(put(lin, shoe, "39").status()).isEqualTo(204);
        var has = operator.get(path + "/customers/" + lin + "/tags").json();
        assertThat(StreamSupport.stream(has.spliterator(), false)
                        .map(tag -> tag.path("value").asString()))
                .containsExactlyInAnyOrder("39", "2024-02-29", "喜欢靠窗");
        for (var wrong : List.of(
                put(lin, shoe, "big"),
                put(lin, shoe, null),
                put(lin, shoe, "1e999999"),
                put(lin, birthday, "2023-02-29"),
                put(lin, note, " "),
                put(lin, tag("偏好", "绿茶"), "x"))) {
            assertThat(wrong.code()).isEqualTo("tag-value-invalid");
        }
    }

    @Test
    void theLibraryKeepsNamesApartAndADeletedTagIsTakenOffEveryone() {
        Tag tea = tag("偏好", "绿茶");
        assertThat(operator.post(path + "/tag-groups", "{\"name\":\"偏好\",\"single\":false,\"wecom\":false}")
                        .code())
                .isEqualTo("tag-name-taken");
        assertThat(operator.post(
                                path + "/tag-groups/" + tea.groupId() + "/tags", "{\"name\":\"绿茶\",\"kind\":\"plain\"}")
                        .code())
                .isEqualTo("tag-name-taken");
        assertThat(operator.put(path + "/tags/" + tea.id(), "{\"name\":\"  \"}").status())
                .isEqualTo(422);
        assertThat(operator.put(path + "/tags/" + tea.id(), "{\"name\":\"龙井\"}").status())
                .isEqualTo(204);
        CustomerNo lin = customer("M1");
        tell(added(lin, tea, null, 1));
        assertThat(operator.get(path + "/tags/counts")
                        .json()
                        .get(0)
                        .path("customers")
                        .asInt())
                .isEqualTo(1);
        assertThat(operator.delete(path + "/tags/" + tea.id()).status()).isEqualTo(204);
        assertThat(operator.get(path + "/customers/" + lin + "/tags").json()).isEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> tags.having(brand.id(), tea.id(), null).isEmpty());
        assertThat(put(lin, tea, null).status()).isEqualTo(404);
        // The name is free again.
        assertThat(tag("偏好", "龙井").id()).isNotEqualTo(tea.id());
    }

    @Test
    void theListOfCustomersShowsThoseWithATag() {
        Tag tea = tag("偏好", "绿茶");
        CustomerNo lin = customer("M1");
        customer("M2");
        tell(added(lin, tea, null, 1));
        var items = operator.get(path + "/customers?tag=" + tea.id()).json().path("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).path("customerNo").asInt()).isEqualTo(lin.value());
        assertThat(operator.get(path + "/customers/count?tag=" + tea.id())
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aGuideTagsTheirOwnFriendsOnly() {
        Tag tea = tag("偏好", "绿茶");
        String userid = browsers.person(Role.GUIDE);
        Browser guide = browsers.open();
        guide.signIn(userid, Browsers.PASSWORD);
        CustomerNo friend = friend("wm-friend-" + brand.key(), userid, null);
        CustomerNo stranger = friend("wm-stranger-" + brand.key(), "somebody-else", null);
        String own = path + "/customers/" + friend + "/tags";
        assertThat(guide.put(own + "/" + tea.id(), "{}").status()).isEqualTo(204);
        assertThat(guide.get(own).json()).hasSize(1);
        assertThat(guide.get(path + "/tag-groups").json()).hasSize(1);
        String others = path + "/customers/" + stranger + "/tags";
        assertThat(guide.put(others + "/" + tea.id(), "{}").code()).isEqualTo("tag-not-your-customer");
        assertThat(guide.get(others).code()).isEqualTo("tag-not-your-customer");
        assertThat(guide.post(path + "/tag-groups", "{\"name\":\"x\",\"single\":false,\"wecom\":false}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoCameThroughAChannelGetsItsTag() {
        Tag store = tag("渠道", "一号店海报");
        Tag shop = tag("渠道", "商城");
        String stated = "{\"kind\":\"state\",\"mark\":\"poster-1\",\"tagId\":\"" + store.id() + "\"}";
        assertThat(operator.post(path + "/tag-channels", stated).status()).isEqualTo(204);
        assertThat(operator.post(path + "/tag-channels", stated).status()).isEqualTo(204);
        String sourced = "{\"kind\":\"source\",\"mark\":\"test\",\"tagId\":\"" + shop.id() + "\"}";
        assertThat(operator.post(path + "/tag-channels", sourced).status()).isEqualTo(204);
        assertThat(operator.get(path + "/tag-channels").json()).hasSize(2);
        CustomerNo lin = friend("wm-scan-" + brand.key(), "g1", "poster-1");
        await(lin, "一号店海报");
        CustomerNo wang = customer("M9");
        await(wang, "商城");
        // Taken off by hand, the source does not put it back.
        assertThat(operator.delete(path + "/customers/" + wang + "/tags/" + shop.id())
                        .status())
                .isEqualTo(204);
        customer("M9");
        CustomerNo last = customer("M10");
        await(last, "商城");
        assertThat(namesOf(wang)).isEmpty();
    }

    @Test
    void anotherBrandsTagsAreNotThereAndNobodyElseMayTellOfTags() {
        Tag tea = tag("偏好", "绿茶");
        CustomerNo lin = customer("M1");
        Brand other = brands.chinese();
        assertThat(operator.put("/api/brands/" + other.key() + "/tags/" + tea.id(), "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThatThrownBy(() -> tags.delete(other, tea.id())).isInstanceOf(Problem.class);
        assertThat(operator.put("/api/brands/" + other.key() + "/customers/" + lin + "/tags/" + tea.id(), "{}")
                        .status())
                .isEqualTo(404);
        assertThat(EventNames.OURS).contains(EventNames.TAG_ADDED, EventNames.TAG_REMOVED);
    }

    private Tag tag(String group, String name) {
        TagGroup known = tags.groups(brand.id()).stream()
                .filter(candidate -> candidate.name().equals(group))
                .findFirst()
                .orElseGet(() -> tags.createGroup(brand, group, false, false));
        return tags.create(brand, known.id(), name, TagKind.PLAIN);
    }

    private CustomerNo customer(String member) {
        return written(TestEvents.event(brand, TestEvents.member(member), EventNames.IDENTIFIED, Instant.now(), "{}"));
    }

    private CustomerNo friend(String external, String userid, String state) {
        Subject subject = TestEvents.identified(new Identifier(IdentifierKind.EXTERNAL_USERID, external));
        String properties =
                "{\"guide\": \"" + userid + "\"" + (state == null ? "" : ", \"state\": \"" + state + "\"") + "}";
        return written(TestEvents.event(
                brand, subject, EventNames.FRIEND_ADDED, Instant.now().minusSeconds(60), properties));
    }

    private CustomerNo written(NewEvent event) {
        return ((EventLog.Appended.Written) log.append(List.of(event)).getFirst()).customer();
    }

    private Browser.Answer put(CustomerNo customer, Tag tag, String value) {
        return operator.put(
                path + "/customers/" + customer + "/tags/" + tag.id(),
                value == null ? "{}" : "{\"value\":\"" + value + "\"}");
    }

    private TagChange added(CustomerNo customer, Tag tag, String value, int minute) {
        return TagChange.added(customer, tag, value, at(minute), TagOrigin.MODEL, "churn", id());
    }

    private TagChange removed(CustomerNo customer, Tag tag, int minute) {
        return TagChange.removed(customer, tag, at(minute), TagOrigin.MANUAL, "lin", id());
    }

    private static TagChange of(CustomerNo customer, TagChange change) {
        return new TagChange(
                customer,
                change.tag(),
                change.added(),
                change.value(),
                change.at(),
                change.origin(),
                change.by(),
                null,
                id());
    }

    private static Instant at(int minute) {
        return MONDAY.plus(minute, ChronoUnit.MINUTES);
    }

    private static String id() {
        return java.util.UUID.randomUUID().toString();
    }

    private void tell(TagChange... changes) {
        tags.append(brand, List.of(changes));
    }

    private Set<String> namesOf(CustomerNo customer) {
        return StreamSupport.stream(
                        operator.get(path + "/customers/" + customer + "/tags")
                                .json()
                                .spliterator(),
                        false)
                .map(tag -> tag.path("tag").asString())
                .collect(Collectors.toSet());
    }

    private Set<Object> standings(CustomerNo customer, List<Tag> asked) {
        return tags
                .standings(
                        brand.id(),
                        List.of(customer),
                        asked.stream().map(Tag::id).collect(Collectors.toSet()))
                .stream()
                .map(standing -> List.of(
                        standing.tag(),
                        standing.present(),
                        String.valueOf(standing.value()),
                        String.valueOf(standing.added()),
                        String.valueOf(standing.removed())))
                .collect(Collectors.toSet());
    }

    private void await(CustomerNo customer, String tag) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> namesOf(customer).contains(tag));
    }
}
