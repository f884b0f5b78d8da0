package io.waterwheel.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waterwheel.access.AccessProblem;
import io.waterwheel.access.Brand;
import io.waterwheel.access.brand.KnownBrands;
import io.waterwheel.customer.profile.CustomerList;
import io.waterwheel.customer.profile.CustomerPages;
import io.waterwheel.customer.profile.CustomerProfile;
import io.waterwheel.customer.purchase.Purchases;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class CustomerStories {

    private static final Instant MARCH = Instant.parse("2026-03-01T04:00:00Z");
    private static final PageRequest FIRST = new PageRequest(null, null);

    @Autowired
    private EventLog log;

    @Autowired
    private CustomerList list;

    @Autowired
    private CustomerPages pages;

    @Autowired
    private Purchases purchases;

    @Autowired
    private Customers customers;

    @Autowired
    private TestBrands brands;

    @Autowired
    private KnownBrands settings;

    private Brand brand;

    @BeforeEach
    void aBrand() {
        brand = brands.chinese();
    }

    @Test
    void aBuyerIsThereWithTheirTotalsAsSoonAsTheOrderIsAcknowledged() {
        append(order("1001", "68.50", MARCH), order("1002", "31.50", MARCH.plus(Duration.ofDays(30))));
        append(TestEvents.refund(brand, lin(), "R1", "31.50", MARCH.plus(Duration.ofDays(33))));

        CustomerRow row = only();
        assertThat(row.orders()).isEqualTo(2);
        assertThat(row.netSales()).isEqualTo(6850);
        CustomerProfile profile = pages.profile(brand, row.customerNo().value());
        assertThat(profile.summary().grossSales()).isEqualTo(10000);
        assertThat(profile.summary().firstOrderAt()).isEqualTo(MARCH);
        assertThat(profile.memberSince()).isEqualTo(MARCH);
        assertThat(purchases.page(brand, row.customerNo(), FIRST).items())
                .extracting(Purchases.OrderRow::number)
                .containsExactly("R1", "1002", "1001");
    }

    @Test
    void anOrderOfNobodyMakesNoCustomer() {
        append(TestEvents.order(brand, Subject.NOBODY, "2001", "10.00", MARCH));

        assertThat(list.page(brand.id(), all(), FIRST).items()).isEmpty();
    }

    @Test
    void anOrderSentUnderTwoMessageIdsCountsOnce() {
        NewEvent order = order("3001", "50.00", MARCH);
        NewEvent again = new NewEvent(
                order.brand(), "other shop", "x", order.name(), order.at(), order.subject(), order.properties(), "{}");

        append(order);
        append(again);

        assertThat(only().orders()).isEqualTo(1);
    }

    @Test
    void anOrderThatCostNothingIsNotAPaidOrder() {
        append(order("4001", "0.00", MARCH));

        assertThat(only().orders()).isZero();
    }

    @Test
    void currencyAndTimeZoneAreFixedByTheFirstOrderAndTheNameIsNot() {
        ZoneId london = ZoneId.of("Europe/London");
        Brand pounds = settings.change(brand, "Gifts", Currency.getInstance("GBP"), london);
        append(TestEvents.order(pounds, lin(), "6001", "10.00", MARCH));

        assertThatThrownBy(() -> settings.change(pounds, "Gifts", Currency.getInstance("CNY"), london))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(AccessProblem.BRAND_IN_USE));
        assertThatThrownBy(() -> settings.change(pounds, "Gifts", pounds.currency(), ZoneId.of("Asia/Shanghai")))
                .isInstanceOf(Problem.class);
        assertThat(settings.change(pounds, "Better Gifts", pounds.currency(), london)
                        .name())
                .isEqualTo("Better Gifts");
    }

    @Test
    void whoIsAFriendInTwoCorpsHasAnAddressInEachNewestFirst() {
        Identifier union = new Identifier(IdentifierKind.UNIONID, brand.key() + "-union");
        String tea = brand.key() + "-in-tea";
        String gifts = brand.key() + "-in-gifts";
        for (String address : List.of(tea, gifts)) {
            Subject person = TestEvents.identified(union, new Identifier(IdentifierKind.EXTERNAL_USERID, address));
            append(TestEvents.event(
                    brand,
                    person,
                    EventNames.IDENTIFIED,
                    address.equals(tea) ? MARCH : MARCH.plus(Duration.ofDays(1)),
                    "{}"));
        }

        CustomerNo customer = only().customerNo();
        assertThat(customers.addresses(ChannelKind.WECOM, List.of(customer)).get(customer))
                .containsExactly(gifts, tea);
    }

    @Test
    void identifiersThatComeTogetherAreOnePerson() {
        Subject both = TestEvents.identified(
                new Identifier(IdentifierKind.MEMBER_NO, "M1"),
                new Identifier(IdentifierKind.PHONE, "+86 199 0000 0001"));
        append(TestEvents.event(brand, both, EventNames.IDENTIFIED, MARCH, "{\"name\": \"林小满\", \"city\": \"杭州\"}"));
        append(order("5001", "20.00", MARCH));
        Subject phone = TestEvents.identified(new Identifier(IdentifierKind.PHONE, "19900000001"));
        append(TestEvents.event(brand, phone, "Visited", MARCH, "{}"));

        CustomerRow row = only();
        assertThat(row.name()).isEqualTo("林小满");
        assertThat(row.phone()).isEqualTo("199****0001");
        assertThat(row.orders()).isEqualTo(1);
    }

    @Test
    void aBrowserBringsItsHistoryToTheFirstWhoSignsInAndNotToTheSecond() {
        Identifier browser = new Identifier(IdentifierKind.ANONYMOUS_ID, "browser-1");
        append(TestEvents.event(brand, TestEvents.identified(browser), "Viewed", MARCH, "{}"));
        append(signIn(browser, "first", 1));
        append(signIn(browser, "second", 2));
        append(signIn(browser, "first", 3));

        assertThat(list.page(brand.id(), all(), FIRST).items()).hasSize(2);
        assertThat(search("first")).containsExactlyElementsOf(search("browser-1"));
        assertThat(search("second")).isNotEqualTo(search("first"));
    }

    private NewEvent signIn(Identifier browser, String user, int hour) {
        return TestEvents.event(
                brand,
                TestEvents.identified(browser, new Identifier(IdentifierKind.USER_ID, user)),
                EventNames.IDENTIFIED,
                MARCH.plus(Duration.ofHours(hour)),
                "{}");
    }

    @Test
    void theListIsSearchedByNameAndByEveryIdentifier() {
        Subject both = TestEvents.identified(
                new Identifier(IdentifierKind.MEMBER_NO, "M1"),
                new Identifier(IdentifierKind.EMAIL, "Lin@Example.com"));
        append(TestEvents.event(brand, both, EventNames.IDENTIFIED, MARCH, "{\"name\": \"林小满\"}"));
        append(order("6001", "20.00", MARCH));
        append(TestEvents.order(brand, TestEvents.member("M2"), "6002", "9.00", MARCH));

        for (String text : List.of("林", "林小满", "M1", "lin@example.com", " LIN@example.com ")) {
            assertThat(search(text))
                    .as(text)
                    .hasSize(1)
                    .first()
                    .extracting(CustomerRow::name)
                    .isEqualTo("林小满");
        }
        assertThat(search("小满")).isEmpty();
        assertThat(search("%")).isEmpty();
    }

    @Test
    void anotherBrandsMemberOfTheSameNumberIsAnotherPerson() {
        Brand other = brands.chinese();
        append(order("7001", "20.00", MARCH));
        append(TestEvents.order(other, TestEvents.member("M1"), "7001", "30.00", MARCH));

        assertThat(only().netSales()).isEqualTo(2000);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        List<NewEvent> visits = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            // Pairs share the same instant, so that the second sort key matters.
            visits.add(TestEvents.order(
                    brand, TestEvents.member("p" + i), "8" + i, "1.00", MARCH.plus(Duration.ofHours(i / 2))));
        }
        log.append(visits);

        List<CustomerNo> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<CustomerRow> page = list.page(brand.id(), all(), new PageRequest(cursor, 7));
            page.items().forEach(row -> seen.add(row.customerNo()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    /// Friend added, removed and added again by two guides, in every order of arrival a seeded shuffle gives.
    @Test
    void touchpointsEndTheSameInWhateverOrderTheirEventsArrive() {
        Random random = new Random(20260301);
        for (int round = 0; round < 20; round++) {
            Subject friend =
                    TestEvents.identified(new Identifier(IdentifierKind.EXTERNAL_USERID, brand.key() + "-" + round));
            List<NewEvent> events = new ArrayList<>(List.of(
                    friendship(friend, EventNames.FRIEND_ADDED, "amy", 1),
                    friendship(friend, EventNames.FRIEND_REMOVED, "amy", 2),
                    friendship(friend, EventNames.FRIEND_ADDED, "amy", 3),
                    friendship(friend, EventNames.FRIEND_ADDED, "bo", 1),
                    friendship(friend, EventNames.FRIEND_REMOVED, "bo", 4)));
            Collections.shuffle(events, random);
            events.forEach(event -> log.append(List.of(event)));
            CustomerNo customer = customerOf(
                    log.append(List.of(friendship(friend, "Greeted", "amy", 5))).getFirst());
            assertThat(pages.profile(brand, customer.value()).touchpoints())
                    .as("round %d", round)
                    .extracting(CustomerProfile.Touchpoint::guide, CustomerProfile.Touchpoint::usable)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("amy", true),
                            org.assertj.core.groups.Tuple.tuple("bo", false));
        }
    }

    @Test
    void aFriendMayBeAddressedUntilConsentIsWithdrawnAndAnEmailOnlyOnceItIsGranted() {
        Subject lin = TestEvents.identified(
                new Identifier(IdentifierKind.EXTERNAL_USERID, brand.key() + "-ext"),
                new Identifier(IdentifierKind.EMAIL, brand.key() + "@example.com"));
        append(friendship(lin, EventNames.FRIEND_ADDED, "amy", 1));
        RoaringBitmap her = RoaringBitmap.bitmapOf(only().customerNo().value());

        assertThat(customers.bound(brand.id(), ChannelKind.EMAIL, her)).isEqualTo(her);
        assertThat(customers.consenting(brand.id(), ChannelKind.WECOM, "marketing", her))
                .isEqualTo(her);
        assertThat(customers
                        .consenting(brand.id(), ChannelKind.EMAIL, "marketing", her)
                        .isEmpty())
                .isTrue();
        assertThat(customers.consenting(brand.id(), ChannelKind.EMAIL, "service", her))
                .isEqualTo(her);
        assertThat(only().reachable()).containsExactly(ChannelKind.WECOM);

        append(consent(lin, EventNames.CONSENT_GRANTED, "email", 5));
        append(consent(lin, EventNames.CONSENT_WITHDRAWN, "wecom", 5));

        assertThat(only().reachable()).containsExactly(ChannelKind.EMAIL);
        assertThat(customers
                        .consenting(brand.id(), ChannelKind.WECOM, "marketing", her)
                        .isEmpty())
                .isTrue();

        append(consent(lin, EventNames.CONSENT_GRANTED, "wecom", 4));

        assertThat(only().reachable())
                .as("an older yes does not undo a newer no")
                .containsExactly(ChannelKind.EMAIL);
    }

    private static CustomerNo customerOf(EventLog.Appended outcome) {
        return java.util.Objects.requireNonNull(((EventLog.Appended.Written) outcome).customer());
    }

    private NewEvent friendship(Subject friend, String name, String guide, int hour) {
        return TestEvents.event(
                brand, friend, name, MARCH.plus(Duration.ofHours(hour)), "{\"guide\": \"" + guide + "\"}");
    }

    private NewEvent consent(Subject subject, String name, String channel, int hour) {
        return TestEvents.event(
                brand,
                subject,
                name,
                MARCH.plus(Duration.ofHours(hour)),
                "{\"channel\": \"" + channel + "\", \"purpose\": \"marketing\"}");
    }

    private Subject lin() {
        return TestEvents.member("M1");
    }

    private NewEvent order(String number, String total, Instant at) {
        return TestEvents.order(brand, lin(), number, total, at);
    }

    private void append(NewEvent... events) {
        log.append(List.of(events));
    }

    private CustomerRow only() {
        List<CustomerRow> rows = list.page(brand.id(), all(), FIRST).items();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private List<CustomerRow> search(String text) {
        CustomerFilter filter = new CustomerFilter(text, null, null, null, null, null, null, null, null);
        return list.page(brand.id(), filter, FIRST).items();
    }

    private static CustomerFilter all() {
        return new CustomerFilter(null, null, null, null, null, null, null, null, null);
    }
}
