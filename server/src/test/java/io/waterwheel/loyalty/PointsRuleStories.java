package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.loyalty.membercentre.card.MemberPasses;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.loyalty.points.LotExpiry;
import io.waterwheel.loyalty.points.LotMaturing;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What a programme says of points (how long they are pending, when they are lost, what happens when spent ones are
/// taken back) from orders and refunds to the member's statement.
@ServerTest
class PointsRuleStories {

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private Customers customers;

    @Autowired
    private MemberPasses passes;

    @Autowired
    private LotMaturing maturing;

    @Autowired
    private LotExpiry expiry;

    private Brand brand;
    private TierStage stage;
    private LedgerStage ledger;

    @AfterEach
    void theLedgerAddsUp() {
        ledger.addsUp();
        clock.reset();
    }

    /// @param points what the programme says of them
    private CustomerNo aMemberOf(Brand brand, String points) {
        this.brand = brand;
        CouponStage coupons = new CouponStage(brand, browsers, log, customers);
        stage = new TierStage(coupons, log, clock);
        ledger = new LedgerStage(coupons);
        stage.publish(List.of(BASE), "'points':{" + points + "}");
        return stage.joins("lin");
    }

    @Test
    void whatAnOrderEarnsIsPendingForAWeekThenHersAndGoneAtTheEndOfTheSameMonthAYearLater() {
        CustomerNo lin = aMemberOf(
                brands.chinese(),
                "'pendingDays':7,'expiry':{'type':'afterMonths','months':12},'debt':'othersThenDebt'");
        stage.orders("lin", "A1", "60");
        LocalDate day = brand.dayOf(clock.instant());
        ledger.untilHas(lin, 0, 60, 0);

        justBefore(day.plusDays(7));
        assertThat(ledger.has(lin)).containsExactly(0L, 60L, 0L, 0L);
        maturing.matureAll();
        assertThat(ledger.statement(lin)).containsExactly("earn 60 [pending +60] Order A1");
        midnight();
        assertThat(ledger.has(lin)).as("the seventh day has begun").containsExactly(60L, 0L, 0L, 0L);
        maturing.matureAll();
        assertThat(ledger.statement(lin))
                .containsExactly(
                        "mature 60 [available +60, pending -60] Became available", "earn 60 [pending +60] Order A1");

        LocalDate lost = YearMonth.from(day).plusYears(1).atEndOfMonth().plusDays(1);
        justBefore(lost);
        expiry.expireAll();
        assertThat(ledger.has(lin)).as("the last evening").containsExactly(60L, 0L, 0L, 0L);
        midnight();
        assertThat(ledger.has(lin)).containsExactly(0L, 0L, 0L, 0L);
        expiry.expireAll();
        assertThat(ledger.statement(lin)).first().isEqualTo("expire 60 [available -60] Expired");
        assertThat(ledger.latestAt(lin)).isEqualTo(brand.startOf(lost).toString());
        assertThat(ledger.stands("issued")).isEqualTo(-60);
        assertThat(ledger.stands("expired")).isEqualTo(60);
        assertThat(ledger.stands("available")).isZero();
    }

    @Test
    void pointsOfTheCalendarYearAreGoneWithItAtTheMidnightOfTheBrand() {
        CustomerNo lin = aMemberOf(
                brands.create("USD", "America/New_York"),
                "'pendingDays':0,'expiry':{'type':'dayOfYear','month':12,'day':31,'years':2},'debt':'debt'");
        stage.orders("lin", "A1", "60");
        ledger.untilHas(lin, 60, 0, 0);
        int year = brand.dayOf(clock.instant()).getYear();
        justBefore(LocalDate.of(year + 1, 1, 1));
        midnight();
        assertThat(ledger.has(lin)).as("the year after counts too").containsExactly(60L, 0L, 0L, 0L);
        stage.orders("lin", "A2", "5");
        ledger.untilHas(lin, 65, 0, 0);

        justBefore(LocalDate.of(year + 2, 1, 1));
        assertThat(ledger.has(lin)).containsExactly(65L, 0L, 0L, 0L);
        midnight();
        assertThat(ledger.has(lin)).as("A2 is of the next year").containsExactly(5L, 0L, 0L, 0L);
        expiry.expireAll();
        assertThat(ledger.statement(lin)).first().isEqualTo("expire 60 [available -60] Expired");
    }

    @Test
    void whatWouldBeLostBeforeItCanBeSpentIsLostAsIfItWereEarnedWhenItCanBe() {
        CustomerNo lin = aMemberOf(brands.chinese(), "'pendingDays':0,'expiry':{'type':'never'},'debt':'debt'");
        LocalDate soon = brand.dayOf(clock.instant()).plusDays(40);
        // A fixed day that exists in every year, within the sixty days in which what she earns is pending.
        LocalDate fixed = soon.getDayOfMonth() > 28 ? soon.withDayOfMonth(28) : soon;
        stage.publish(
                List.of(BASE),
                "'points':{'pendingDays':60,'expiry':{'type':'dayOfYear','month':" + fixed.getMonthValue() + ",'day':"
                        + fixed.getDayOfMonth() + ",'years':1},'debt':'debt'}");
        stage.orders("lin", "A1", "60");
        ledger.untilHas(lin, 0, 60, 0);
        justBefore(fixed.plusDays(1));
        midnight();
        assertThat(ledger.has(lin)).as("still pending").containsExactly(0L, 60L, 0L, 0L);
        clock.advance(Duration.ofDays(35));
        assertThat(ledger.has(lin)).containsExactly(60L, 0L, 0L, 0L);
        justBefore(fixed.plusYears(1).plusDays(1));
        assertThat(ledger.has(lin)).containsExactly(60L, 0L, 0L, 0L);
        midnight();
        assertThat(ledger.has(lin)).containsExactly(0L, 0L, 0L, 0L);
    }

    @ParameterizedTest(name = "{0}: {1} left, {2} owed, {3} borne by the brand")
    @CsvSource({"othersThenDebt, 0, 80, 0", "debt, 20, 100, 0", "othersThenForgive, 0, 0, 80", "forgive, 20, 0, 100"})
    void whenAnOrderComesBackWhosePointsAreSpentTheProgrammeSaysWhoPays(String debt, long left, long owed, long borne) {
        CustomerNo lin = aMemberOf(
                brands.chinese(), "'pendingDays':0,'expiry':{'type':'afterMonths','months':12},'debt':'" + debt + "'");
        stage.orders("lin", "A1", "100");
        ledger.untilHas(lin, 100, 0, 0);
        stage.orders("lin", "A2", "30");
        ledger.untilHas(lin, 130, 0, 0);
        paysAtTheTill(lin, 110);
        assertThat(ledger.has(lin)).containsExactly(20L, 0L, 0L, 0L);

        refunds("R1", "A1", "100");
        if (left == 20 && owed == 0) {
            // Nothing that she has changes: the statement says when it is booked.
            untilSaid(lin, "Refund of order A1");
        }
        ledger.untilHas(lin, left, 0, owed);
        assertThat(ledger.stands("forgiven")).isEqualTo(-borne);
        assertThat(ledger.stands("issued")).as("only A2 was earned in the end").isEqualTo(-30);
        String moved = (left == 0 ? "available -20" : "")
                + (left == 0 && owed > 0 ? ", " : "")
                + (owed > 0 ? "debt +" + owed : "");
        assertThat(ledger.statement(lin))
                .first()
                .isEqualTo("take-back " + (100 - borne) + " [" + moved + "] Refund of order A1");

        stage.orders("lin", "A3", "150");
        ledger.untilHas(lin, left + 150 - owed, 0, 0);
        assertThat(ledger.stands("debt")).isZero();
    }

    @Test
    void whatIsStillPendingGoesFirstWhenPartOfItsOrderComesBackAndNobodyOwesAnything() {
        CustomerNo lin = aMemberOf(
                brands.chinese(),
                "'pendingDays':7,'expiry':{'type':'afterMonths','months':12},'debt':'othersThenDebt'");
        stage.orders("lin", "A1", "100");
        ledger.untilHas(lin, 0, 100, 0);
        refunds("R1", "A1", "33.34");
        ledger.untilHas(lin, 0, 67, 0);
        assertThat(ledger.statement(lin))
                .containsExactly("take-back 33 [pending -33] Refund of order A1", "earn 100 [pending +100] Order A1");
        refunds("R2", "A1", "66.66");
        ledger.untilHas(lin, 0, 0, 0);
        assertThat(ledger.statement(lin)).first().isEqualTo("take-back 67 [pending -67] Refund of order A1");
        assertThat(ledger.stands("issued")).isZero();
    }

    @Test
    void theStatementExplainsEveryLineInTheLanguageOfItsReader() {
        CustomerNo lin = aMemberOf(brands.chinese(), "'pendingDays':0,'expiry':{'type':'never'},'debt':'debt'");
        stage.publish(
                List.of(
                        BASE,
                        "{'id':'twice','name':'银卡双倍','grant':{'type':'multiply','factor':2},"
                                + "'when':[{'type':'atLeast','amount':50}]}",
                        "{'id':'survey','name':'问卷有礼','grant':{'type':'event','points':30,"
                                + "'event':{'event':'Survey Answered','where':[]}},'caps':{'perDay':30}}"),
                "'points':{'pendingDays':0,'expiry':{'type':'never'},'debt':'debt'}");
        stage.orders("lin", "A1", "60");
        ledger.untilHas(lin, 120, 0, 0);
        stage.does("lin", "Survey Answered", "{}");
        ledger.untilHas(lin, 150, 0, 0);
        refunds("R1", "A1", "30");
        ledger.untilHas(lin, 90, 0, 0);
        corrects(lin, "grants", 5, "上次少算了 {ticket}");
        corrects(lin, "deductions", 3, "退卡");

        Browser chinese = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "zh");
        assertThat(ledger.statement(chinese, lin))
                .containsExactly(
                        "deduct 3 [available -3] 人工扣减：退卡",
                        "earn 5 [available +5] 人工补发：上次少算了 {ticket}",
                        "take-back 60 [available -60] 订单 A1 退款",
                        "earn 30 [available +30] 问卷有礼",
                        "earn 120 [available +120] 订单 A1：120 = 60 × 2 银卡双倍");
        assertThat(ledger.statement(lin))
                .containsExactly(
                        "deduct 3 [available -3] Deducted by a person: 退卡",
                        "earn 5 [available +5] Granted by a person: 上次少算了 {ticket}",
                        "take-back 60 [available -60] Refund of order A1",
                        "earn 30 [available +30] 问卷有礼",
                        "earn 120 [available +120] Order A1: 120 = 60 × 2 银卡双倍");
    }

    private void corrects(CustomerNo customer, String verb, long points, String note) {
        Browser.Answer done = stage.coupons.operator.post(
                stage.coupons.path("/customers/" + customer + "/points/" + verb),
                Map.of("key", verb, "points", points, "note", note));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
    }

    private void untilSaid(CustomerNo customer, String why) {
        await().atMost(CouponStage.PATIENCE)
                .untilAsserted(() -> assertThat(ledger.statement(customer))
                        .first()
                        .asString()
                        .endsWith(why));
    }

    private void paysAtTheTill(CustomerNo customer, long points) {
        CouponStage.Till till = stage.coupons.till("nanjing-road");
        String pass = passes.of(new Member(brand, customer)).text();
        String visit = till.post("members/read", "-", "{'pass':'" + pass + "'}")
                .json()
                .path("visit")
                .asString();
        Browser.Answer frozen = till.post(
                "points/freeze",
                UUID.randomUUID().toString(),
                "{'visit':'" + visit + "','order':'T1','points':" + points + "}");
        assertThat(frozen.status()).as(frozen.text()).isEqualTo(200);
        Browser.Answer paid = till.post(
                "points/capture",
                "-",
                "{'payment':'" + frozen.json().path("payment").asString() + "'}");
        assertThat(paid.status()).as(paid.text()).isEqualTo(200);
    }

    private void refunds(String number, String order, String total) {
        stage.append(new NewEvent(
                brand.id(),
                "test",
                "refund:" + number,
                EventNames.ORDER_REFUNDED,
                clock.instant(),
                stage.subject("lin"),
                "{\"order_id\":\"%s\",\"refunded_order_id\":\"%s\",\"total\":%s}".formatted(number, order, total),
                "{}"));
    }

    /// Half a minute before a day of the brand begins.
    private void justBefore(LocalDate day) {
        Instant then = brand.startOf(day).minusSeconds(30);
        clock.advance(Duration.between(clock.instant(), then));
    }

    /// That day has begun.
    private void midnight() {
        clock.advance(Duration.ofSeconds(31));
    }
}
