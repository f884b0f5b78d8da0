package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static io.waterwheel.loyalty.generated.Tables.BENEFIT_RULE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.loyalty.calendar.BenefitRound;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Members get something without asking for it.
@ServerTest
class BenefitStories {

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
    private BenefitRound round;

    @Autowired
    private BenefitCalendar calendar;

    @Autowired
    private DSLContext database;

    @Autowired
    private TestClock clock;

    private MallStage stage;
    private LocalDate today;

    @BeforeEach
    void aBrand() {
        stage = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
        today = stage.coupons.brand.dayOf(clock.instant());
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aBirthdayCouponIsGivenOnceEachYearHoweverOftenTheNightRuns() throws Exception {
        String template = stage.coupons.template(TWENTY_FROM_HUNDRED);
        CustomerNo lin = bornOn("lin", today.plusDays(3).withYear(1990));
        CustomerNo other = bornOn("other", today.plusDays(40).withYear(1990));
        started("{'name':'生日券','occasion':'birthday','tiers':[],'daysBefore':7,'reward':{'type':'coupon','template':'"
                + template + "'}}");
        List<Callable<Long>> nights = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            nights.add(round::all);
        }
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            for (var night : nodes.invokeAll(nights)) {
                night.get();
            }
        }
        again();
        await().atMost(CouponStage.PATIENCE)
                .until(() -> stage.coupons.coupons(lin).size() == 1);
        assertThat(stage.coupons.coupons(other)).isEmpty();
        stage.coupons.told(lin, EventNames.BENEFIT_GIVEN, 1);
        assertThat(calendar.given(stage.coupons.brand, lin)).hasSize(1);

        clock.advance(Duration.ofDays(365));
        round.all();
        await().atMost(CouponStage.PATIENCE)
                .until(() -> stage.coupons.coupons(lin).size() == 2);
    }

    @Test
    void aMonthlyBenefitComesEachMonthAndTheCalendarShowsIt() {
        CustomerNo lin = stage.member("lin", 0);
        started("{'name':'月度积分','occasion':'month','tiers':[],'daysBefore':0,'reward':{'type':'points','points':20}}");
        round.all();
        again();
        await().atMost(CouponStage.PATIENCE).until(() -> stage.points(lin) == 20);
        clock.advance(Duration.ofDays(31));
        round.all();
        await().atMost(CouponStage.PATIENCE).until(() -> stage.points(lin) == 40);
        assertThat(calendar.month(stage.coupons.brand, lin, YearMonth.from(today)))
                .anySatisfy(entry -> {
                    assertThat(entry.name()).isEqualTo("月度积分");
                    assertThat(entry.days()).containsExactly(today.withDayOfMonth(1));
                });
    }

    @Test
    void oneCalendarShowsWhatIsOnWhen() {
        YearMonth month = YearMonth.from(today);
        stage.goods(
                "限时杯",
                10,
                "'from':'" + stage.coupons.brand.startOf(month.atDay(5)) + "','until':'"
                        + stage.coupons.brand.startOf(month.atDay(8)) + "'");
        stage.goods("常年杯", 10, "");
        CustomerNo lin = bornOn("lin", month.atDay(9).withYear(1990));
        started(
                "{'name':'生日积分','occasion':'birthday','tiers':[],'daysBefore':0,'reward':{'type':'points','points':1}}");
        Browser.Answer all = stage.coupons.operator.get(
                stage.path("/benefit-calendar?year=" + month.getYear() + "&month=" + month.getMonthValue()));
        assertThat(all.status()).as(all.text()).isEqualTo(200);
        assertThat(all.text()).contains("限时杯", "生日积分").doesNotContain("常年杯");
        assertThat(calendar.month(stage.coupons.brand, lin, month)).anySatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(BenefitCalendar.Kind.BIRTHDAY);
            assertThat(entry.days()).containsExactly(month.atDay(9));
        });
        assertThat(calendar.month(stage.coupons.brand, month)).anySatisfy(entry -> {
            assertThat(entry.name()).isEqualTo("限时杯");
            assertThat(entry.days()).containsExactly(month.atDay(5), month.atDay(6), month.atDay(7));
        });
    }

    private CustomerNo bornOn(String name, LocalDate birthday) {
        CustomerNo customer = stage.member(name, 0);
        log.append(List.of(TestEvents.event(
                stage.coupons.brand,
                TestEvents.member(name + "@" + stage.coupons.brand.key()),
                EventNames.IDENTIFIED,
                clock.instant(),
                "{\"birthday\": \"" + birthday + "\"}")));
        await().atMost(CouponStage.PATIENCE)
                .until(() -> customers.facts(List.of(customer)).getFirst().birthday() != null);
        return customer;
    }

    private void started(String body) {
        Browser.Answer made = stage.coupons.operator.post(stage.path("/member-benefits"), Browser.json(body));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(stage.coupons
                        .operator
                        .post(
                                stage.path("/member-benefits/"
                                        + made.json().path("id").asString() + "/start"),
                                null)
                        .status())
                .isEqualTo(200);
    }

    /// As if the last night had not been noted as done.
    private void again() {
        database.update(BENEFIT_RULE)
                .setNull(BENEFIT_RULE.DONE_ON)
                .where(BENEFIT_RULE.BRAND_ID.eq(stage.coupons.brand.id().value()))
                .execute();
        round.all();
    }
}
