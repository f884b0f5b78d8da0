package io.waterwheel.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.identity.PersonLinks;
import io.waterwheel.customer.profile.AttributeReason;
import io.waterwheel.customer.profile.Attributes;
import io.waterwheel.customer.profile.CustomerList;
import io.waterwheel.customer.profile.CustomerPages;
import io.waterwheel.customer.profile.CustomerProfile;
import io.waterwheel.customer.profile.CustomerProfile.Attribute;
import io.waterwheel.customer.profile.EventGroup;
import io.waterwheel.customer.profile.SourcePriority;
import io.waterwheel.customer.profile.Timeline;
import io.waterwheel.customer.profile.Timeline.TimelineEntry;
import io.waterwheel.customer.profile.TimelineFilter;
import io.waterwheel.customer.relation.CustomerRelations;
import io.waterwheel.customer.relation.CustomerRelations.GroupRelation;
import io.waterwheel.customer.relation.CustomerRelations.GuideRelation;
import io.waterwheel.customer.relation.ReachChannel;
import io.waterwheel.customer.relation.Reachability;
import io.waterwheel.customer.relation.RelationsOfCustomer;
import io.waterwheel.customer.relation.Unreachable;
import io.waterwheel.customer.source.Named;
import io.waterwheel.customer.source.SourceLevel;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Retractions;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What is known of one customer, from whom, why that stands, how they can be reached, and whom they stand with.
@ServerTest
class ProfileStories {

    private static final Instant MARCH = Instant.parse("2026-03-01T04:00:00Z");
    private static final PageRequest FIRST = new PageRequest(null, null);
    private static final AtomicLong NEXT = new AtomicLong();

    @Autowired
    private EventLog log;

    @Autowired
    private Retractions retractions;

    @Autowired
    private CustomerPages pages;

    @Autowired
    private CustomerList list;

    @Autowired
    private Attributes attributes;

    @Autowired
    private SourcePriority priority;

    @Autowired
    private RelationsOfCustomer relations;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Customers customers;

    @Autowired
    private PersonLinks links;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Vault vault;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    private Brand brand;

    @BeforeEach
    void aBrand() {
        brand = brands.chinese();
    }

    @Test
    void untilABrandSaysOtherwiseTheNewestOfEqualSourcesStandsAndWecomNamesComeLast() {
        CustomerNo lin = told("crm", "林小满", 1);
        told("shop", "林晓曼", 2);
        told("wecom", "小满满🌸", 3);

        Attribute name = attribute(lin, "name");
        assertThat(name.value()).isEqualTo("林晓曼");
        assertThat(name.source()).isEqualTo("shop");
        assertThat(name.reason()).isEqualTo(AttributeReason.PRIORITY);
        assertThat(name.over()).isEqualTo("wecom");
        assertThat(name.others())
                .extracting(CustomerProfile.OtherValue::source, CustomerProfile.OtherValue::value)
                .containsExactly(tuple("crm", "林小满"), tuple("wecom", "小满满🌸"));
    }

    @Test
    void aNewOrderOfSourcesDecidesTheCustomersThereAreAnewOnThePageInTheListAndInTheWarehouse() {
        CustomerNo lin = told("crm", "林小满", 1);
        told("shop", "林晓曼", 2);
        assertThat(attribute(lin, "name").reason()).isEqualTo(AttributeReason.NEWEST);

        prefer("", source("crm", 1), source("shop", 2));

        Attribute name = attribute(lin, "name");
        assertThat(name.value()).isEqualTo("林小满");
        assertThat(name.over()).isEqualTo("shop");
        assertThat(list.page(brand.id(), search("林小满"), FIRST).items())
                .extracting(CustomerRow::customerNo)
                .containsExactly(lin);
        assertThat(list.page(brand.id(), search("林晓曼"), FIRST).items()).isEmpty();
        assertThat(customers.templateValues(Set.of(lin)).get(lin)).containsEntry("name", "林小满");

        prefer("");

        assertThat(attribute(lin, "name").value()).as("back to the default").isEqualTo("林晓曼");
    }

    @Test
    void oneAttributeMayHaveAnOrderOfItsOwnAndTheWarehouseFollows() {
        prefer("", source("crm", 1), source("shop", 2));
        CustomerNo lin = said("crm", 1, "{\"name\": \"林小满\", \"city\": \"杭州\"}");
        said("shop", 2, "{\"name\": \"林晓曼\", \"city\": \"上海\"}");
        assertThat(cityInTheWarehouse(lin)).isEqualTo("杭州");

        prefer("city", source("shop", 1), source("crm", 2));

        assertThat(attribute(lin, "name").value()).isEqualTo("林小满");
        assertThat(attribute(lin, "city").value()).isEqualTo("上海");
        assertThat(cityInTheWarehouse(lin)).isEqualTo("上海");
    }

    @Test
    void aLevelForAKindHoldsForAllItsSourcesAndOneForASourceGoesBeforeIt() {
        prefer("", new SourceLevel(Named.KIND, "wecom", 1), source("shop", 1));
        CustomerNo lin = told("wecom", "小满满", 1);
        told("crm", "林小满", 2);
        assertThat(attribute(lin, "name").value()).isEqualTo("小满满");

        told("shop", "林晓曼", 3);
        assertThat(attribute(lin, "name").value()).isEqualTo("林晓曼");
    }

    @Test
    void anOrderThatMakesNoSenseIsRefusedAndNothingChanges() {
        assertThatThrownBy(() -> priority.set(brand, "", List.of(source("crm", 0))))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> priority.set(brand, "", List.of(new SourceLevel(Named.KIND, "pigeon", 1))))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> priority.set(brand, "", List.of(source("crm", 1), source("crm", 2))))
                .isInstanceOf(Problem.class);
        assertThat(priority.of(brand).general()).isEmpty();
    }

    /// Three sources, two attributes, three people who turn out to be one: every order of arrival, and every moment of
    /// the merge, ends the same.
    @Test
    void whatStandsDoesNotDependOnTheOrderOfArrivalNorOnWhenTwoBecomeOne() {
        prefer("", source("crm", 1), source("shop", 2), source("app", 2));
        prefer("city", source("app", 1));
        long seed = 20260301;
        Random random = new Random(seed);
        AtomicLong phones = new AtomicLong(Math.floorMod(brand.key().hashCode(), 80_000_000));
        for (int round = 0; round < 12; round++) {
            Identifier phone = new Identifier(IdentifierKind.PHONE, "139" + (10_000_000 + phones.incrementAndGet()));
            Identifier email = new Identifier(IdentifierKind.EMAIL, brand.key() + "-" + round + "@mail.cn");
            Identifier work = new Identifier(IdentifierKind.EMAIL, brand.key() + "-" + round + "@work.cn");
            List<NewEvent> events = new ArrayList<>(List.of(
                    identify("crm", phone, 1, "{\"name\": \"old\", \"city\": \"there\"}"),
                    identify("crm", work, 3, "{\"name\": \"right\"}"),
                    identify("shop", email, 5, "{\"name\": \"newer\", \"city\": \"elsewhere\"}"),
                    identify("app", work, 4, "{\"name\": \"other\", \"city\": \"home\"}"),
                    identify("app", phone, 2, "{\"city\": \"before\"}"),
                    together(phone, email),
                    together(email, work)));
            Collections.shuffle(events, random);
            events.forEach(event -> log.append(List.of(event)));
            CustomerNo customer = customers
                    .named(brand.id(), IdentifierKind.PHONE, List.of(phone.value()))
                    .get(phone.value());
            assertThat(customer).isNotNull();
            assertThat(attribute(customer, "name"))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(new Attribute(
                            "name",
                            "right",
                            "crm",
                            hour(3),
                            AttributeReason.PRIORITY,
                            "shop",
                            List.of(
                                    new CustomerProfile.OtherValue("newer", "shop", hour(5)),
                                    new CustomerProfile.OtherValue("other", "app", hour(4)))));
            assertThat(attribute(customer, "city").value())
                    .as("seed %d round %d", seed, round)
                    .isEqualTo("home");
        }
    }

    @Test
    void whoComesApartKeepsWhatWasSaidOfEach() {
        prefer("", source("crm", 1), source("shop", 2));
        CustomerNo lin = said("crm", 1, "{\"name\": \"林小满\"}");
        Subject her = TestEvents.identified(new Identifier(IdentifierKind.PHONE, "13912340001"));
        CustomerNo wang = append(identify("shop", her, 2, "{\"name\": \"王芳\", \"city\": \"苏州\"}"));
        links.link(brand, lin, wang, "same voice");
        CustomerNo both = new CustomerNo(Math.min(lin.value(), wang.value()));
        assertThat(attribute(both, "name").value()).isEqualTo("林小满");
        assertThat(attribute(both, "name").others())
                .extracting(CustomerProfile.OtherValue::value)
                .containsExactly("王芳");

        links.separate(brand, both, Math.min(lin.value(), wang.value()), Math.max(lin.value(), wang.value()), "no");

        assertThat(attribute(wang, "name").value()).isEqualTo("王芳");
        assertThat(attribute(wang, "name").reason()).isEqualTo(AttributeReason.ONLY);
        assertThat(attribute(lin, "name").others()).isEmpty();
    }

    @Test
    void theHistoryOfAnAttributeTellsWhoSaidWhatWhenAndWhichStands() {
        prefer("", source("crm", 1), source("shop", 2));
        CustomerNo lin = said("crm", 1, "{\"birth_date\": \"1990-05-01\"}");
        said("shop", 2, "{\"birthday\": \"1991-05-01\", \"city\": \"杭州\"}");
        NewEvent wrong = identify("crm", lin(), 3, "{\"birthday\": \"1890-05-01\"}");
        append(wrong);
        takeBack(wrong);

        assertThat(attributes.history(lin, "birthday", FIRST).items())
                .extracting(
                        Attributes.AttributeSaid::source,
                        Attributes.AttributeSaid::value,
                        Attributes.AttributeSaid::inForce)
                .containsExactly(tuple("shop", "1991-05-01", false), tuple("crm", "1990-05-01", true));
        Page<Attributes.AttributeSaid> first = attributes.history(lin, "birthday", new PageRequest(null, 1));
        assertThat(attributes
                        .history(lin, "birthday", new PageRequest(first.next(), 1))
                        .items())
                .extracting(Attributes.AttributeSaid::source)
                .containsExactly("crm");
    }

    @Test
    void aSealedValueIsTaggedByItsSourceAndNeverShown() {
        String sealed = vault.seal("西湖区文三路 1 号");
        CustomerNo lin = said("crm", 1, "{\"address\": \"" + sealed + "\"}");
        said("shop", 2, "{\"address\": \"" + vault.seal("elsewhere") + "\"}");

        assertThat(attribute(lin, "address").value()).isEqualTo("****");
        assertThat(attribute(lin, "address").others())
                .extracting(CustomerProfile.OtherValue::value)
                .containsExactly("****");
        assertThat(attributes.history(lin, "address", FIRST).items())
                .extracting(Attributes.AttributeSaid::value)
                .containsOnly("****");
    }

    @Test
    void aPageTellsForEachChannelWhetherItReachesAndWhyNot() {
        Subject lin = TestEvents.identified(
                new Identifier(IdentifierKind.EXTERNAL_USERID, brand.key() + "-ext"),
                new Identifier(IdentifierKind.PHONE, "13912340002"),
                new Identifier(IdentifierKind.EMAIL, brand.key() + "@mail.cn"));
        CustomerNo customer = append(event(lin, EventNames.FRIEND_ADDED, 1, "{\"guide\": \"amy\"}"));

        assertThat(reach(customer, ReachChannel.WECOM).reachable()).isTrue();
        assertThat(reach(customer, ReachChannel.SMS).reasons()).containsExactly(Unreachable.NOT_CONSENTED);
        assertThat(reach(customer, ReachChannel.EMAIL).reasons()).containsExactly(Unreachable.NOT_CONSENTED);
        assertThat(reach(customer, ReachChannel.MINI_PROGRAM).reasons()).containsExactly(Unreachable.NO_ADDRESS);
        assertThat(reach(customer, ReachChannel.SMS).connected()).isTrue();

        append(event(lin, EventNames.CONSENT_GRANTED, 2, "{\"channel\": \"any\", \"purpose\": \"marketing\"}"));
        append(event(lin, EventNames.MESSAGE_FAILED, 3, "{\"channel\": \"email\", \"reason\": \"bounced\"}"));
        append(event(lin, EventNames.FRIEND_REMOVED, 4, "{\"guide\": \"amy\"}"));

        assertThat(reach(customer, ReachChannel.SMS).reachable()).isTrue();
        assertThat(reach(customer, ReachChannel.EMAIL).reasons()).containsExactly(Unreachable.BOUNCED);
        assertThat(reach(customer, ReachChannel.WECOM).reasons()).containsExactly(Unreachable.FRIEND_REMOVED);

        append(event(lin, EventNames.CONSENT_WITHDRAWN, 5, "{\"channel\": \"any\", \"purpose\": \"marketing\"}"));
        append(event(lin, EventNames.QUIET_PREFERENCE_SET, 6, "{\"kind\": \"always\"}"));

        assertThat(reach(customer, ReachChannel.SMS).reasons())
                .containsExactly(Unreachable.WITHDRAWN, Unreachable.QUIET);
    }

    @Test
    void thePageTellsSinceWhenEachGuideIsAFriendAndWhichGroupsTheyAreIn() {
        Subject lin = TestEvents.identified(new Identifier(IdentifierKind.EXTERNAL_USERID, brand.key() + "-ext"));
        CustomerNo customer = append(event(lin, EventNames.FRIEND_REMOVED, 3, "{\"guide\": \"bo\"}"));
        append(event(lin, EventNames.FRIEND_ADDED, 2, "{\"guide\": \"bo\"}"));
        append(event(lin, EventNames.FRIEND_ADDED, 1, "{\"guide\": \"amy\"}"));
        append(event(lin, EventNames.GROUP_JOINED, 4, "{\"groupId\": \"g1\", \"name\": \"杭州会员群\"}"));
        append(event(lin, EventNames.GROUP_JOINED, 6, "{\"groupId\": \"g1\"}"));
        append(event(lin, EventNames.GROUP_JOINED, 4, "{\"groupId\": \"g2\"}"));
        append(event(lin, EventNames.GROUP_LEFT, 5, "{\"groupId\": \"g2\"}"));

        CustomerRelations found = relations.of(brand, customer);

        assertThat(found.guides())
                .containsExactly(new GuideRelation("amy", hour(1), null), new GuideRelation("bo", hour(2), hour(3)));
        assertThat(found.groups())
                .containsExactly(
                        new GroupRelation("g1", "杭州会员群", hour(4), null),
                        new GroupRelation("g2", null, hour(4), hour(5)));
    }

    @Test
    void whoBroughtWhomIsShownOnBothPagesEvenIfTheReferrerComesLater() {
        CustomerNo wang = append(event(
                TestEvents.member("W"), EventNames.CUSTOMER_REFERRED, 2, "{\"referrer\": {\"member_no\": \"L\"}}"));
        assertThat(relations.of(brand, wang).referredBy())
                .isEqualTo(new CustomerRelations.Referral(null, null, hour(2)));

        CustomerNo lin = append(event(TestEvents.member("L"), EventNames.IDENTIFIED, 3, "{\"name\": \"林小满\"}"));
        // Somebody else says so later: the first counts.
        append(event(TestEvents.member("W"), EventNames.IDENTIFIED, 4, "{\"referrer\": \"someone else\"}"));

        assertThat(relations.of(brand, wang).referredBy())
                .isEqualTo(new CustomerRelations.Referral(lin, "林小满", hour(2)));
        assertThat(relations.of(brand, lin).referred())
                .extracting(CustomerRelations.Referral::customerNo)
                .containsExactly(wang);
        assertThat(relations.of(brand, lin).brought()).isEqualTo(1);
    }

    @Test
    void referralsFollowWhenEitherSideMergesAndNobodyBringsThemselves() {
        CustomerNo lin = append(event(TestEvents.member("L"), "Visited", 1, "{}"));
        Subject wangsPhone = TestEvents.identified(new Identifier(IdentifierKind.PHONE, "13912340003"));
        String sealed = vault.seal("139 1234 0004");
        CustomerNo wang = append(
                event(wangsPhone, EventNames.CUSTOMER_REFERRED, 2, "{\"referrer\": {\"phone\": \"" + sealed + "\"}}"));
        append(event(
                TestEvents.identified(
                        new Identifier(IdentifierKind.MEMBER_NO, "L"),
                        new Identifier(IdentifierKind.PHONE, "13912340004")),
                EventNames.IDENTIFIED,
                3,
                "{}"));
        assertThat(relations.of(brand, lin).referred())
                .extracting(CustomerRelations.Referral::customerNo)
                .containsExactly(wang);

        links.link(brand, lin, wang, "one person after all");

        assertThat(relations.of(brand, lin).referredBy()).isNull();
        assertThat(relations.of(brand, lin).brought()).isZero();
    }

    @Test
    void theTimelineIsFilteredByGroupSourceAndTimeAndTurnsItsPagesWithoutGapOrRepeat() {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            events.add(event(lin(), i % 2 == 0 ? "Page Viewed" : "Product Viewed", i / 3, "{}"));
        }
        events.add(TestEvents.order(brand, lin(), "1", "20.00", hour(1)));
        events.add(identify("crm", lin(), 2, "{\"city\": \"杭州\"}"));
        events.add(event(lin(), "Sang", 2, "{}"));
        CustomerNo lin = append(events.toArray(NewEvent[]::new));

        assertThat(entries(lin, filter(List.of("orders"), null, null, null)))
                .extracting(TimelineEntry::name)
                .containsExactly(EventNames.ORDER_COMPLETED);
        assertThat(entries(lin, filter(List.of("other"), null, null, null)))
                .extracting(TimelineEntry::name, TimelineEntry::group)
                .containsExactly(tuple("Sang", EventGroup.OTHER));
        assertThat(entries(lin, filter(null, List.of("crm"), null, null)))
                .extracting(TimelineEntry::name)
                .containsExactly(EventNames.IDENTIFIED);
        assertThat(entries(lin, filter(null, null, hour(1), hour(2)))).hasSize(4);
        assertThat(entries(lin, filter(List.of("browsing", "orders"), null, null, null)))
                .hasSize(13);
        assertThatThrownBy(() -> entries(lin, filter(List.of("magic"), null, null, null)))
                .isInstanceOf(Problem.class);

        List<Long> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<TimelineEntry> page = timeline.page(
                    brand, lin, filter(List.of("browsing"), null, null, null), new PageRequest(cursor, 5));
            page.items().forEach(entry -> seen.add(entry.position()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void theTimelineHasWhatHappenedUnderEveryNumberOfACustomerAndNothingThatWasTakenBack() {
        CustomerNo lin = append(event(lin(), "Visited", 1, "{}"));
        Subject herPhone = TestEvents.identified(new Identifier(IdentifierKind.PHONE, "13912340005"));
        NewEvent wrong = event(herPhone, "Visited by mistake", 2, "{}");
        CustomerNo other = append(event(herPhone, "Called", 2, "{}"), wrong);
        links.link(brand, lin, other, "same");
        takeBack(wrong);

        assertThat(entries(lin, filter(List.of("other"), null, null, null)))
                .extracting(TimelineEntry::name)
                .containsExactly("Called", "Visited");
    }

    @Test
    void whatThePageShowsIsAskedOverHttpByOperatorsAlone() {
        CustomerNo lin = said("crm", 1, "{\"name\": \"林小满\"}");
        append(event(lin(), "Sang", 5, "{}"));
        Browser operator = browsers.signedIn(Role.OPERATOR);
        String customer = "/api/brands/" + brand.key() + "/customers/" + lin.value();

        assertThat(operator.get(customer + "/timeline?groups=other&groups=orders&from=" + hour(4) + "&to=" + hour(6))
                        .json()
                        .path("items"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.path("group").asString()).isEqualTo("other"));
        assertThat(operator.get(customer + "/timeline?groups=magic").code()).isEqualTo("invalid");
        assertThat(operator.get(customer + "/attributes/name").json().path("items"))
                .singleElement()
                .satisfies(said -> assertThat(said.path("inForce").asBoolean()).isTrue());
        assertThat(operator.get(customer).json().path("reach")).hasSize(5);
        assertThat(operator.get(customer + "/relations").status()).isEqualTo(200);
        String priorities = "/api/brands/" + brand.key() + "/source-priority";
        Object levels =
                Map.of("attribute", "city", "levels", List.of(Map.of("named", "kind", "name", "wecom", "level", 1)));
        assertThat(operator.put(priorities, levels).status()).isEqualTo(200);
        assertThat(operator.get(priorities)
                        .json()
                        .at("/attributes/0/levels/0/level")
                        .asInt())
                .isEqualTo(1);
        Browser guide = browsers.signedIn(Role.GUIDE);
        assertThat(guide.put(priorities, levels).status()).isEqualTo(403);
        assertThat(guide.get(customer + "/relations").status()).isEqualTo(403);
    }

    private List<TimelineEntry> entries(CustomerNo customer, TimelineFilter filter) {
        return timeline.page(brand, customer, filter, FIRST).items();
    }

    private static TimelineFilter filter(List<String> groups, List<String> sources, Instant from, Instant to) {
        return new TimelineFilter(null, groups, sources, from, to);
    }

    private Reachability reach(CustomerNo customer, ReachChannel channel) {
        return pages.profile(brand, customer.value()).reach().stream()
                .filter(reach -> reach.channel() == channel)
                .findFirst()
                .orElseThrow();
    }

    private Attribute attribute(CustomerNo customer, String name) {
        return pages.profile(brand, customer.value()).attributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void prefer(String attribute, SourceLevel... levels) {
        priority.set(brand, attribute, List.of(levels));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> jobs.list(true, FIRST).items().stream()
                        .noneMatch(job -> job.kind().equals("decide-attributes")));
    }

    private static SourceLevel source(String name, int level) {
        return new SourceLevel(Named.SOURCE, name, level);
    }

    private CustomerNo told(String source, String name, int hour) {
        return said(source, hour, "{\"name\": \"" + name + "\"}");
    }

    private CustomerNo said(String source, int hour, String traits) {
        return append(identify(source, lin(), hour, traits));
    }

    private NewEvent identify(String source, Subject subject, int hour, String traits) {
        return new NewEvent(
                brand.id(),
                source,
                "profile-" + NEXT.incrementAndGet(),
                EventNames.IDENTIFIED,
                hour(hour),
                subject,
                traits,
                "{}");
    }

    private NewEvent identify(String source, Identifier identifier, int hour, String traits) {
        return identify(source, TestEvents.identified(identifier), hour, traits);
    }

    private NewEvent together(Identifier one, Identifier other) {
        return event(TestEvents.identified(one, other), "Visited", 9, "{}");
    }

    private NewEvent event(Subject subject, String name, int hour, String properties) {
        return TestEvents.event(brand, subject, name, hour(hour), properties);
    }

    private static Instant hour(int hour) {
        return MARCH.plus(Duration.ofHours(hour));
    }

    private Subject lin() {
        return TestEvents.member("M1");
    }

    private CustomerNo append(NewEvent... events) {
        EventLog.Appended last = log.append(List.of(events)).getLast();
        return Objects.requireNonNull(((EventLog.Appended.Written) last).customer());
    }

    private void takeBack(NewEvent event) {
        retractions.retract(
                brand.id(),
                event.source(),
                List.of(event.messageId()),
                TestEvents.event(brand, Subject.NOBODY, EventNames.EVENTS_RETRACTED, MARCH, "{}"));
    }

    private String cityInTheWarehouse(CustomerNo customer) {
        assertThat(warehouse.catchUp(Duration.ofSeconds(20))).isTrue();
        return warehouse.read(database -> database.fetchSingle(
                        "select city from customer where customer_no = {0}", DSL.inline(customer.value()))
                .get(0, String.class));
    }

    private static CustomerFilter search(String text) {
        return new CustomerFilter(text, null, null, null, null, null, null, null, null);
    }
}
