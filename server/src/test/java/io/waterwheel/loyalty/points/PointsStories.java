package io.waterwheel.loyalty.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.identity.PersonLinks;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.DebtRule;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class PointsStories {

    private static final AtomicInteger PHONES = new AtomicInteger(52_000_000);

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private LotExpiry expiry;

    @Autowired
    private LotMaturing maturing;

    @Autowired
    private ExpiryNotices notices;

    @Autowired
    private PersonLinks links;

    @Autowired
    private DSLContext database;

    private final Identifier phone = new Identifier(IdentifierKind.PHONE, "137" + PHONES.incrementAndGet());
    private PointsStage stage;
    private CustomerNo lin;
    private long begin;

    @BeforeEach
    void aBrandWithAMember() {
        begin(brands.chinese());
    }

    private void begin(Brand brand) {
        stage = new PointsStage(brand, browsers, ledger, log, clock);
        lin = stage.member("lin");
        begin = log.end();
    }

    @AfterEach
    void theLedgerAddsUp() {
        stage.addsUp();
        clock.reset();
    }

    private List<LoggedEvent> events(String name) {
        return log.read(begin, 10_000).stream()
                .filter(event -> event.name().equals(name) && event.brand().equals(stage.brand.id()))
                .toList();
    }

    @Test
    void whatAnOrderEarnsIsPendingThenSpentAndHalfOfItIsRefunded() {
        Instant returnable = clock.instant().plus(Duration.ofDays(7));
        stage.earn(lin, "A100", 120, returnable, null);
        assertThat(stage.has(lin)).containsExactly(0L, 120L, 0L, 0L);

        clock.advance(Duration.ofDays(8));
        assertThat(stage.has(lin))
                .as("on time, whether or not the night's work ran")
                .containsExactly(120L, 0L, 0L, 0L);
        maturing.matureAll();
        assertThat(stage.has(lin)).containsExactly(120L, 0L, 0L, 0L);

        assertThat(stage.spend(lin, "mall:1", 100)).isInstanceOf(Booking.Booked.class);
        stage.book(new PointsCommand.TakeBack(
                stage.occasion(lin, "A100:refund"), "A100", new Points(60), DebtRule.OTHERS_THEN_DEBT));
        assertThat(stage.has(lin)).containsExactly(0L, 0L, 0L, 40L);

        stage.earn(lin, "A101", 50, null, null);
        assertThat(stage.has(lin)).containsExactly(10L, 0L, 0L, 0L);
        assertThat(stage.kinds(lin)).containsExactly("earn", "take-back", "spend", "mature", "earn");
        await().untilAsserted(() -> {
            assertThat(events(EventNames.POINTS_EARNED)).hasSize(2);
            assertThat(events(EventNames.POINTS_REDEEMED)).hasSize(1);
            assertThat(events(EventNames.POINTS_TAKEN_BACK)).singleElement().satisfies(event -> {
                assertThat(event.customer()).isEqualTo(lin);
                assertThat(event.properties()).contains("\"points\":60", "\"order_id\":\"A100:refund\"");
            });
        });
    }

    @Test
    void aStatementIsPagedAndSaysWhy() {
        for (int i = 1; i <= 5; i++) {
            stage.earn(lin, "B" + i, i, null, null);
        }
        JsonNode first = stage.read("/customers/" + lin + "/points/entries?limit=2");
        assertThat(first.path("items").path(0).path("why").asString()).isEqualTo("订单 B5");
        JsonNode second = stage.read("/customers/" + lin + "/points/entries?limit=2&cursor="
                + first.path("next").asString());
        assertThat(second.path("items").path(0).path("points").asLong()).isEqualTo(3);
        assertThat(second.path("items").path(1).path("available").asLong()).isEqualTo(2);
    }

    @Test
    void pointsExpireAtTheBrandsMidnightAlsoWhereClocksChange() {
        begin(brands.create("USD", "America/New_York"));
        LocalDate day = LocalDate.of(clock.instant().atZone(stage.brand.zone()).getYear() + 1, 11, 2);
        Instant midnight = stage.brand.startOf(day);
        stage.earn(lin, "old", 30, null, midnight);
        stage.earn(lin, "new", 5, null, null);

        clock.advance(Duration.between(clock.instant(), midnight).minusSeconds(30));
        assertThat(stage.has(lin)).containsExactly(35L, 0L, 0L, 0L);
        expiry.expireAll();
        assertThat(stage.has(lin)).containsExactly(35L, 0L, 0L, 0L);

        clock.advance(Duration.ofSeconds(31));
        assertThat(stage.has(lin)).as("before the night's work").containsExactly(5L, 0L, 0L, 0L);
        assertThat(stage.spend(lin, "s", 6)).isEqualTo(new Booking.Insufficient(new Points(5)));
        expiry.expireAll();
        assertThat(stage.has(lin)).containsExactly(5L, 0L, 0L, 0L);
        assertThat(stage.kinds(lin)).containsExactly("expire", "earn", "earn");
        assertThat(stage.read("/points/trial-balance")
                        .path("accounts")
                        .path("expired")
                        .asLong())
                .isEqualTo(30);
        await().untilAsserted(() -> assertThat(events(EventNames.POINTS_EXPIRED))
                .singleElement()
                .satisfies(event -> assertThat(event.at()).isEqualTo(midnight)));
    }

    @Test
    void aMonthBeforeMembersAreToldWhatTheyWillLose() {
        Brand brand = stage.brand;
        LocalDate today = firstOfJuneAfter(brand.dayOf(clock.instant()).plusDays(1));
        Instant then = brand.startOf(today.plusDays(30));
        stage.earn(lin, "a", 30, null, then);
        stage.earn(lin, "b", 12, null, then.plusSeconds(3600));
        clock.advance(Duration.between(clock.instant(), brand.startOf(today).plusSeconds(3600)));
        notices.look();
        notices.look();
        await().untilAsserted(() -> assertThat(events(EventNames.POINTS_EXPIRING))
                .singleElement()
                .satisfies(event -> assertThat(event.properties())
                        .contains("\"points\":42", "\"expires_on\":\"" + brand.dayOf(then) + "\"", "\"days\":30")));
    }

    /// A month of thirty days: its end is a month and no day away.
    private static LocalDate firstOfJuneAfter(LocalDate day) {
        LocalDate june = LocalDate.of(day.getYear(), 6, 1);
        return june.isAfter(day) ? june : june.plusYears(1);
    }

    @Test
    void pointsThatLiveLessThanAMonthAreToldOfAtOnceAndOnce() {
        Brand brand = stage.brand;
        LocalDate day = brand.dayOf(clock.instant()).plusDays(10);
        notices.look();
        stage.earn(lin, "a", 30, null, brand.startOf(day));
        stage.earn(lin, "later", 5, null, brand.startOf(day.plusDays(50)));
        await().untilAsserted(() -> assertThat(events(EventNames.POINTS_EXPIRING))
                .singleElement()
                .satisfies(event -> assertThat(event.properties())
                        .contains("\"points\":30", "\"expires_on\":\"" + day + "\"", "\"days\":10")));

        // What comes to the same day is no news.
        stage.earn(lin, "b", 12, null, brand.startOf(day));
        CustomerNo mei = stage.member("mei");
        stage.earn(mei, "c", 7, null, brand.startOf(day));
        await().untilAsserted(() -> assertThat(events(EventNames.POINTS_EXPIRING))
                .extracting(LoggedEvent::customer)
                .containsExactly(lin, mei));
    }

    @Test
    void whatIsGivenBackShortlyBeforeItExpiresIsToldOf() {
        Brand brand = stage.brand;
        Instant then = brand.startOf(brand.dayOf(clock.instant()).plusDays(60));
        stage.earn(lin, "a", 30, null, then);
        stage.spend(lin, "s", 30);
        clock.advance(Duration.ofDays(40));
        notices.look();
        stage.book(new PointsCommand.GiveBack(stage.occasion(lin, "back"), "s", new Points(20), null));
        await().untilAsserted(() -> assertThat(events(EventNames.POINTS_EXPIRING))
                .singleElement()
                .satisfies(event -> assertThat(event.properties()).contains("\"points\":20")));
    }

    @Test
    void aDayThatANodeLeftHalfToldIsToldToItsEnd() {
        Brand brand = stage.brand;
        LocalDate today = brand.dayOf(clock.instant());
        LocalDate half = today.plusDays(ExpiryNotices.DAYS);
        stage.earn(lin, "a", 30, null, brand.startOf(half.plusDays(1)));
        clock.advance(Duration.ofDays(1));
        // Another node began with the day and died; the day behind it was done.
        database.execute("insert into loyalty.expiry_notice values (%s, '%s', 0, false), (%s, '%s', 0, true)"
                .formatted(brand.id().value(), half.plusDays(1), brand.id().value(), half.plusDays(2)));
        clock.advance(Duration.ofDays(1));
        notices.look();
        await().untilAsserted(
                        () -> assertThat(events(EventNames.POINTS_EXPIRING)).hasSize(1));
    }

    @Test
    void twoMembersWhoAreOnePersonHaveOneBalanceAndComeApartAgain() {
        CustomerNo other = stage.member("lin-too");
        stage.earn(lin, "a", 10, null, null);
        stage.earn(other, "b", 10, null, clock.instant().plus(Duration.ofDays(90)));
        links.link(stage.brand, lin, other, "one person");
        CustomerNo both = stage.has(lin).getFirst() == 20 ? lin : other;
        assertThat(stage.has(both)).containsExactly(20L, 0L, 0L, 0L);
        assertThat(stage.spend(lin, "s", 15)).isInstanceOf(Booking.Booked.class);
        assertThat(stage.has(both)).containsExactly(5L, 0L, 0L, 0L);
        assertThat(stage.kinds(both)).contains("spend", "earn");
        stage.addsUp();

        links.separate(stage.brand, both, lin.value(), other.value(), "two people after all");
        assertThat(stage.has(lin)).containsExactly(5L, 0L, 0L, 0L);
        assertThat(stage.has(other)).as("which expired first, and paid").containsExactly(0L, 0L, 0L, 0L);
        assertThat(stage.kinds(other)).as("and it says so").containsExactly("spend", "earn");
    }

    @Test
    void aPersonGrantsAndDeductsOnceHoweverOftenItIsSent() {
        Map<String, Object> grant = new HashMap<>(Map.of("key", "g1", "points", 500, "note", "上次少算了"));
        grant.put("expiresOn", stage.brand.dayOf(clock.instant()).plusYears(1).toString());
        Browser.Answer first = stage.operator.post(stage.api(lin) + "/grants", grant);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        Browser.Answer again = stage.operator.post(stage.api(lin) + "/grants", grant);
        assertThat(again.json().path("repeated").asBoolean()).isTrue();
        grant.put("points", 501);
        assertThat(stage.operator.post(stage.api(lin) + "/grants", grant).code())
                .isEqualTo("points-key-taken");

        Map<String, Object> deduct = new HashMap<>(Map.of("key", "d1", "points", 600, "note", "退卡"));
        assertThat(stage.operator.post(stage.api(lin) + "/deductions", deduct).code())
                .isEqualTo("points-insufficient");
        deduct.put("points", 200);
        assertThat(stage.operator.post(stage.api(lin) + "/deductions", deduct).status())
                .isEqualTo(200);
        assertThat(stage.has(lin)).containsExactly(300L, 0L, 0L, 0L);
        assertThat(stage.read("/customers/" + lin + "/points/entries")
                        .path("items")
                        .path(0)
                        .path("why")
                        .asString())
                .isEqualTo("人工扣减：退卡");
    }

    @Test
    void absurdGrantsAreRefusedAndLargeOnesTakeAnAdministrator() {
        String grants = stage.api(lin) + "/grants";
        for (long points : new long[] {0, -1, Long.MAX_VALUE}) {
            assertThat(stage.operator
                            .post(grants, Map.of("key", "k", "points", points, "note", "n"))
                            .code())
                    .isEqualTo("points-amount-absurd");
        }
        Map<String, Object> large = Map.of("key", "k", "points", 200_000, "note", "n");
        assertThat(stage.operator.post(grants, large).code()).isEqualTo("points-above-limit");
        assertThat(browsers.signedIn(Role.GUIDE).post(grants, large).status()).isEqualTo(403);
        assertThat(browsers.signedIn(Role.ADMIN).post(grants, large).status()).isEqualTo(200);
        assertThat(stage.operator
                        .post(grants, Map.of("key", "p", "points", 1, "note", "n", "expiresOn", "2020-01-01"))
                        .code())
                .isEqualTo("points-time-absurd");
        assertThat(stage.operator
                        .post(grants, Map.of("key", " ", "points", 1, "note", "n"))
                        .code())
                .isEqualTo("invalid");
        assertThat(stage.operator
                        .post(
                                stage.api(new CustomerNo(999_999_999)) + "/grants",
                                Map.of("key", "q", "points", 1, "note", "n"))
                        .code())
                .isEqualTo("not-found");
    }

    @Test
    void whatTheSystemBeforeKnewIsOpenedToTheLastPointAndTheLatestStands() {
        opened("lin", 100, 3);
        opened("mei", 77, 3);
        awaitOpened(177);
        opened("lin", 130, 2);
        opened("mei", 999, 9);
        awaitOpened(207);
        assertThat(stage.has(lin)).containsExactly(130L, 0L, 0L, 0L);
        JsonNode openings = stage.read("/points/openings");
        assertThat(openings.path("members").asLong()).isEqualTo(2);
        assertThat(openings.path("imported").asLong()).isEqualTo(207);
        assertThat(openings.path("differences").valueStream().toList()).isEmpty();
        assertThat(openings.path("doubted").valueStream().toList()).isEmpty();
    }

    @Test
    void whatWasSpentOfAnOpeningBalanceIsNotGivenASecondTimeWhenItIsCorrected() {
        opened("lin", 100, 3);
        awaitOpened(100);
        stage.spend(lin, "s", 30);
        opened("lin", 130, 2);
        awaitOpened(130);
        assertThat(stage.has(lin)).containsExactly(100L, 0L, 0L, 0L);
        stage.addsUp();
    }

    @Test
    void aCorrectedFileThatNamesMembersDifferentlyCountsInsteadOfTheFirst() {
        Subject byPhone = TestEvents.identified(phone);
        opened(byPhone, 100, 3);
        awaitOpened(100);
        opened(both("lin"), 130, 2);
        awaitOpened(130);
        assertThat(stage.has(lin)).containsExactly(130L, 0L, 0L, 0L);
        opened(byPhone, 90, 1);
        awaitOpened(90);
        assertThat(stage.has(lin)).containsExactly(90L, 0L, 0L, 0L);
        stage.addsUp();
    }

    @Test
    void twoMemberNumbersOfOnePersonAreTwoOpenings() {
        CustomerNo second = stage.member("lin-2");
        opened("lin", 100, 3);
        opened("lin-2", 50, 3);
        awaitOpened(150);
        links.link(stage.brand, lin, second, "one person");
        opened("lin-2", 60, 2);
        awaitOpened(160);
        CustomerNo one = stage.has(lin).getFirst() > 0 ? lin : second;
        assertThat(stage.has(one)).containsExactly(160L, 0L, 0L, 0L);
        assertThat(stage.read("/points/openings").path("doubted").valueStream().toList())
                .isEmpty();
    }

    @Test
    void anOpeningToldOfTwoWhoTurnOutToBeOneIsDoubted() {
        Subject byPhone = TestEvents.identified(phone);
        opened("lin", 100, 3);
        opened(byPhone, 100, 3);
        awaitOpened(200);
        // An order names both.
        log.append(List.of(TestEvents.order(stage.brand, both("lin"), "O-1", "1", Instant.now())));
        await().untilAsserted(() -> assertThat(stage.read("/points/openings").path("doubted"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.path("openings").asInt()).isEqualTo(2);
                    assertThat(one.path("points").asLong()).isEqualTo(200);
                }));
    }

    /// The member with their phone.
    private Subject both(String member) {
        return TestEvents.identified(new Identifier(IdentifierKind.MEMBER_NO, member), phone);
    }

    private void opened(String member, long points, int daysAgo) {
        opened(TestEvents.member(member), points, daysAgo);
    }

    private void opened(Subject subject, long points, int daysAgo) {
        log.append(List.of(TestEvents.event(
                stage.brand,
                subject,
                EventNames.POINTS_OPENED,
                Instant.now().minus(Duration.ofDays(daysAgo)),
                "{\"points\":" + points + "}")));
    }

    private void awaitOpened(long sum) {
        await().untilAsserted(() -> {
            assertThat(stage.read("/points/openings").path("booked").asLong()).isEqualTo(sum);
            assertThat(stage.read("/points/openings").path("imported").asLong()).isEqualTo(sum);
        });
    }

    @Test
    void theLiabilityOfAMonthIsWhatMembersHaveAtItsEnd() {
        stage.earn(lin, "a", 100, null, null);
        stage.spend(lin, "s", 30);
        JsonNode month = stage.read("/points/liability").path(0);
        assertThat(month.path("issued").asLong()).isEqualTo(100);
        assertThat(month.path("spent").asLong()).isEqualTo(30);
        assertThat(month.path("liability").asLong()).isEqualTo(70);
        assertThat(month.path("redemption").asDouble()).isEqualTo(1);
    }
}
