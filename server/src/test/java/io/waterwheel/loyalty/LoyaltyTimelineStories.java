package io.waterwheel.loyalty;

import static io.waterwheel.journey.JourneyStage.definition;
import static io.waterwheel.journey.JourneyStage.end;
import static io.waterwheel.journey.JourneyStage.node;
import static io.waterwheel.journey.JourneyStage.onEvent;
import static io.waterwheel.journey.JourneyStage.way;
import static io.waterwheel.loyalty.CouponStage.PATIENCE;
import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.journey.AskedMessages;
import io.waterwheel.journey.JourneyStage;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.loyalty.CouponStage.Till;
import io.waterwheel.loyalty.membercentre.card.MemberPasses;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.loyalty.points.ExpiryNotices;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.touch.Outreach;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What happens with a member's points and coupons stands on their timeline, with what a segment or a journey
/// asks of it.
@ServerTest
class LoyaltyTimelineStories {

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
    private ExpiryNotices notices;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private AskedMessages messages;

    @Autowired
    private Outreach outreach;

    @Autowired
    private TestClock clock;

    private CouponStage stage;
    private MallStage mall;
    private CustomerNo li;

    @BeforeEach
    void aMemberWithPoints() {
        stage = new CouponStage(brands, browsers, log, customers);
        mall = new MallStage(stage, log, ledger);
        li = mall.member("li", 500);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void pointsKeptBackAtATillAreToldAndThatTheyAreFreeAgain() {
        Till till = stage.till("nanjing-road");
        String payment = keptBack(till, "A1", 300);
        assertThat(told(EventNames.POINTS_FROZEN))
                .contains(entry("points", "300"), entry("reason", "till"), entry("order_id", "A1"));

        done(till.post("points/release", "-", "{'payment':'" + payment + "'}"));
        assertThat(told(EventNames.POINTS_RELEASED)).contains(entry("points", "300"), entry("order_id", "A1"));
        assertThat(whoHad("{'type':'events','event':'Points Released','where':"
                        + "[{'property':'points','operator':'atLeast','values':['300']}],"
                        + "'measure':'count','operator':'atLeast','value':1}"))
                .isEqualTo(1);
    }

    @Test
    void goodsPaidWithPointsComeBackToTheTillAndThePointsToTheMember() {
        Till till = stage.till("nanjing-road");
        String payment = keptBack(till, "A1", 300);
        done(till.post("points/capture", "-", "{'payment':'" + payment + "'}"));
        done(till.post("points/refund", "r1", "{'payment':'" + payment + "','points':120}"));
        assertThat(told(EventNames.POINTS_REDEEMED)).contains(entry("order_id", "A1"));
        assertThat(told(EventNames.POINTS_GIVEN_BACK)).contains(entry("points", "120"), entry("order_id", "A1"));
    }

    @Test
    void pointsTakenBackWithARefundedOrderNameIt() {
        TierStage shop = new TierStage(stage, log, clock);
        shop.publish(List.of(BASE));
        CustomerNo hua = shop.joins("hua");
        shop.orders("hua", "B1", "80.00");
        await().atMost(PATIENCE)
                .until(() -> !events(hua, EventNames.POINTS_EARNED).isEmpty());
        shop.append(TestEvents.refund(stage.brand, shop.subject("hua"), "B1", "80.00", clock.instant()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(events(hua, EventNames.POINTS_TAKEN_BACK))
                        .singleElement()
                        .satisfies(event -> assertThat(event).contains(entry("order_id", "B1"))));
        assertThat(stage.operator
                        .get(stage.path("/customers/" + hua + "/points/entries"))
                        .text())
                .contains("Refund of order B1");
    }

    @Test
    void aCorrectionDownwardsIsTold() {
        done(stage.operator.post(
                stage.path("/customers/" + li + "/points/deductions"),
                Map.of("key", "d1", "points", 200, "note", "counted twice")));
        assertThat(told(EventNames.POINTS_DEDUCTED)).contains(entry("points", "200"), entry("reason", "deduct"));
    }

    @Test
    void aCouponTakenAwayIsTold() {
        String template = stage.template(TWENTY_FROM_HUNDRED);
        long coupon = stage.coupon(template, li);
        done(stage.operator.post(
                stage.path("/coupons/withdraw"),
                Browser.json("{'coupons':[" + coupon + "],'reason':'wrong segment'}")));
        assertThat(told(EventNames.COUPON_WITHDRAWN))
                .contains(entry("coupon", Long.toString(coupon)), entry("template", template), entry("kind", "amount"));
    }

    @Test
    void whosePointsExpireInThirtyDaysIsCountedAndLedIntoAJourney() {
        JourneyStage journeys = new JourneyStage(stage.brand, browsers, log, clock, messages, outreach);
        journeys.live(
                "积分要过期了",
                definition(
                        onEvent(EventNames.POINTS_EXPIRING),
                        "",
                        node("a", "{'type':'points','points':10}", "{'given':'z','notGiven':'z'}"),
                        end("z")));
        CustomerNo hua = mall.member("hua", 500);
        LocalDate today = stage.brand.dayOf(clock.instant());
        granted(li, 80, today.plusDays(30));
        granted(hua, 80, today.plusDays(31));

        notices.look();
        assertThat(told(EventNames.POINTS_EXPIRING))
                .contains(
                        entry("points", "80"),
                        entry("expires_on", today.plusDays(30).toString()));
        String expiring = "{'type':'events','event':'Points Expiring','where':"
                + "[{'property':'points','operator':'atLeast','values':['50']}],"
                + "'measure':'count','operator':'atLeast','value':1,'window':{'type':'last','days':30}}";
        assertThat(whoHad(expiring)).isEqualTo(1);
        assertThat(way(journeys.untilEnded(li))).isEqualTo("a given, z");
        assertThat(journeys.runs(hua)).isEmpty();

        clock.advance(Duration.ofDays(1));
        notices.look();
        assertThat(way(journeys.untilEnded(hua))).isEqualTo("a given, z");
        assertThat(journeys.runs(li)).as("told once of that day").hasSize(1);
        assertThat(whoHad(expiring)).isEqualTo(2);
    }

    private void granted(CustomerNo customer, long points, LocalDate until) {
        done(stage.operator.post(
                stage.path("/customers/" + customer + "/points/grants"),
                Map.of(
                        "key",
                        UUID.randomUUID().toString(),
                        "points",
                        points,
                        "note",
                        "sorry",
                        "expiresOn",
                        until.toString())));
    }

    private String keptBack(Till till, String order, long points) {
        String pass = passes.of(new Member(stage.brand, li)).text();
        Browser.Answer read = till.post("members/read", "-", "{'pass':'" + pass + "'}");
        done(read);
        Browser.Answer frozen = till.post(
                "points/freeze",
                UUID.randomUUID().toString(),
                "{'visit':'" + read.json().path("visit").asString() + "','order':'" + order + "','points':" + points
                        + "}");
        done(frozen);
        return frozen.json().path("payment").asString();
    }

    private static void done(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /// The properties of the one event of this name that li's timeline tells.
    private Map<String, String> told(String event) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(events(li, event)).as(event).hasSize(1));
        return events(li, event).getFirst();
    }

    private List<Map<String, String>> events(CustomerNo customer, String event) {
        return stage.operator
                .get(stage.path("/customers/" + customer + "/timeline"))
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("name").asString().equals(event))
                .map(item -> item.path("properties").properties().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                property -> property.getValue().asString())))
                .toList();
    }

    private int whoHad(String condition) {
        assertThat(warehouse.catchUp(Duration.ofSeconds(30))).isTrue();
        Browser.Answer counted =
                stage.operator.post(stage.path("/segments/count"), Browser.json("{'definition':" + condition + "}"));
        done(counted);
        return counted.json().path("count").asInt();
    }
}
