package io.waterwheel.loyalty.health;

import static io.waterwheel.loyalty.CouponStage.PATIENCE;
import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static io.waterwheel.loyalty.health.HealthStage.of;
import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static io.waterwheel.loyalty.programme.ProgrammeText.programme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.CouponStage;
import io.waterwheel.loyalty.MallStage;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.calendar.BenefitRound;
import io.waterwheel.loyalty.coupon.code.CouponCodes;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What an operator sees of a programme's tiers and benefits.
@ServerTest
class BenefitHealthStories {

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
    private CouponCodes codes;

    @Autowired
    private BenefitRound round;

    @Autowired
    private TierCounts counts;

    @Autowired
    private TestClock clock;

    private HealthStage stage;
    private MallStage members;

    @BeforeEach
    void aBrandWithAProgramme() {
        CouponStage coupons = new CouponStage(brands, browsers, log, customers);
        stage = new HealthStage(coupons, ledger, clock);
        members = new MallStage(coupons, log, ledger);
        String path = coupons.path("/loyalty/programme");
        coupons.operator.put(path, "{\"definition\":" + programme(List.of(BASE), TIERS) + "}");
        assertThat(coupons.operator.post(path + "/publish", Map.of()).status()).isEqualTo(200);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void thePyramidCountsEveryMemberOnceAndTellsWhoWentUpInWhichMonth() {
        CustomerNo lin = members.member("lin", 0);
        members.member("han", 0);
        CustomerNo mei = members.member("mei", 0);
        members.member("qiu", 0);
        stage.untilTheMonthEnds();
        LocalDate first = stage.month();
        buys("lin", "A1", "5000");
        await().atMost(PATIENCE).until(() -> up(first) == 1);
        clock.advance(Duration.ofMinutes(20));
        buys("han", "A2", "1200");
        await().atMost(PATIENCE).until(() -> up(first.plusMonths(1)) == 1);
        assertThat(stage.coupons
                        .operator
                        .put(
                                stage.coupons.path("/customers/" + mei + "/tier-gifts/g1"),
                                Map.of(
                                        "tier",
                                        "gold",
                                        "until",
                                        clock.instant().plus(Duration.ofDays(30)),
                                        "reason",
                                        "a friend of the house"))
                        .status())
                .isEqualTo(204);
        counts.count(stage.coupons.brand);

        JsonNode tiers = stage.health().path("tiers");
        assertThat(tiers.path("members").asLong()).isEqualTo(4);
        assertLevel(tiers, 0, "member", 1, 0, 0);
        assertLevel(tiers, 1, "silver", 1, 1, 0);
        assertLevel(tiers, 2, "gold", 2, 1, 0);

        // A refund takes lin down at once; her month of rising stays what it was.
        log.append(List.of(TestEvents.refund(
                stage.coupons.brand,
                TestEvents.member("lin@" + stage.coupons.brand.key()),
                "A1",
                "5000",
                clock.instant())));
        await().atMost(PATIENCE)
                .until(() -> of(stage.health().path("tiers"), first.plusMonths(1))
                                .path("down")
                                .asLong()
                        == 1);
        counts.count(stage.coupons.brand);
        tiers = stage.health().path("tiers");
        assertLevel(tiers, 2, "gold", 1, 1, 1);
        assertThat(up(first)).isEqualTo(1);
        assertThat(tiers.path("members").asLong()).isEqualTo(4);
        assertThat(lin).isNotEqualTo(mei);
    }

    @Test
    void aBenefitIsFollowedFromGivingToTheTillAndBack() {
        CustomerNo lin = members.member("lin", 0);
        CustomerNo han = members.member("han", 0);
        String template = stage.coupons.template(TWENTY_FROM_HUNDRED);
        stage.untilTheMonthEnds();
        LocalDate first = stage.month();
        started("{'name':'月度券','occasion':'month','tiers':[],'daysBefore':0,'reward':{'type':'coupon','template':'"
                + template + "'}}");
        started("{'name':'月度积分','occasion':'month','tiers':[],'daysBefore':0,'reward':{'type':'points','points':20}}");
        round.all();
        await().atMost(PATIENCE).until(() -> stage.coupons.coupons(lin).size() == 1);
        await().atMost(PATIENCE).until(() -> stage.coupons.coupons(han).size() == 1);
        stage.coupons.coupon(template, han);
        long coupon =
                Long.parseLong(stage.coupons.coupons(lin).getFirst().path("id").asString());
        CouponStage.Till till = stage.coupons.till("s1");
        assertThat(till.redeem(codes.of(coupon), "B1", 12_000).status()).isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> benefits().path("total").path("redeemed").asLong() == 1);

        JsonNode benefits = benefits();
        assertUse(benefits.path("total"), 3, 1, 2_000);
        assertThat(benefits.path("total").path("rate").path("rate").asDouble()).isEqualTo(1 / 3.0);
        assertThat(benefits.path("coupons").path(0).path("source").asString()).isEqualTo("benefit");
        assertUse(benefits.path("coupons").path(0).path("use"), 2, 1, 2_000);
        assertThat(benefits.path("coupons").path(1).path("source").asString()).isEqualTo("console");
        assertUse(benefits.path("coupons").path(1).path("use"), 1, 0, 0);
        JsonNode given = benefits.path("benefits").path(0);
        assertThat(given.path("name").asString()).isEqualTo("月度券");
        assertThat(given.path("given").asLong()).isEqualTo(2);
        assertUse(given.path("use"), 2, 1, 2_000);
        assertThat(benefits.path("benefits").path(1).path("given").asLong()).isEqualTo(2);
        assertThat(benefits.path("benefits").path(1).path("points").asLong()).isEqualTo(40);

        // All of it comes back when the month is over: what was seen of the month stays, the next one has less.
        clock.advance(Duration.ofMinutes(20));
        assertThat(till.call("refund", "{'order':'B1','pieces':null}").status()).isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> benefits().path("total").path("spent").asLong() == 0);
        assertThat(of(benefits(), first).path("redeemed").asLong()).isEqualTo(1);
        assertThat(of(benefits(), first.plusMonths(1)).path("redeemed").asLong())
                .isEqualTo(-1);
        assertThat(of(benefits(), first.plusMonths(1)).path("spent").asLong()).isEqualTo(-2_000);
    }

    private JsonNode benefits() {
        return stage.health().path("benefits");
    }

    private long up(LocalDate month) {
        return of(stage.health().path("tiers"), month).path("up").asLong();
    }

    private void buys(String member, String order, String amount) {
        log.append(List.of(TestEvents.order(
                stage.coupons.brand,
                TestEvents.member(member + "@" + stage.coupons.brand.key()),
                order,
                amount,
                clock.instant())));
    }

    private void started(String body) {
        Browser.Answer made = stage.coupons.operator.post(stage.coupons.path("/member-benefits"), Browser.json(body));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(stage.coupons
                        .operator
                        .post(
                                stage.coupons.path("/member-benefits/"
                                        + made.json().path("id").asString() + "/start"),
                                null)
                        .status())
                .isEqualTo(200);
    }

    private static void assertLevel(JsonNode tiers, int place, String tier, long members, long reached, long lost) {
        JsonNode level = tiers.path("tiers").path(place);
        assertThat(level.path("tier").asString()).isEqualTo(tier);
        assertThat(level.path("members").asLong()).as(tier).isEqualTo(members);
        assertThat(level.path("reached").asLong()).as(tier).isEqualTo(reached);
        assertThat(level.path("lost").asLong()).as(tier).isEqualTo(lost);
    }

    private static void assertUse(JsonNode use, long issued, long redeemed, long spent) {
        assertThat(use.path("issued").asLong()).as("issued").isEqualTo(issued);
        assertThat(use.path("redeemed").asLong()).as("redeemed").isEqualTo(redeemed);
        assertThat(use.path("spent").asLong()).as("spent").isEqualTo(spent);
    }
}
