package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.generated.Tables.TILL_PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.CouponStage.Till;
import io.waterwheel.loyalty.membercentre.card.MemberPasses;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A member pays with points at a till.
@ServerTest
class TillPointsStories {

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
    private CustomerNo li;
    private Till till;

    @BeforeEach
    void aMemberWithPointsAtATill() {
        stage = new CouponStage(brands, browsers, log, customers);
        li = new MallStage(stage, log, ledger).member("li", 500);
        till = stage.till("nanjing-road");
    }

    @AfterEach
    void theLedgerAddsUp() {
        clock.reset();
        assertThat(stage.operator
                        .get(stage.path("/points/reconciliation"))
                        .json()
                        .path("differences")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void pointsAreKeptBackPaidWithAndComeBackWithTheGoods() {
        String visit = visit(till);
        Browser.Answer frozen = freeze(visit, "A1", 300);
        assertThat(frozen.status()).as(frozen.text()).isEqualTo(200);
        assertThat(frozen.json().path("state").asString()).isEqualTo("frozen");
        assertThat(balance().frozen().value()).isEqualTo(300);
        assertThat(balance().available().value()).isEqualTo(200);

        String payment = frozen.json().path("payment").asString();
        Browser.Answer paid = post("capture", "{'payment':'" + payment + "','points':250}");
        assertThat(paid.json().path("state").asString()).as(paid.text()).isEqualTo("captured");
        assertThat(balance().frozen().value()).isZero();
        assertThat(balance().available().value()).as("50 were not needed").isEqualTo(250);
        stage.told(li, "Points Redeemed", 1);
        assertThat(stage.operator
                        .get(stage.path("/customers/" + li + "/points/entries"))
                        .text())
                .contains("Paid at the till: A1");

        Browser.Answer back = stage.till("west-lake").post("points/refund", "r1", refund(payment, 100));
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        assertThat(stage.till("west-lake")
                        .post("points/refund", "r2", refund(payment, 151))
                        .code())
                .isEqualTo("till-refund-too-large");
        assertThat(till.post("points/refund", "r3", refund(payment, 150)).status())
                .isEqualTo(200);
        assertThat(till.post("points/refund", "r3", refund(payment, 150))
                        .json()
                        .path("repeated")
                        .asBoolean())
                .isTrue();
        assertThat(balance().available().value()).isEqualTo(500);
        assertThat(till.post("points/refund", "r4", refund(payment, 1)).code()).isEqualTo("till-refund-too-large");
    }

    @Test
    void aTillThatGotNoAnswerAsksAgainAndNothingHappensTwice() {
        String body = wish(visit(till), "A1", 300);
        Browser.Answer first = till.post("points/freeze", "k1", body);
        Browser.Answer again = till.post("points/freeze", "k1", body);
        assertThat(again.json().path("payment")).isEqualTo(first.json().path("payment"));
        assertThat(again.json().path("repeated").asBoolean()).isTrue();
        assertThat(balance().frozen().value()).isEqualTo(300);
        assertThat(till.post("points/freeze", "k1", wish(visit(till), "A1", 200))
                        .code())
                .isEqualTo("points-key-taken");
        String payment = "{'payment':'" + first.json().path("payment").asString() + "'}";
        assertThat(post("capture", payment).json().path("repeated").asBoolean()).isFalse();
        assertThat(post("capture", payment).json().path("repeated").asBoolean()).isTrue();
        Browser.Answer tooLate = post("release", payment);
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.code()).isEqualTo("till-payment-state");
        assertThat(balance().available().value()).isEqualTo(200);
    }

    @Test
    void fourTillCallsAtOnceKeepBackOnceAndAreDecidedOnce() throws Exception {
        String body = wish(visit(till), "A1", 400);
        try (ExecutorService four = Executors.newFixedThreadPool(4)) {
            List<Future<Browser.Answer>> frozen = IntStream.range(0, 4)
                    .mapToObj(_ -> four.submit(() -> till.post("points/freeze", "same", body)))
                    .toList();
            String payment = frozen.getFirst().get().json().path("payment").asString();
            for (Future<Browser.Answer> one : frozen) {
                assertThat(one.get().status()).as(one.get().text()).isEqualTo(200);
                assertThat(one.get().json().path("payment").asString()).isEqualTo(payment);
            }
            String which = "{'payment':'" + payment + "'}";
            List<Future<Browser.Answer>> decided = IntStream.range(0, 4)
                    .mapToObj(i -> four.submit(() -> post(i % 2 == 0 ? "capture" : "release", which)))
                    .toList();
            int done = 0;
            for (Future<Browser.Answer> one : decided) {
                done += one.get().status() == 200
                                && !one.get().json().path("repeated").asBoolean()
                        ? 1
                        : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        assertThat(balance().frozen().value()).isZero();
        assertThat(balance().available().value()).isIn(100L, 500L);
    }

    @Test
    void pointsNoTillComesBackForAreTheMembersAgain() {
        String payment = freeze(visit(till), "A1", 300).json().path("payment").asString();
        clock.advance(Duration.ofMinutes(31));
        await().atMost(CouponStage.PATIENCE).until(() -> balance().available().value() == 500);
        Browser.Answer late = post("capture", "{'payment':'" + payment + "'}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("till-payment-over");
        assertThat(post("release", "{'payment':'" + payment + "'}")
                        .json()
                        .path("repeated")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void refusalsSayWhatIsWrong() {
        String visit = visit(till);
        Browser.Answer poor = freeze(visit, "A1", 501);
        assertThat(poor.code()).isEqualTo("points-insufficient");
        assertThat(poor.json().path("detail").asString()).contains("500");
        assertThat(freeze(visit, "A1", 0).code()).isEqualTo("points-amount-absurd");
        assertThat(freeze(visit, "A1", -5).code()).isEqualTo("points-amount-absurd");
        assertThat(freeze(visit, "A1", Long.MAX_VALUE).code()).isEqualTo("points-amount-absurd");
        assertThat(freeze(visit, " ", 5).code()).isEqualTo("invalid");
        assertThat(till.post("points/freeze", " ", wish(visit, "A1", 5)).code()).isEqualTo("coupon-key-missing");
        assertThat(freeze("WWV1.guess", "A1", 5).code()).isEqualTo("till-visit-forged");
        assertThat(stage.till("west-lake")
                        .post("points/freeze", "w", wish(visit, "A1", 5))
                        .code())
                .as("read at another till")
                .isEqualTo("till-visit-forged");
        String payment = freeze(visit, "A1", 5).json().path("payment").asString();
        assertThat(stage.till("west-lake")
                        .post("points/capture", "-", "{'payment':'" + payment + "'}")
                        .code())
                .isEqualTo("till-payment-elsewhere");
        assertThat(post("capture", "{'payment':'" + payment + "','points':6}").code())
                .isEqualTo("points-amount-absurd");
        assertThat(post("capture", "{'payment':'999999999'}").code()).isEqualTo("not-found");
        assertThat(post("capture", "{'payment':'x'}").code()).isEqualTo("not-found");
        assertThat(till.post("points/refund", "early", refund(payment, 1)).code())
                .isEqualTo("till-payment-state");
        clock.advance(Duration.ofMinutes(31));
        assertThat(freeze(visit, "A2", 5).code()).isEqualTo("till-visit-over");
    }

    @Test
    void whoAsksToBeForgottenLeavesAPaymentWithoutAnOrder() {
        String payment = freeze(visit(till), "A1", 300).json().path("payment").asString();
        Browser.Answer asked = stage.admin.post(stage.path("/customers/" + li + "/erasure"), Map.of("reason", "本人来信"));
        String erasure = "/api/erasures/" + asked.json().path("id").asString();
        await().atMost(CouponStage.PATIENCE.multipliedBy(3))
                .until(() ->
                        stage.admin.get(erasure).json().path("state").asString().equals("done"));
        await().atMost(CouponStage.PATIENCE).untilAsserted(() -> {
            var row = database.selectFrom(TILL_PAYMENT)
                    .where(TILL_PAYMENT.ID.eq(Long.parseLong(payment)))
                    .fetchSingle();
            assertThat(row.getCustomerNo()).isNull();
            assertThat(row.getOrderId()).isEqualTo("erased");
            assertThat(row.getState()).isEqualTo("released");
            assertThat(row.getSettleAt()).isNull();
        });
        assertThat(post("capture", "{'payment':'" + payment + "'}").code()).isEqualTo("not-found");
    }

    private String visit(Till at) {
        clock.advance(Duration.ofMillis(5));
        String pass = passes.of(new Member(stage.brand, li)).text();
        Browser.Answer read = at.post("members/read", "-", "{'pass':'" + pass + "'}");
        assertThat(read.status()).as(read.text()).isEqualTo(200);
        return read.json().path("visit").asString();
    }

    private Browser.Answer freeze(String visit, String order, long points) {
        return till.post("points/freeze", UUID.randomUUID().toString(), wish(visit, order, points));
    }

    private Browser.Answer post(String verb, String body) {
        return till.post("points/" + verb, "-", body);
    }

    private static String wish(String visit, String order, long points) {
        return "{'visit':'" + visit + "','order':'" + order + "','points':" + points + "}";
    }

    private static String refund(String payment, long points) {
        return "{'payment':'" + payment + "','points':" + points + "}";
    }

    private PointsBalance balance() {
        return ledger.balances(stage.brand.id(), List.of(li)).getOrDefault(li, PointsBalance.EMPTY);
    }
}
