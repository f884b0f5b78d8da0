package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static io.waterwheel.loyalty.generated.Tables.BENEFIT_RULE;
import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.programme;
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
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What the programme promises is given.
@ServerTest
class ProgrammeBenefitStories {

    private static final String TIERS =
            "'tiers':{'basis':'spend','period':{'type':'rolling','months':12},'downgrade':'oneStep','graceDays':0,"
                    + "'onRefund':'atReview','tiers':[{'id':'member','name':'普通','threshold':0},"
                    + "{'id':'silver','name':'银卡','threshold':1000,'benefits':[%s]}]}";

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
    void silverGetsItsGiftOnceItsCouponEachMonthAndTheCostIsCounted() {
        String template = stage.coupons.template(TWENTY_FROM_HUNDRED);
        String monthly = gift("monthly", "包邮券", 5, "month", "{'type':'coupon','template':'" + template + "'}");
        String welcome = gift("welcome", "升级礼", 30, "once", "{'type':'points','points':200}");
        publish(monthly, welcome, "{'name':'专属客服','cost':1,'every':'year'}");
        CustomerNo lin = stage.member("lin", 0);
        CustomerNo wang = stage.member("wang", 0);
        rises("lin", lin);
        again();
        await().atMost(CouponStage.PATIENCE)
                .until(() -> stage.coupons.coupons(lin).size() == 1 && stage.points(lin) == 200);
        again();
        stage.coupons.told(lin, EventNames.BENEFIT_GIVEN, 2);
        assertThat(stage.coupons.coupons(wang)).isEmpty();
        assertThat(benefit("包邮券").path("given").asInt()).isEqualTo(1);
        assertThat(benefit("包邮券").path("cost").asLong()).isEqualTo(500);
        assertThat(benefit("升级礼").path("cost").asLong()).isEqualTo(3_000);

        clock.advance(Duration.ofDays(31));
        round.all();
        await().atMost(CouponStage.PATIENCE)
                .until(() -> stage.coupons.coupons(lin).size() == 2);
        assertThat(benefit("升级礼").path("given").asInt()).isEqualTo(1);
    }

    @Test
    void aBenefitStaysTheSameUnderAnotherNameAndEndsWithTheVersionThatLeavesItOut() {
        publish(gift("monthly", "月度积分", 1, "month", "{'type':'points','points':20}"));
        CustomerNo lin = stage.member("lin", 0);
        rises("lin", lin);
        again();
        stage.coupons.told(lin, EventNames.BENEFIT_GIVEN, 1);
        publish(gift("monthly", "每月二十分", 1, "month", "{'type':'points','points':20}"));
        again();
        assertThat(benefit("每月二十分").path("given").asInt()).isEqualTo(1);
        publish();
        clock.advance(Duration.ofDays(31));
        round.all();
        assertThat(benefit("每月二十分").path("active").asBoolean()).isFalse();
        assertThat(benefit("每月二十分").path("given").asInt()).isEqualTo(1);
    }

    @Test
    void whoPaidForAMembershipGetsWhatItGivesAndNobodyElse() {
        String gift = gift("plus-gift", "Plus 礼", 10, "once", "{'type':'points','points':300}");
        Browser.Answer published = told(
                TIERS.formatted(""),
                "'plans':[{'id':'plus','name':'Plus','tier':'silver','price':99,'months':12,'refund':'none','benefits':["
                        + gift + "]}]");
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        CustomerNo lin = stage.member("lin", 0);
        CustomerNo wang = stage.member("wang", 0);
        String paid = stage.path("/customers/" + lin + "/paid-memberships/P1");
        assertThat(stage.coupons.operator.put(paid, Map.of("plan", "plus")).status())
                .isEqualTo(204);
        again();
        again();
        await().atMost(CouponStage.PATIENCE).until(() -> stage.points(lin) == 300);
        assertThat(stage.points(wang)).isZero();
        assertThat(benefit("Plus 礼").path("given").asInt()).isEqualTo(1);
        assertThat(benefit("Plus 礼").at("/benefit/plan").asString()).isEqualTo("plus");
    }

    @Test
    void theCalendarAndTheMemberSeeWhatIsGivenWhenAndWhatIsOnlyPromised() {
        publish(
                "{'id':'eighth','name':'会员日积分','cost':1,'every':'memberDay','day':8,"
                        + "'gives':{'type':'points','points':8}}",
                "{'name':'专属客服','cost':1,'every':'month'}");
        CustomerNo lin = stage.member("lin", 0);
        rises("lin", lin);
        YearMonth month = YearMonth.from(today);
        assertThat(calendar.month(stage.coupons.brand, lin, month))
                .anySatisfy(entry -> {
                    assertThat(entry.name()).isEqualTo("会员日积分");
                    assertThat(entry.days()).containsExactly(month.atDay(8));
                })
                .anySatisfy(entry -> {
                    assertThat(entry.name()).isEqualTo("专属客服");
                    assertThat(entry.words().zh()).isEqualTo("银卡");
                });
        CustomerNo wang = stage.member("wang", 0);
        assertThat(calendar.month(stage.coupons.brand, wang, month))
                .noneMatch(entry -> entry.name().equals("会员日积分"));
    }

    @Test
    void whatCannotBeGivenIsNotPublishedAndTheProgrammesBenefitIsChangedThereAlone() {
        Browser.Answer unknown = tried(gift("monthly", "券", 5, "month", "{'type':'coupon','template':'999999'}"));
        assertThat(unknown.code()).isEqualTo("programme-invalid");
        assertThat(unknown.text()).contains("/definition/tiers/tiers/1/benefits/0/gives/template");
        assertThat(tried("{'name':'券','cost':5,'every':'month','gives':{'type':'points','points':5}}")
                        .text())
                .contains("/benefits/0/id", "not-a-name");
        assertThat(tried(gift("a", "分", 5, "memberDay", "{'type':'points','points':5}"))
                        .text())
                .contains("/benefits/0/day", "out-of-range");
        assertThat(tried(gift("a", "分", 5, "month", "{'type':'points','points':0}"))
                        .text())
                .contains("/benefits/0/gives/points");
        String twice = gift("a", "分", 5, "month", "{'type':'points','points':5}");
        assertThat(tried(twice, twice).text()).contains("/benefits/1/id", "taken");

        publish(twice);
        String id = benefit("分").path("id").asString();
        Browser operator = stage.coupons.operator;
        assertThat(operator.post(stage.path("/member-benefits/" + id + "/stop"), null)
                        .code())
                .isEqualTo("benefit-of-programme");
    }

    private static String gift(String id, String name, int cost, String every, String gives) {
        return "{'id':'" + id + "','name':'" + name + "','cost':" + cost + ",'every':'" + every + "','gives':" + gives
                + "}";
    }

    private Browser.Answer tried(String... benefits) {
        return told(TIERS.formatted(String.join(",", benefits)));
    }

    private Browser.Answer told(String... parts) {
        String path = stage.path("/loyalty/programme");
        String definition = programme(List.of(BASE), parts);
        assertThat(stage.coupons
                        .operator
                        .put(path, "{\"definition\":" + definition + "}")
                        .status())
                .isEqualTo(200);
        return stage.coupons.operator.post(path + "/publish", Map.of());
    }

    private void publish(String... benefits) {
        Browser.Answer published = tried(benefits);
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
    }

    /// To silver.
    private void rises(String name, CustomerNo customer) {
        log.append(List.of(TestEvents.order(
                stage.coupons.brand,
                TestEvents.member(name + "@" + stage.coupons.brand.key()),
                name,
                "1000",
                clock.instant())));
        await().atMost(CouponStage.PATIENCE)
                .untilAsserted(() -> assertThat(stage.coupons
                                .operator
                                .get(stage.path("/customers/" + customer + "/memberships"))
                                .json()
                                .at("/0/tier")
                                .asString(""))
                        .isEqualTo("silver"));
    }

    private JsonNode benefit(String name) {
        for (JsonNode one :
                stage.coupons.operator.get(stage.path("/member-benefits")).json()) {
            if (one.at("/benefit/name").asString().equals(name)) {
                return one;
            }
        }
        throw new AssertionError(name);
    }

    /// As if the night had not been yet.
    private void again() {
        database.update(BENEFIT_RULE)
                .setNull(BENEFIT_RULE.DONE_ON)
                .where(BENEFIT_RULE.BRAND_ID.eq(stage.coupons.brand.id().value()))
                .execute();
        round.all();
    }
}
