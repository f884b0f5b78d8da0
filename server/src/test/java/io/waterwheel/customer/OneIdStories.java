package io.waterwheel.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.identity.ChangeKind;
import io.waterwheel.customer.identity.Identifiers;
import io.waterwheel.customer.identity.IdentityPages;
import io.waterwheel.customer.identity.IdentityView;
import io.waterwheel.customer.identity.PersonLinks;
import io.waterwheel.customer.identity.graph.LinkState;
import io.waterwheel.customer.profile.CustomerList;
import io.waterwheel.customer.profile.CustomerPages;
import io.waterwheel.customer.profile.CustomerProfile;
import io.waterwheel.customer.profile.Timeline;
import io.waterwheel.customer.profile.TimelineFilter;
import io.waterwheel.customer.purchase.Purchases;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.page.PageRequest;
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
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;

/// One customer from every channel: records of one person come together, those of two never do, and what was joined
/// can be taken apart.
@ServerTest
class OneIdStories {

    private static final Instant MARCH = Instant.parse("2026-03-01T04:00:00Z");
    private static final PageRequest FIRST = new PageRequest(null, 100);

    @Autowired
    private EventLog log;

    @Autowired
    private CustomerList list;

    @Autowired
    private CustomerPages pages;

    @Autowired
    private Purchases purchases;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Customers customers;

    @Autowired
    private IdentityPages identity;

    @Autowired
    private Identifiers identifiers;

    @Autowired
    private PersonLinks links;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private TestBrands brands;

    private Brand brand;

    @BeforeEach
    void aBrand() {
        brand = brands.chinese();
    }

    @Test
    void aShopBuyerAndAMiniProgramMemberBecomeOneWhenThePhoneIsKnown() {
        order("A1", "30.00", 1, phone("1"));
        order("A2", "20.00", 2, user("lin"));
        assertThat(rows()).hasSize(2);

        event("Identified", 3, user("lin"), phone("1"));

        CustomerRow lin = only();
        assertThat(lin.orders()).isEqualTo(2);
        assertThat(lin.netSales()).isEqualTo(5000);
        assertThat(orders(lin.customerNo())).containsExactly("A2", "A1");
        assertThat(names(lin.customerNo())).contains("Order Completed", "Identified", EventNames.CUSTOMERS_MERGED);
        IdentityView why = identity.view(lin.customerNo());
        assertThat(why.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(ChangeKind.MERGED);
            assertThat(change.by()).containsExactlyInAnyOrder(IdentifierKind.USER_ID, IdentifierKind.PHONE);
        });
    }

    @Test
    void theNumberOfACustomerWhoMergedStillLeadsToThem() {
        order("A1", "30.00", 1, phone("1"));
        order("A2", "20.00", 2, user("lin"));
        List<CustomerNo> before =
                rows().stream().map(CustomerRow::customerNo).sorted().toList();
        event("Identified", 3, user("lin"), phone("1"));

        for (CustomerNo number : before) {
            assertThat(pages.known(brand, number.value())).isEqualTo(before.getFirst());
        }
        RoaringBitmap kept = new RoaringBitmap();
        before.forEach(number -> kept.add(number.value()));
        assertThat(customers.current(kept))
                .isEqualTo(RoaringBitmap.bitmapOf(before.getFirst().value()));
    }

    @Test
    void twoMembersWithOnePhoneStayTwoAndTheReasonIsShown() {
        event("Identified", 1, member("1"), phone("home"));
        event("Identified", 2, member("2"), phone("home"));

        assertThat(rows()).hasSize(2);
        IdentityView second = identity.view(customer(member("2")));
        assertThat(second.links())
                .singleElement()
                .satisfies(link -> assertThat(link.state()).isEqualTo(LinkState.CONTRADICTED));
    }

    @Test
    void aPhoneSeenWithTooManyIsTakenFromEverybody() {
        for (int i = 0; i < 6; i++) {
            order("S" + i, "10.00", i, phone("shop"), email("buyer" + i));
        }
        order("S9", "1.00", 9, phone("shop"), email("buyer9"));

        CustomerNo till = customer(phone("shop"));
        assertThat(customer(email("buyer9"))).isNotEqualTo(till);
        assertThat(orders(customer(email("buyer9")))).containsExactly("S9");
        assertThat(orders(till))
                .as("what came before it was known stays with the phone, which is nobody")
                .hasSize(6);
        assertThat(identity.view(till).identifiers())
                .filteredOn(one -> one.customer().equals(till))
                .singleElement()
                .satisfies(phone -> assertThat(phone.shared()).isTrue());
    }

    @Test
    void whatIsTakenApartIsOnBothSidesExactlyWhatItWas() {
        order("A1", "30.00", 1, phone("1"), email("a"));
        consent(2, EventNames.CONSENT_GRANTED, phone("1"));
        order("A2", "20.00", 2, user("lin"));
        event("Identified", 2, "{\"name\": \"林\", \"city\": \"杭州\"}", user("lin"));
        CustomerNo phone = customer(phone("1"));
        CustomerNo user = customer(user("lin"));
        List<Object> before = List.of(state(phone), state(user));

        event("Identified", 3, user("lin"), phone("1"));
        assertThat(rows()).hasSize(1);
        order("A3", "5.00", 4, user("lin"));
        IdentityView.Changed merge =
                identity.view(customer(user("lin"))).changes().getFirst();
        links.separate(brand, customer(user("lin")), merge.low(), merge.high(), "two people on one till");

        assertThat(customer(phone("1"))).isEqualTo(phone);
        assertThat(customer(user("lin"))).isEqualTo(user);
        assertThat(state(phone)).isEqualTo(before.getFirst());
        CustomerProfile lin = pages.profile(brand, user.value());
        assertThat(lin.summary().orders())
                .as("what came later stays with whom it named")
                .isEqualTo(2);
        assertThat(orders(user)).containsExactly("A3", "A2");
        event("Identified", 5, user("lin"), phone("1"));
        assertThat(rows())
                .as("a person's decision outlives what is named together later")
                .hasSize(2);

        links.link(brand, phone, user, "it was one person after all");
        assertThat(only().orders()).isEqualTo(3);
    }

    @Test
    void theWarehouseFollowsEveryMergeAndSeparation() {
        order("A1", "30.00", 1, phone("1"));
        order("A2", "20.00", 2, user("lin"));
        assertThat(ordersByCustomer()).isEqualTo(Map.of(customer(phone("1")), 1L, customer(user("lin")), 1L));

        event("Identified", 3, user("lin"), phone("1"));
        assertThat(ordersByCustomer()).isEqualTo(Map.of(customer(phone("1")), 2L));

        IdentityView.Changed merge =
                identity.view(customer(user("lin"))).changes().getFirst();
        links.separate(brand, customer(user("lin")), merge.low(), merge.high(), null);
        assertThat(ordersByCustomer()).isEqualTo(Map.of(customer(phone("1")), 1L, customer(user("lin")), 1L));
    }

    /// The same events, in any order, in batches of any size, from several senders at once: the same people with the
    /// same orders.
    @Test
    void conflictingLinksEndInTheSameAnswerWhateverTheirOrder() throws Exception {
        for (int seed = 1; seed <= 6; seed++) {
            Random random = new Random(seed);
            List<Happening> happenings = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                happenings.add(Happening.any(random, i, 5));
            }
            Map<Set<String>, Long> expected = null;
            for (int shuffle = 0; shuffle < 3; shuffle++) {
                Brand fresh = brands.chinese();
                List<NewEvent> events =
                        happenings.stream().map(one -> one.in(fresh)).collect(Collectors.toCollection(ArrayList::new));
                Collections.shuffle(events, random);
                send(events, random, shuffle == 2);
                Map<Set<String>, Long> people = people(fresh, happenings);
                expected = expected == null ? people : expected;
                assertThat(people).as("seed %d, shuffle %d", seed, shuffle).isEqualTo(expected);
            }
        }
    }

    /// So many named with so many others that some are found to be shared: still the same people.
    @Test
    void whoIsSharedDoesNotHangOnTheOrderEither() throws Exception {
        for (int seed = 11; seed <= 13; seed++) {
            Random random = new Random(seed);
            List<Happening> happenings = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                happenings.add(Happening.any(random, i, 8));
            }
            Set<Set<String>> expected = null;
            for (int shuffle = 0; shuffle < 3; shuffle++) {
                Brand fresh = brands.chinese();
                List<NewEvent> events =
                        happenings.stream().map(one -> one.in(fresh)).collect(Collectors.toCollection(ArrayList::new));
                Collections.shuffle(events, random);
                send(events, random, shuffle == 2);
                Set<Set<String>> people = people(fresh, happenings).keySet();
                expected = expected == null ? people : expected;
                assertThat(people).as("seed %d, shuffle %d", seed, shuffle).isEqualTo(expected);
            }
        }
    }

    private void send(List<NewEvent> events, Random random, boolean together) throws Exception {
        List<List<NewEvent>> batches = new ArrayList<>();
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(20));
            batches.add(events.subList(from, to));
            from = to;
        }
        try (var senders = Executors.newFixedThreadPool(together ? 4 : 1)) {
            for (var sent : senders.invokeAll(batches.stream()
                    .map(batch -> (java.util.concurrent.Callable<Integer>)
                            () -> log.append(batch).size())
                    .toList())) {
                sent.get();
            }
        }
    }

    /// What happened to somebody who was named by several identifiers.
    private record Happening(int id, List<String> names, int hour, boolean order) {

        /// At an hour of its own, naming at most one of each kind: what else decides ties is the values, and these
        /// differ from brand to brand.
        static Happening any(Random random, int id, int people) {
            List<String> kinds = new ArrayList<>(List.of("member", "user", "phone", "email", "browser"));
            Collections.shuffle(kinds, random);
            List<String> names = kinds.subList(0, 1 + random.nextInt(3)).stream()
                    .map(kind -> kind + random.nextInt(people))
                    .toList();
            return new Happening(id, names, (id * 7919) % 1000, random.nextBoolean());
        }

        NewEvent in(Brand brand) {
            Identifier[] identifiers =
                    names.stream().map(name -> identifier(brand, name)).toArray(Identifier[]::new);
            Instant at = MARCH.plus(Duration.ofHours(hour));
            return order
                    ? TestEvents.order(brand, TestEvents.identified(identifiers), "H" + id, "10.00", at)
                    : TestEvents.event(brand, TestEvents.identified(identifiers), "Viewed", at, "{}");
        }

        static Identifier identifier(Brand brand, String name) {
            String value = brand.key() + "-" + name;
            return switch (name.charAt(0)) {
                case 'm' -> new Identifier(IdentifierKind.MEMBER_NO, value);
                case 'u' -> new Identifier(IdentifierKind.USER_ID, value);
                case 'p' -> new Identifier(IdentifierKind.PHONE, phoneNumber(brand, name));
                case 'e' -> new Identifier(IdentifierKind.EMAIL, value + "@example.com");
                case 'b' -> new Identifier(IdentifierKind.ANONYMOUS_ID, value);
                default -> throw new IllegalArgumentException(name);
            };
        }
    }

    /// The people of a brand by the names they go by, with their orders.
    private Map<Set<String>, Long> people(Brand brand, List<Happening> happenings) {
        Map<CustomerNo, Set<String>> people = new TreeMap<>();
        happenings.stream()
                .flatMap(one -> one.names().stream())
                .distinct()
                .forEach(name -> people.computeIfAbsent(
                                find(brand, Happening.identifier(brand, name)), no -> new TreeSet<>())
                        .add(name));
        Map<CustomerNo, Long> orders = list.page(brand.id(), all(), FIRST).items().stream()
                .collect(Collectors.toMap(CustomerRow::customerNo, row -> (long) row.orders()));
        return people.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, one -> orders.getOrDefault(one.getKey(), 0L)));
    }

    private Map<CustomerNo, Long> ordersByCustomer() {
        assertThat(warehouse.catchUp(Duration.ofSeconds(20))).isTrue();
        return warehouse.read(database -> database
                .fetch(
                        "select customer_no, count(*) from orders where brand_id = {0} group by customer_no",
                        org.jooq.impl.DSL.inline(brand.id().value()))
                .stream()
                .collect(Collectors.toMap(
                        row -> new CustomerNo(row.get(0, Integer.class)), row -> row.get(1, Long.class))));
    }

    /// Everything a customer's page says, without what tells of merges.
    private Object state(CustomerNo customer) {
        CustomerProfile profile = pages.profile(brand, customer.value());
        return List.of(
                profile.attributes(),
                profile.identifiers(),
                profile.touchpoints(),
                profile.consents(),
                profile.summary(),
                profile.firstSeenAt(),
                profile.lastSeenAt(),
                orders(customer),
                names(customer).stream()
                        .filter(name -> !EventNames.withoutCustomer(name))
                        .toList());
    }

    private Identifier phone(String name) {
        return new Identifier(IdentifierKind.PHONE, phoneNumber(brand, name));
    }

    private static String phoneNumber(Brand brand, String name) {
        return "1" + (3_000_000_000L + Math.floorMod((brand.key() + name).hashCode() * 2_654_435_761L, 6_999_999_999L));
    }

    private Identifier user(String name) {
        return new Identifier(IdentifierKind.USER_ID, name);
    }

    private Identifier member(String name) {
        return new Identifier(IdentifierKind.MEMBER_NO, name);
    }

    private Identifier email(String name) {
        return new Identifier(IdentifierKind.EMAIL, brand.key() + name + "@example.com");
    }

    private void order(String number, String total, int hour, Identifier... identifiers) {
        log.append(List.of(TestEvents.order(
                brand, TestEvents.identified(identifiers), number, total, MARCH.plus(Duration.ofHours(hour)))));
    }

    private void event(String name, int hour, Identifier... identifiers) {
        event(name, hour, "{}", identifiers);
    }

    private void event(String name, int hour, String properties, Identifier... identifiers) {
        log.append(List.of(TestEvents.event(
                brand, TestEvents.identified(identifiers), name, MARCH.plus(Duration.ofHours(hour)), properties)));
    }

    private void consent(int hour, String name, Identifier... identifiers) {
        event(name, hour, "{\"channel\": \"email\", \"purpose\": \"marketing\"}", identifiers);
    }

    private CustomerNo customer(Identifier identifier) {
        return find(brand, identifier);
    }

    private CustomerNo find(Brand in, Identifier identifier) {
        return identifiers.find(in.id(), identifier).orElseThrow();
    }

    private List<String> orders(CustomerNo customer) {
        return purchases.page(brand, customer, FIRST).items().stream()
                .map(Purchases.OrderRow::number)
                .toList();
    }

    private List<String> names(CustomerNo customer) {
        return timeline.page(brand, customer, TimelineFilter.ALL, FIRST).items().stream()
                .map(Timeline.TimelineEntry::name)
                .toList();
    }

    private List<CustomerRow> rows() {
        return list.page(brand.id(), all(), FIRST).items();
    }

    private CustomerRow only() {
        assertThat(rows()).hasSize(1);
        return rows().getFirst();
    }

    private static CustomerFilter all() {
        return new CustomerFilter(null, null, null, null, null, null, null, null, null);
    }
}
