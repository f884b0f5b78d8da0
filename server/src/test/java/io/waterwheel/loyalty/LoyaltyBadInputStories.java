package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.PATIENCE;
import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.programme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.intake.EventSources;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.loyalty.coupon.code.CouponCodes;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What nobody should send: whatever comes, the ledger adds up and the answer says what is wrong. More of it is
/// in `TillStories`, `PointsStories`, `BookTests` and `CouponTermsCheckTests`.
@ServerTest
class LoyaltyBadInputStories {

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private CouponCodes codes;

    @Autowired
    private EventSources sources;

    @Autowired
    private TestClock clock;

    private CouponStage stage;
    private CustomerNo lin;

    @BeforeEach
    void aBrandThatGivesAPointForEachYuan() {
        stage = new CouponStage(brands, browsers, log, customers);
        String path = stage.path("/loyalty/programme");
        assertThat(stage.operator
                        .put(path, "{\"definition\":" + programme(List.of(BASE)) + "}")
                        .status())
                .isEqualTo(200);
        assertThat(stage.operator.post(path + "/publish", Map.of()).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        lin = append(TestEvents.event(
                stage.brand, TestEvents.member("M1"), EventNames.MEMBER_JOINED, clock.instant(), "{}"));
    }

    @AfterEach
    void theLedgerAddsUp() {
        JsonNode found =
                stage.operator.get(stage.path("/points/reconciliation")).json();
        assertThat(found.path("differences").valueStream().toList()).isEmpty();
        assertThat(stage.operator
                        .get(stage.path("/points/trial-balance"))
                        .json()
                        .path("sum")
                        .asLong(-1))
                .isZero();
        clock.reset();
    }

    @Test
    void anOrderOfNextYearIsRefusedByTheLedgerAndOneOfLongAgoEarnsNothing() {
        order("F1", "60", clock.instant().plus(Duration.ofDays(400)));
        order("O1", "60", clock.instant().minus(Duration.ofDays(4_000)));
        order("A1", "10", clock.instant());
        JsonNode future = untilEarned("F1");
        await().atMost(PATIENCE)
                .until(() -> earning("F1").path("state").asString().equals("refused"));
        assertThat(future.path("points").asLong()).isEqualTo(60);
        untilHeld(10);
        assertThat(earning("O1").isMissingNode()).isTrue();
    }

    @Test
    void ordersOfNothingOrLessAndOfMoreThanThereIsGiveNothingAbsurd() {
        order("N1", "-60", clock.instant());
        order("Z1", "0", clock.instant());
        order("X1", "90000000000000", clock.instant());
        order("A1", "10", clock.instant());
        untilEarned("A1");
        await().atMost(PATIENCE).until(() -> held() >= 10);
        assertThat(earning("N1").isMissingNode()).isTrue();
        assertThat(earning("Z1").isMissingNode()).isTrue();
        assertThat(earning("X1").path("points").asLong())
                .as("as much as anybody may have, for which nothing else has room")
                .isEqualTo(Points.MOST);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(List.of(state("X1"), state("A1"))).containsExactly("booked", "refused"));
        assertThat(held()).isEqualTo(Points.MOST);
    }

    private String state(String order) {
        return earning(order).path("state").asString();
    }

    @Test
    void aNoteThatIsTooLongOrEmptyIsRefusedWhereItStandsAndNothingIsBooked() {
        order("A1", "60", clock.instant());
        untilHeld(60);
        for (String verb : List.of("grants", "deductions")) {
            String path = stage.path("/customers/" + lin + "/points/" + verb);
            for (String note : List.of("x".repeat(201), "", "  ", "null\0")) {
                Browser.Answer refused = stage.operator.post(path, Map.of("key", verb, "points", 5, "note", note));
                assertThat(refused.code()).as(refused.text()).isEqualTo("invalid");
                assertThat(refused.text()).contains("\"/note\"");
            }
            assertThat(stage.operator
                            .post(path, Map.of("key", "k".repeat(101), "points", 5, "note", "n"))
                            .text())
                    .contains("\"/key\"");
        }
        assertThat(held()).isEqualTo(60);
        Browser.Answer longest = stage.operator.post(
                stage.path("/customers/" + lin + "/points/grants"),
                Map.of("key", "g", "points", 5, "note", "好".repeat(200)));
        assertThat(longest.status()).as(longest.text()).isEqualTo(200);
        assertThat(held()).isEqualTo(65);
    }

    @Test
    void twoOrdersNobodyCouldPayAreRefusedAndKeepNobodyElseWaiting() {
        Browser shop = browsers.open().with("Authorization", "Basic " + basic("shop"));
        for (int i = 1; i <= 2; i++) {
            Browser.Answer answer = shop.post(
                    "/v1/track",
                    Browser.json("{'type':'track','event':'Order Completed','userId':'u1','properties':{'order_id':'E"
                            + i + "','total':90000000000000000}}"));
            assertThat(answer.code()).as(answer.text()).isEqualTo("event-refused");
            order("A" + i, "10", clock.instant());
            untilHeld(10 * i);
        }
    }

    private String basic(String source) {
        String key = sources.create(stage.brand, source).writeKey();
        return Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refundsTakeBackWhatTheOrderGaveAndNotAPointMoreHoweverOftenTheyCome() {
        order("A1", "60", clock.instant());
        order("A2", "10", clock.instant());
        untilHeld(70);
        refund("R1", "A1", "20");
        untilHeld(50);
        refund("R1", "A1", "20");
        refund("R2", "A1", "500");
        refund("R3", "A1", "500");
        untilHeld(10);
        assertThat(entries("take-back")).isEqualTo(2);
    }

    @Test
    void aRefundThatComesBeforeItsOrderCountsWhenTheOrderComes() {
        refund("R1", "A1", "45");
        order("A2", "10", clock.instant());
        untilHeld(10);
        order("A1", "60", clock.instant());
        untilHeld(25);
    }

    @Test
    void aRefundNumberedLikeItsOrderTakesBackTheRestOfWhatCameBackBeforeTheOrder() {
        refund("R1", "A1", "20");
        order("A2", "10", clock.instant());
        untilHeld(10);
        order("A1", "60", clock.instant());
        untilHeld(50);
        refund("A1", "A1", "40");
        untilHeld(10);
    }

    @Test
    void aTillThatSendsNonsenseIsToldWhereItStands() {
        String code = codes.of(stage.coupon(stage.template(TWENTY_FROM_HUNDRED), lin));
        CouponStage.Till till = stage.till("east");
        for (String line : List.of(
                "'pieces':1,'amount':-1",
                "'pieces':1,'amount':9223372036854775807",
                "'pieces':0,'amount':12000",
                "'pieces':-5,'amount':12000")) {
            Browser.Answer refused = till.call(
                    "redeem",
                    "{'codes':['" + code + "'],'order':'A1','minutes':null,'basket':{'store':null,'channel':'store',"
                            + "'shipping':0,'lines':[{'line':'1','product':'p','category':'tea'," + line + "}]}}");
            assertThat(refused.code()).as(line + refused.text()).isEqualTo("invalid");
            assertThat(refused.text()).contains("/basket/lines/0/");
        }
        assertThat(till.call("refund", "{'order':'never-sold','pieces':null}").code())
                .isEqualTo("coupon-not-redeemed");
        assertThat(till.redeem(code, "A1", 12_000).status()).isEqualTo(200);
        assertThat(till.call("refund", "{'order':'A1','pieces':{'1':2}}").code())
                .isEqualTo("coupon-refund-too-large");
        assertThat(till.call("refund", "{'order':'A1','pieces':null}").status()).isEqualTo(200);
        assertThat(till.call("refund", "{'order':'A1','pieces':{'1':1}}").code())
                .as("the order has come back already")
                .isEqualTo("coupon-not-redeemed");
    }

    @Test
    void anExpiredCodeAForgedOneAndAnotherStoresAreRefusedWithTheirReason() {
        String scope = "'products':[],'categories':[],'exceptProducts':[],'exceptCategories':[],"
                + "'stores':['west'],'channels':[]";
        String code = codes.of(stage.coupon(
                stage.template(CouponStage.terms("{'kind':'amount','off':100}", "'spend':5000,'pieces':0", scope, "")),
                lin));
        CouponStage.Till west = stage.till("west");
        assertThat(stage.till("east").redeem(code, "A1", 9_000).code()).isEqualTo("coupon-wrong-store");
        assertThat(west.redeem("0000-0000-0000-0000-0", "A1", 9_000).code()).isEqualTo("coupon-code-forged");
        clock.advance(Duration.ofDays(31));
        assertThat(west.redeem(code, "A1", 9_000).code()).isEqualTo("coupon-expired");
    }

    private void order(String number, String total, Instant at) {
        append(TestEvents.order(stage.brand, TestEvents.member("M1"), number, total, at));
    }

    private void refund(String number, String order, String total) {
        log.append(List.of(new NewEvent(
                stage.brand.id(),
                "test",
                "refund:" + number,
                EventNames.ORDER_REFUNDED,
                clock.instant(),
                TestEvents.member("M1"),
                "{\"order_id\":\"%s\",\"refunded_order_id\":\"%s\",\"total\":%s}".formatted(number, order, total),
                "{}")));
    }

    private CustomerNo append(NewEvent event) {
        var written = (EventLog.Appended.Written) log.append(List.of(event)).getFirst();
        return Objects.requireNonNull(written.customer());
    }

    private JsonNode earning(String order) {
        return stage.operator
                .get(stage.path("/customers/" + lin + "/memberships"))
                .json()
                .at("/0/earnings")
                .valueStream()
                .filter(one -> one.path("order").asString("").equals(order)
                        && !one.path("takenBack").asBoolean())
                .findFirst()
                .orElseGet(() -> tools.jackson.databind.node.MissingNode.getInstance());
    }

    private JsonNode untilEarned(String order) {
        await().atMost(PATIENCE).until(() -> !earning(order).isMissingNode());
        return earning(order);
    }

    private void untilHeld(long points) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(held()).isEqualTo(points));
    }

    private long held() {
        JsonNode held =
                stage.operator.get(stage.path("/customers/" + lin + "/points")).json();
        return held.path("available").asLong() + held.path("pending").asLong();
    }

    private long entries(String kind) {
        return stage.operator
                .get(stage.path("/customers/" + lin + "/points/entries"))
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals(kind))
                .count();
    }
}
