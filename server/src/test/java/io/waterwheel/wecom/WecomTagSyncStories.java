package io.waterwheel.wecom;

import static io.waterwheel.touch.BroadcastFixture.until;
import static io.waterwheel.wecom.generated.Tables.CALLBACK;
import static io.waterwheel.wecom.generated.Tables.TAG_PUSH;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagChange;
import io.waterwheel.customer.TagGroup;
import io.waterwheel.customer.TagKind;
import io.waterwheel.customer.TagOrigin;
import io.waterwheel.customer.TagStanding;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.job.JobState;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.touch.BroadcastFixture;
import io.waterwheel.wecom.account.WecomAccounts;
import io.waterwheel.wecom.account.WecomSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ServerTest
class WecomTagSyncStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();
    private static final int GUIDES = 2;
    private static final int PEOPLE = 6;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private WecomAccounts wecom;

    @Autowired
    private Tags tags;

    @Autowired
    private Customers customers;

    @Autowired
    private EventLog log;

    @Autowired
    private DSLContext database;

    @LocalServerPort
    private int port;

    private BroadcastFixture fixture;
    private Brand brand;

    /// A corp of two guides and six friends, all of them known.
    @BeforeEach
    void aCorp() {
        fixture = context.getAutowireCapableBeanFactory().createBean(BroadcastFixture.class);
        newCorp();
    }

    private void newCorp() {
        brand = fixture.brand();
        CORP.world(brand, GUIDES, PEOPLE, "http://127.0.0.1:" + port + "/callbacks/wecom/" + brand.key());
        fixture.connect(CORP, brand);
        assertThat(fixture.sync(brand)).isEqualTo(JobState.DONE);
    }

    @AfterEach
    void nothingIsLeft() {
        CORP.noFaults();
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    @Test
    void aSynchronisationTakesOverTheLibraryAndWhatFriendsCarry() {
        String tea = createThere("偏好", "绿茶", true);
        createThere("偏好", "咖啡", true);
        mark(1, List.of(tea), List.of(), true);
        assertThat(fixture.sync(brand)).isEqualTo(JobState.DONE);
        assertThat(libraryHere()).containsExactly("偏好/咖啡", "偏好/绿茶");
        assertThat(here(1)).containsExactly("偏好/绿茶");
        TagStanding standing = standing(1, "绿茶");
        assertThat(Objects.requireNonNull(standing.added()).origin()).isEqualTo(TagOrigin.WECOM);
        assertThat(standing.added().by()).isEqualTo(guideOf(1));
        assertSame("after a synchronisation");
    }

    @Test
    void whatIsMadeAndPutOnHereIsMadeAndMarkedThere() {
        Tag vip = createHere("等级", "重点");
        put(1, vip);
        put(2, vip);
        until(
                this::there,
                there -> there.values().stream()
                                .filter(set -> set.contains("等级/重点"))
                                .count()
                        == 2);
        take(1, vip);
        until(
                this::there,
                there -> there.values().stream()
                                .filter(set -> set.contains("等级/重点"))
                                .count()
                        == 1);
        assertSame("after marks");
        // A tag that carries a value, and a group that is ours alone, stay here.
        Tag size = tags.create(brand, vip.groupId(), "鞋码", TagKind.NUMBER);
        Tag secret =
                tags.create(brand, tags.createGroup(brand, "内部", false, false).id(), "慎重", TagKind.PLAIN);
        put(3, size, "38");
        put(3, secret, null);
        put(3, vip);
        until(
                this::there,
                there -> there.values().stream()
                                .filter(set -> set.contains("等级/重点"))
                                .count()
                        == 2);
        assertThat(libraryThere()).containsExactly("等级/重点");
    }

    @Test
    void namesAndDeletionsGoBothWays() {
        String tea = createThere("偏好", "绿茶", false);
        until(this::libraryHere, names -> names.contains("偏好/绿茶"));
        mark(1, List.of(tea), List.of(), false);
        until(() -> here(1), names -> names.contains("偏好/绿茶"));

        changeThere("rename", tea, "龙井", false);
        until(() -> here(1), names -> names.equals(Set.of("偏好/龙井")));
        Tag here = tag("龙井");
        tags.rename(brand, here.id(), "碧螺春");
        until(this::libraryThere, names -> names.equals(Set.of("偏好/碧螺春")));
        tags.changeGroup(brand, here.groupId(), "茶", true);
        until(this::libraryThere, names -> names.equals(Set.of("茶/碧螺春")));

        createHere("茶", "普洱");
        until(this::libraryThere, names -> names.contains("茶/普洱"));
        tags.delete(brand, here.id());
        until(this::libraryThere, names -> names.equals(Set.of("茶/普洱")));
        until(() -> here(1), Set::isEmpty);
        changeThere("delete", idThere("普洱"), "", false);
        until(this::libraryHere, Set::isEmpty);
    }

    @Test
    void aGuideMarksAFriendAndOurOwnMarkDoesNotBounce() {
        String tea = createThere("偏好", "绿茶", false);
        until(this::libraryHere, names -> names.contains("偏好/绿茶"));
        mark(1, List.of(tea), List.of(), false);
        until(() -> here(1), names -> names.contains("偏好/绿茶"));
        mark(1, List.of(), List.of(tea), false);
        until(() -> here(1), Set::isEmpty);
        long before = events();

        put(2, tag("绿茶"));
        until(() -> there().get(friendOf(2)), names -> names.contains("偏好/绿茶"));
        // WeCom does not tell of what an app did, but another app's mark looks the same.
        int received = callbacks();
        CORP.send("POST", "/sim/callbacks", Map.of("event", edited(2), "duplicate", true));
        until(this::callbacks, count -> count > received);
        until(this::settled, settled -> settled);
        assertThat(events()).isEqualTo(before + 1);
        assertThat(Objects.requireNonNull(standing(2, "绿茶").added()).origin()).isEqualTo(TagOrigin.MANUAL);
    }

    @Test
    void aFriendOfTwoGuidesHasTheSameTagsWithBoth() {
        CORP.send("POST", "/sim/callbacks", Map.of("event", befriended(1)));
        until(this::there, there -> there.size() == PEOPLE + 1);
        until(this::settled, settled -> settled);
        Tag vip = createHere("等级", "重点");
        put(1, vip);
        until(this::there, there -> ofPerson(1).stream().allMatch(set -> set.contains("等级/重点")));
        // One guide takes it off.
        mark(1, List.of(), List.of(idThere("重点")), false);
        until(() -> here(1), Set::isEmpty);
        until(this::there, there -> ofPerson(1).stream().allMatch(Set::isEmpty));
    }

    @Test
    void theNewerOfTwoChangesStandsAndWithoutATimeTheRemoval() {
        Tag vip = createHere("等级", "重点");
        put(1, vip);
        put(2, vip);
        until(
                this::there,
                there -> there.values().stream()
                                .filter(set -> set.contains("等级/重点"))
                                .count()
                        == 2);
        String id = idThere("重点");
        // Nobody told: off there, and off and on again here since.
        mark(1, List.of(), List.of(id), true);
        holdBack();
        take(1, vip);
        put(1, vip);
        CORP.noFaults();
        assertThat(fixture.sync(brand)).isEqualTo(JobState.DONE);
        assertThat(here(1)).isEmpty();
        assertSame("after a conflict");
    }

    @Test
    void aCustomerWhoLeftMeanwhileIsLeftAlone() {
        Tag vip = createHere("等级", "重点");
        put(1, vip);
        until(() -> there().get(friendOf(1)), names -> names.contains("等级/重点"));
        // WeCom's news does not arrive.
        CORP.fault(Map.of("path", "mark_tag", "kind", "errcode", "errcode", 84061, "times", 1));
        take(1, vip);
        until(this::settled, settled -> settled);
        assertThat(here(1)).isEmpty();
    }

    @Test
    void whenWeComLimitsTheRateItIsMarkedLater() {
        Tag vip = createHere("等级", "重点");
        until(this::libraryThere, names -> names.contains("等级/重点"));
        CORP.fault(Map.of("path", "mark_tag", "kind", "errcode", "errcode", 45009, "times", 1));
        CORP.fault(Map.of("path", "mark_tag", "kind", "errcode", "errcode", 45033, "times", 1));
        IntStream.rangeClosed(1, PEOPLE).forEach(person -> put(person, vip));
        until(this::there, there -> there.values().stream().allMatch(set -> set.contains("等级/重点")));
        until(this::settled, settled -> settled);
    }

    @Test
    void whatAnotherAppMadeIsCalledAsItIsCalledThere() {
        createThere("偏好", "绿茶", false);
        until(this::libraryHere, names -> names.contains("偏好/绿茶"));
        CORP.fault(Map.of("path", "edit_corp_tag", "kind", "errcode", "errcode", 301002));
        CORP.fault(Map.of("path", "del_corp_tag", "kind", "errcode", "errcode", 301002));
        tags.rename(brand, tag("绿茶").id(), "红茶");
        until(this::libraryHere, names -> names.contains("偏好/绿茶"));
        // Deleted here, it does not come back by itself.
        tags.delete(brand, tag("绿茶").id());
        assertThat(fixture.sync(brand)).isEqualTo(JobState.DONE);
        assertThat(fixture.sync(brand)).isEqualTo(JobState.DONE);
        assertThat(libraryHere()).isEmpty();
        assertThat(libraryThere()).containsExactly("偏好/绿茶");
    }

    @Test
    void anAnswerThatLacksMostTagsDeletesNone() {
        List<String> ids = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> createThere("偏好", "口味" + i, true))
                .toList();
        assertThat(fixture.sync(brand)).isEqualTo(JobState.DONE);
        assertThat(libraryHere()).hasSize(12);
        ids.subList(0, 10).forEach(id -> changeThere("delete", id, "", true));
        assertThat(fixture.sync(brand)).isEqualTo(JobState.DONE);
        assertThat(libraryHere()).hasSize(12);
    }

    @Test
    void anotherCorpBeginsAnewAndNoTagIsTakenForDeleted() {
        Tag vip = createHere("等级", "重点");
        put(1, vip);
        until(() -> there().get(friendOf(1)), names -> names.contains("等级/重点"));
        CORP.world(brand, GUIDES, PEOPLE, null);
        CORP.send("PUT", "/sim/world", renamedCorp());
        wecom.change(
                brand,
                new WecomSettings(
                        "wwAnother",
                        "1000002",
                        SimulatedCorp.SECRET,
                        SimulatedCorp.TOKEN,
                        SimulatedCorp.AES_KEY,
                        CORP.url(),
                        CORP.url()));
        assertThat(fixture.sync(brand)).isEqualTo(JobState.DONE);
        assertThat(libraryHere()).containsExactly("等级/重点");
        until(() -> there().get(friendOf(1)), names -> names.contains("等级/重点"));
    }

    private static Map<String, Object> renamedCorp() {
        Map<String, Object> world = new HashMap<>();
        CORP.send("GET", "/sim/world", null).properties().forEach(entry -> world.put(entry.getKey(), entry.getValue()));
        world.put("corpId", "wwAnother");
        return world;
    }

    @Test
    void whateverHappensOnBothSidesASynchronisationMakesThemTheSame() {
        for (int seed = 1; seed <= 3; seed++) {
            newCorp();
            Random random = new Random(seed);
            CORP.send("POST", "/sim/callbacks", Map.of("event", befriended(1)));
            createHere("等级", "一");
            createThere("偏好", "甲", false);
            for (int i = 0; i < 50; i++) {
                if (random.nextBoolean()) {
                    somethingHere(random);
                } else {
                    somethingThere(random);
                }
            }
            until(this::settled, settled -> settled);
            assertThat(fixture.sync(brand)).as("seed " + seed).isEqualTo(JobState.DONE);
            until(this::settled, settled -> settled);
            assertSame("seed " + seed);
        }
    }

    private static final List<String> NAMES = List.of("一", "二", "三", "甲", "乙", "丙");
    private static final List<String> GROUPS = List.of("等级", "偏好");

    private void somethingHere(Random random) {
        List<Tag> known = tags.groups(brand.id()).stream()
                .filter(TagGroup::wecom)
                .flatMap(group -> group.tags().stream())
                .toList();
        String name = NAMES.get(random.nextInt(NAMES.size()));
        int person = 1 + random.nextInt(PEOPLE);
        try {
            switch (random.nextInt(10)) {
                case 0 -> createHere(GROUPS.get(random.nextInt(2)), name);
                case 1 -> {
                    if (!known.isEmpty()) {
                        tags.rename(
                                brand, known.get(random.nextInt(known.size())).id(), name);
                    }
                }
                case 2 -> {
                    if (known.size() > 3) {
                        tags.delete(
                                brand, known.get(random.nextInt(known.size())).id());
                    }
                }
                default -> {
                    if (!known.isEmpty()) {
                        Tag tag = known.get(random.nextInt(known.size()));
                        if (random.nextInt(3) > 0) {
                            put(person, tag);
                        } else {
                            take(person, tag);
                        }
                    }
                }
            }
        } catch (Problem taken) {
            // A name somebody else has: nothing happened.
        }
    }

    private void somethingThere(Random random) {
        List<String> known = new ArrayList<>();
        CORP.send("GET", "/sim/tags", null)
                .forEach(group -> group.path("tag")
                        .forEach(tag -> known.add(tag.path("id").asString())));
        String name = NAMES.get(random.nextInt(NAMES.size()));
        Map<String, Object> change = new HashMap<>();
        change.put("silent", random.nextInt(3) == 0);
        change.put("duplicate", random.nextInt(3) == 0);
        change.put("delayMillis", random.nextInt(300));
        int what = random.nextInt(10);
        if (what == 0 || known.isEmpty()) {
            change.putAll(Map.of("change", "create", "group", GROUPS.get(random.nextInt(2)), "name", name));
            attempt("/sim/tags", change);
        } else if (what == 1) {
            change.putAll(Map.of("change", "rename", "id", pick(known, random), "name", name));
            attempt("/sim/tags", change);
        } else if (what == 2 && known.size() > 3) {
            change.putAll(Map.of("change", "delete", "id", pick(known, random)));
            attempt("/sim/tags", change);
        } else {
            int person = 1 + random.nextInt(PEOPLE);
            List<String> one = List.of(pick(known, random));
            boolean adding = random.nextInt(3) > 0;
            change.put("external_userid", SimulatedCorp.external(brand, person));
            change.put("add", adding ? one : List.of());
            change.put("remove", adding ? List.of() : one);
            attempt("/sim/guides/" + guideOf(person) + "/tags", change);
        }
    }

    private static String pick(List<String> ids, Random random) {
        return ids.get(random.nextInt(ids.size()));
    }

    /// What WeCom's own console would refuse, such as a name twice, does not happen.
    private static void attempt(String path, Map<String, Object> change) {
        try {
            CORP.send("POST", path, change);
        } catch (AssertionError refused) {
            assertThat(refused).hasMessageContaining(": 409 ");
        }
    }

    private void holdBack() {
        CORP.fault(Map.of("path", "mark_tag", "kind", "errcode", "errcode", 45009));
    }

    private Tag createHere(String group, String name) {
        TagGroup known = tags.groups(brand.id()).stream()
                .filter(candidate -> candidate.name().equals(group))
                .findFirst()
                .orElseGet(() -> tags.createGroup(brand, group, false, true));
        return tags.create(brand, known.id(), name, TagKind.PLAIN);
    }

    private static String createThere(String group, String name, boolean silent) {
        return CORP.send(
                        "POST", "/sim/tags", Map.of("change", "create", "group", group, "name", name, "silent", silent))
                .path("id")
                .asString();
    }

    private static void changeThere(String change, String id, String name, boolean silent) {
        CORP.send("POST", "/sim/tags", Map.of("change", change, "id", id, "name", name, "silent", silent));
    }

    private void mark(int person, List<String> add, List<String> remove, boolean silent) {
        CORP.send(
                "POST",
                "/sim/guides/" + guideOf(person) + "/tags",
                Map.of(
                        "external_userid",
                        SimulatedCorp.external(brand, person),
                        "add",
                        add,
                        "remove",
                        remove,
                        "silent",
                        silent));
    }

    private void put(int person, Tag tag) {
        put(person, tag, null);
    }

    private void put(int person, Tag tag, String value) {
        tags.append(
                brand,
                List.of(TagChange.added(
                        customer(person),
                        tag,
                        value,
                        Instant.now(),
                        TagOrigin.MANUAL,
                        "lin",
                        UUID.randomUUID().toString())));
    }

    private void take(int person, Tag tag) {
        tags.append(
                brand,
                List.of(TagChange.removed(
                        customer(person),
                        tag,
                        Instant.now(),
                        TagOrigin.MANUAL,
                        "lin",
                        UUID.randomUUID().toString())));
    }

    private CustomerNo customer(int person) {
        String external = SimulatedCorp.external(brand, person);
        return Objects.requireNonNull(customers
                .named(brand.id(), IdentifierKind.EXTERNAL_USERID, List.of(external))
                .get(external));
    }

    private static String guideOf(int person) {
        return "g" + (1 + person % GUIDES);
    }

    private String friendOf(int person) {
        return guideOf(person) + "/" + SimulatedCorp.external(brand, person);
    }

    private Map<String, String> edited(int person) {
        return Map.of(
                "ChangeType",
                "edit_external_contact",
                "UserID",
                guideOf(person),
                "ExternalUserID",
                SimulatedCorp.external(brand, person));
    }

    /// The person adds the other guide too.
    private Map<String, String> befriended(int person) {
        return Map.of(
                "ChangeType",
                "add_external_contact",
                "UserID",
                guideOf(person + 1),
                "ExternalUserID",
                SimulatedCorp.external(brand, person));
    }

    private Tag tag(String name) {
        return tags.groups(brand.id()).stream()
                .flatMap(group -> group.tags().stream())
                .filter(tag -> tag.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private TagStanding standing(int person, String name) {
        return tags.standings(
                        brand.id(), List.of(customer(person)), Set.of(tag(name).id()))
                .getFirst();
    }

    private Set<String> here(int person) {
        Map<Object, String> names = namesHere();
        return tags
                .standings(
                        brand.id(),
                        List.of(customer(person)),
                        tags.groups(brand.id()).stream()
                                .filter(TagGroup::wecom)
                                .flatMap(group -> group.tags().stream())
                                .filter(tag -> tag.kind() == TagKind.PLAIN)
                                .map(Tag::id)
                                .collect(Collectors.toSet()))
                .stream()
                .filter(TagStanding::present)
                .map(standing -> names.get(standing.tag()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<Object, String> namesHere() {
        Map<Object, String> names = new HashMap<>();
        tags.groups(brand.id())
                .forEach(group -> group.tags().forEach(tag -> names.put(tag.id(), group.name() + "/" + tag.name())));
        return names;
    }

    private Set<String> libraryHere() {
        return tags.groups(brand.id()).stream()
                .filter(TagGroup::wecom)
                .flatMap(group -> group.tags().stream())
                .filter(tag -> tag.kind() == TagKind.PLAIN)
                .map(tag -> tag.group() + "/" + tag.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> namesThere() {
        Map<String, String> names = new HashMap<>();
        for (JsonNode group : CORP.send("GET", "/sim/tags", null)) {
            group.path("tag")
                    .forEach(tag -> names.put(
                            tag.path("id").asString(),
                            group.path("group_name").asString() + "/"
                                    + tag.path("name").asString()));
        }
        return names;
    }

    private Set<String> libraryThere() {
        return new TreeSet<>(namesThere().values());
    }

    private static String idThere(String name) {
        return namesThere().entrySet().stream()
                .filter(entry -> entry.getValue().endsWith("/" + name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /// What each friendship carries in WeCom.
    private Map<String, Set<String>> there() {
        Map<String, String> names = namesThere();
        Map<String, Set<String>> there = new TreeMap<>();
        for (int guide = 1; guide <= GUIDES; guide++) {
            for (JsonNode friend : CORP.send("GET", "/sim/guides/g" + guide + "/tags", null)) {
                Set<String> carried = new TreeSet<>();
                friend.path("tags").forEach(id -> carried.add(names.get(id.asString())));
                there.put("g" + guide + "/" + friend.path("external_userid").asString(), carried);
            }
        }
        return there;
    }

    private List<Set<String>> ofPerson(int person) {
        return there().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("/" + SimulatedCorp.external(brand, person)))
                .map(Map.Entry::getValue)
                .toList();
    }

    private void assertSame(String when) {
        assertThat(libraryHere()).as("library " + when).isEqualTo(libraryThere());
        for (int person = 1; person <= PEOPLE; person++) {
            Set<String> here = here(person);
            assertThat(ofPerson(person))
                    .as("person " + person + " " + when)
                    .isNotEmpty()
                    .allMatch(here::equals);
        }
    }

    private int callbacks() {
        return database.fetchCount(CALLBACK, CALLBACK.BRAND_ID.eq(brand.id().value()));
    }

    /// Everything that was told is dealt with, on both sides.
    private boolean settled() {
        JsonNode count = CORP.send("GET", "/sim/callbacks", null);
        boolean delivered = count.path("pushed").asInt()
                <= count.path("taken").asInt() + 4 * count.path("givenUp").asInt();
        return delivered
                && consumed()
                && !database.fetchExists(
                        CALLBACK, CALLBACK.BRAND_ID.eq(brand.id().value()).and(CALLBACK.DUE_AT.isNotNull()))
                && !database.fetchExists(
                        TAG_PUSH, TAG_PUSH.BRAND_ID.eq(brand.id().value()));
    }

    private boolean consumed() {
        Long position = database.select(org.jooq.impl.DSL.field("position", Long.class))
                .from("kernel.consumer_offset")
                .where("consumer = 'wecom-tags'")
                .fetchOneInto(Long.class);
        return position != null && position >= log.end();
    }

    private long events() {
        long count = 0;
        long position = 0;
        while (true) {
            var read = log.read(position, 10_000);
            if (read.isEmpty()) {
                return count;
            }
            position = read.getLast().position();
            count += read.stream()
                    .filter(event -> event.brand().equals(brand.id()))
                    .filter(event -> event.name().equals(EventNames.TAG_ADDED)
                            || event.name().equals(EventNames.TAG_REMOVED))
                    .count();
        }
    }
}
