package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.PATIENCE;
import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.programme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.account.Role;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.loyalty.CouponStage.Till;
import io.waterwheel.loyalty.PointsCommand.Occasion;
import io.waterwheel.loyalty.PointsCommand.Payee;
import io.waterwheel.loyalty.membercentre.card.MemberPasses;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// An accountant goes from a number to the bookings behind it, and from a booking to its postings and lots.
@ServerTest
class LedgerExplorerStories {

    private static final String A_YEAR =
            "'points':{'pendingDays':0,'expiry':{'type':'afterMonths','months':12},'debt':'othersThenDebt'}";

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private MemberPasses passes;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext database;

    private CouponStage stage;
    private MallStage mall;
    private CustomerNo lin;

    @BeforeEach
    void aBrandThatGivesAPointForEachYuan() {
        stage = new CouponStage(brands, browsers, log, customers);
        mall = new MallStage(stage, log, ledger);
        String path = stage.path("/loyalty/programme");
        assertThat(stage.operator
                        .put(path, "{\"definition\":" + programme(List.of(BASE), A_YEAR) + "}")
                        .status())
                .isEqualTo(200);
        assertThat(stage.operator.post(path + "/publish", Map.of()).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        lin = mall.member("lin", 0);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void theAccountantFindsWhatAnOrderEarnedAndWhereItWent() {
        order("A1", "60");
        untilFound("?order=A1", 1);
        refund("R1", "A1", "20");
        untilFound("?order=A1", 2);
        spend("mall/1", 15);

        List<JsonNode> ofOrder = find("?order=A1");
        assertThat(ofOrder).extracting(line -> line.path("kind").asString()).containsExactly("take-back", "earn");
        assertThat(ofOrder.getLast().path("why").asString()).isEqualTo("Order A1");
        assertThat(ofOrder.getLast().path("customer").asInt()).isEqualTo(lin.value());

        JsonNode earned = entry(ofOrder.getLast());
        assertThat(postings(earned)).containsExactlyInAnyOrder("issued -60", "available 60");
        assertThat(earned.path("sum").asLong(-1)).isZero();
        assertThat(earned.path("values").path("order_id").asString()).isEqualTo("A1");
        JsonNode lot = earned.path("lots").path(0);
        assertThat(lot.path("opened").asBoolean()).isTrue();
        assertThat(lot.path("points").asLong()).isEqualTo(60);
        assertThat(lot.path("remaining").asLong())
                .as("20 came back, 15 were spent")
                .isEqualTo(25);
        assertThat(Instant.parse(lot.path("expiresAt").asString()))
                .isBetween(
                        clock.instant().plus(Duration.ofDays(360)),
                        clock.instant().plus(Duration.ofDays(400)));
        assertThat(earned.path("refersTo").isNull()).isTrue();
        assertThat(earned.path("referred").path(0).path("entry"))
                .isEqualTo(ofOrder.getFirst().path("entry"));

        JsonNode taken = entry(ofOrder.getFirst());
        assertThat(postings(taken)).containsExactlyInAnyOrder("available -20", "issued 20");
        assertThat(taken.path("refersTo").path("entry"))
                .isEqualTo(earned.path("line").path("entry"));

        JsonNode spent = entry(find("?key=mall/1").getFirst());
        assertThat(postings(spent)).containsExactlyInAnyOrder("available -15", "mall 15");
        assertThat(spent.path("sum").asLong(-1)).isZero();
        JsonNode from = spent.path("lots").path(0);
        assertThat(from.path("lot"))
                .as("the lot the order opened")
                .isEqualTo(earned.path("line").path("entry"));
        assertThat(from.path("opened").asBoolean()).isFalse();
        assertThat(from.path("remaining").asLong()).isEqualTo(25);
    }

    @Test
    void whatATillTookForAnOrderIsFoundByTheOrderToo() {
        mall.earn(lin, 100);
        Till till = stage.till("nanjing-road");
        String pass = passes.of(new Member(stage.brand, lin)).text();
        String visit = till.post("members/read", "-", "{'pass':'" + pass + "'}")
                .json()
                .path("visit")
                .asString();
        String payment = till.post(
                        "points/freeze",
                        UUID.randomUUID().toString(),
                        "{'visit':'" + visit + "','order':'T7','points':80}")
                .json()
                .path("payment")
                .asString();
        assertThat(till.post("points/capture", "-", "{'payment':'" + payment + "','points':50}")
                        .status())
                .isEqualTo(200);
        untilFound("?order=T7", 2);
        List<JsonNode> ofOrder = find("?order=T7");
        assertThat(ofOrder).extracting(line -> line.path("kind").asString()).containsExactly("capture", "freeze");
        JsonNode captured = entry(ofOrder.getFirst());
        assertThat(postings(captured))
                .containsExactlyInAnyOrder("frozen -50", "order 50", "frozen -30", "available 30");
        assertThat(captured.path("refersTo").path("kind").asString()).isEqualTo("freeze");
        assertThat(find("?order=T7&kind=freeze")).hasSize(1);
        assertThat(find("?order=T7&account=order")).hasSize(1);
    }

    @Test
    void theBookingsOfADayAreListedByKindByAccountAndByMemberTheLatestFirst() {
        CustomerNo mei = mall.member("mei", 70);
        mall.earn(lin, 100);
        spend("s1", 10);
        spend("s2", 20);
        mall.deduct(mei, 5);
        LocalDate today = stage.brand.dayOf(clock.instant());
        String day = "?from=" + today + "&until=" + today;

        assertThat(find(day))
                .extracting(line -> line.path("kind").asString())
                .containsExactly("deduct", "spend", "spend", "earn", "earn");
        assertThat(find(day + "&kind=spend"))
                .extracting(line -> line.path("key").asString())
                .containsExactly("s2", "s1");
        List<JsonNode> atTheMall = find(day + "&account=mall,adjusted");
        assertThat(atTheMall)
                .extracting(line -> line.path("accounts").path("mall").asLong())
                .containsExactly(0L, 20L, 10L);
        assertThat(find(day + "&account=frozen")).isEmpty();
        assertThat(find(day + "&account=mall&kind=earn")).isEmpty();
        assertThat(find("?from=2020-01-01&until=2020-01-31")).isEmpty();

        assertThat(find("?member=" + mei))
                .extracting(line -> line.path("kind").asString())
                .as("without days")
                .containsExactly("deduct", "earn");
        assertThat(find("?member=" + mei + "&account=adjusted")).hasSize(1);
        assertThat(find("?member=" + mei + "&key=s1")).as("another's").isEmpty();
        assertThat(find("?key=nobody-booked-this")).isEmpty();
    }

    @Test
    void aListGoesOnWhereItsPageEnded() {
        mall.earn(lin, 100);
        for (int i = 1; i <= 5; i++) {
            spend("s" + i, i);
        }
        LocalDate today = stage.brand.dayOf(clock.instant());
        for (String filter : List.of(
                "?kind=spend&from=" + today + "&until=" + today,
                "?account=mall&from=" + today + "&until=" + today,
                "?kind=spend&member=" + lin)) {
            JsonNode first = read("/points/entries" + filter + "&limit=2");
            assertThat(first.path("items").path(1).path("key").asString()).isEqualTo("s4");
            JsonNode second = read("/points/entries" + filter + "&limit=3&cursor="
                    + first.path("next").asString());
            assertThat(second.path("items").valueStream().toList())
                    .extracting(line -> line.path("key").asString())
                    .containsExactly("s3", "s2", "s1");
            assertThat(second.path("next").isNull()).isTrue();
        }
    }

    @Test
    void whatIsRareAmongVeryManyBookingsIsLookedForAStretchAtATime() {
        Occasion occasion = occasion("rare");
        ledger.book(List.of(
                new PointsCommand.Earn(occasion, new Points(9), clock.instant().plus(Duration.ofDays(9)), null)));
        database.transaction(configuration -> DSL.using(configuration)
                .execute(
                        """
                        with lock as materialized (select max(id) as last from loyalty.entry)
                        insert into loyalty.entry
                            (id, brand_id, kind, opened_no, asked, points, at, booked_at, reason, details)
                        select last + n, {0}, 'mature', {1}, 1, 1, {2}, {2}, 'matured', '{}'::jsonb
                        from lock cross join generate_series(1, 21000) n""",
                        DSL.val(stage.brand.id().value()),
                        DSL.val(lin.value()),
                        DSL.val(clock.instant().plusSeconds(1))));
        LocalDate today = stage.brand.dayOf(clock.instant());
        String path = "/points/entries?account=pending&from=" + today + "&until=" + today.plusDays(1);
        JsonNode first = read(path);
        assertThat(first.path("items").isEmpty()).as("none of the first 20,000").isTrue();
        JsonNode second = read(path + "&cursor=" + first.path("next").asString());
        assertThat(second.path("items").path(0).path("key").asString()).isEqualTo("rare");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void whatCannotBeAnsweredIsRefusedWithItsReason() {
        mall.earn(lin, 100);
        String entries = stage.path("/points/entries");
        for (String wide : List.of(
                "",
                "?kind=spend",
                "?account=mall&from=2026-01-01",
                "?until=2026-01-01",
                "?from=2026-01-01&until=2026-02-01")) {
            Browser.Answer refused = stage.operator.get(entries + wide);
            assertThat(refused.code()).as(wide + refused.text()).isEqualTo("points-search-too-wide");
            assertThat(refused.text()).contains("at most 31 days");
        }
        for (Map.Entry<String, String> wrong : Map.of(
                        "?kind=gift&key=a", "/kind",
                        "?account=mall,bank&key=a", "/account",
                        "?key=a&from=2026-02-02&until=2026-02-01", "/until",
                        "?key=a&from=%2B99999-01-01", "/from",
                        "?key=a%00", "/key",
                        "?key=a&from=yesterday", "/from",
                        "?member=lin", "/member")
                .entrySet()) {
            Browser.Answer refused = stage.operator.get(entries + wrong.getKey());
            assertThat(refused.code()).as(wrong.getKey() + refused.text()).isEqualTo("invalid");
            assertThat(refused.text()).contains(wrong.getValue());
        }
        assertThat(stage.operator.get(entries + "?key=a&cursor=nonsense").code())
                .isEqualTo("bad-cursor");
        assertThat(stage.operator.get(entries + "/lots").code()).isEqualTo("malformed");
        assertThat(stage.operator.get(entries + "/999999999999").code()).isEqualTo("not-found");

        String entry = find("?member=" + lin).getFirst().path("entry").asString();
        CouponStage another = new CouponStage(brands, browsers, log, customers);
        assertThat(another.operator
                        .get(another.path("/points/entries/" + entry))
                        .code())
                .as("of another brand")
                .isEqualTo("not-found");
        assertThat(another.operator
                        .get(another.path("/points/entries?member=" + lin))
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
        assertThat(browsers.signedIn(Role.GUIDE).get(entries + "?key=a").code()).isEqualTo("forbidden");
        assertThat(browsers.signedIn(Role.GUIDE).get(entries + "/" + entry).code())
                .isEqualTo("forbidden");
    }

    private void order(String number, String total) {
        log.append(List.of(TestEvents.order(
                stage.brand, TestEvents.member("lin@" + stage.brand.key()), number, total, clock.instant())));
    }

    private void refund(String number, String order, String total) {
        log.append(List.of(new NewEvent(
                stage.brand.id(),
                "test",
                "refund:" + number,
                EventNames.ORDER_REFUNDED,
                clock.instant(),
                TestEvents.member("lin@" + stage.brand.key()),
                "{\"order_id\":\"%s\",\"refunded_order_id\":\"%s\",\"total\":%s}".formatted(number, order, total),
                "{}")));
    }

    private void spend(String key, long points) {
        assertThat(ledger.book(List.of(new PointsCommand.Spend(occasion(key), new Points(points), Payee.MALL)))
                        .getFirst())
                .isInstanceOf(Booking.Booked.class);
    }

    private Occasion occasion(String key) {
        return new Occasion(
                stage.brand.id(), lin, key, clock.instant(), new PointsReason("mall", Map.of("item", "杯子")));
    }

    private JsonNode read(String path) {
        Browser.Answer answer = stage.operator.get(stage.path(path));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private List<JsonNode> find(String filter) {
        return read("/points/entries" + filter).path("items").valueStream().toList();
    }

    private void untilFound(String filter, int bookings) {
        await().atMost(PATIENCE).until(() -> find(filter).size() == bookings);
    }

    private JsonNode entry(JsonNode line) {
        return read("/points/entries/" + line.path("entry").asString());
    }

    private static List<String> postings(JsonNode entry) {
        return entry.path("postings")
                .valueStream()
                .map(posting -> posting.path("account").asString() + " "
                        + posting.path("amount").asLong())
                .toList();
    }
}
