package io.waterwheel.journey;

import static io.waterwheel.journey.JourneyStage.PATIENCE;
import static io.waterwheel.journey.JourneyStage.definition;
import static io.waterwheel.journey.JourneyStage.end;
import static io.waterwheel.journey.JourneyStage.node;
import static io.waterwheel.journey.JourneyStage.onEvent;
import static io.waterwheel.journey.JourneyStage.way;
import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.CouponStage;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.RequestedReward;
import io.waterwheel.loyalty.RewardRequest;
import io.waterwheel.loyalty.RewardRequests;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.touch.Outreach;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/// What journeys give: points and coupons, once for each passage.
@ServerTest
class GiftStories {

    private static final String POINTS = "{'type':'points','points':50}";

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private AskedMessages messages;

    @Autowired
    private Outreach outreach;

    @Autowired
    private Customers customers;

    @Autowired
    private RewardRequests rewards;

    @Autowired
    private TransactionOperations transactions;

    private CouponStage coupons;
    private JourneyStage stage;

    @BeforeEach
    void aBrand() {
        coupons = new CouponStage(brands, browsers, log, customers);
        stage = new JourneyStage(coupons.brand, browsers, log, clock, messages, outreach);
    }

    @Test
    void aNewMemberGetsPointsAndACouponAsSheJoins() {
        String coupon = coupons.template(TWENTY_FROM_HUNDRED);
        String journey = stage.live("入会礼", gifts(onEvent("Member Joined"), coupon));
        CustomerNo li = stage.happens("M1", "Member Joined");

        assertThat(way(stage.untilEnded(li))).isEqualTo("a given, b given, z");
        assertThat(points(li)).isEqualTo(50);
        assertThat(coupons.coupons(li)).singleElement().satisfies(one -> {
            assertThat(one.path("state").asString()).isEqualTo("issued");
            assertThat(one.path("origin").asString()).isEqualTo("journey");
        });
        stage.untilTold(li, "Points Earned");
        stage.untilTold(li, "Coupon Issued");
        assertThat(stage.operator
                        .get(stage.path("/customers/" + li + "/points/entries"))
                        .json()
                        .at("/items/0/why")
                        .asString())
                .isEqualTo("入会礼");
        assertThat(words(journey)).contains("give 50 points", "give the coupon “");
    }

    @Test
    void whoIsNoMemberGetsNoPointsAndTheTrailSaysWhy() {
        stage.live(
                "回访礼",
                definition(
                        onEvent("App Opened"),
                        "",
                        node("a", POINTS, "{'given':'z','notGiven':'y'}"),
                        end("z"),
                        end("y")));
        CustomerNo li = stage.opens("li");
        JsonNode run = stage.untilEnded(li);
        assertThat(way(run)).isEqualTo("a notGiven, y");
        assertThat(run.at("/path/0/note").asString()).isEqualTo("not-member");
        assertThat(points(li)).isZero();
    }

    @Test
    void theLastCouponIsGivenToOneAndTheOtherGoesAnotherWay() {
        String coupon = coupons.template(TWENTY_FROM_HUNDRED, "'stock':1");
        stage.live(
                "限量券",
                definition(
                        onEvent("App Opened"),
                        "",
                        node("a", "{'type':'coupon','template':'" + coupon + "'}", "{'given':'z','notGiven':'y'}"),
                        end("z"),
                        end("y")));
        CustomerNo first = stage.opens("first");
        assertThat(way(stage.untilEnded(first))).isEqualTo("a given, z");
        CustomerNo second = stage.opens("second");
        JsonNode run = stage.untilEnded(second);
        assertThat(way(run)).isEqualTo("a notGiven, y");
        assertThat(run.at("/path/0/note").asString()).isEqualTo("sold-out");
    }

    @Test
    void whatIsAskedAgainAfterACrashIsGivenOnce() {
        String coupon = coupons.template(TWENTY_FROM_HUNDRED);
        stage.live("入会礼", gifts(onEvent("Member Joined"), coupon));
        CustomerNo li = stage.happens("M1", "Member Joined");
        String run = stage.untilEnded(li).path("id").asString();

        again(new RewardRequest("journey/" + run + "/1", li, new RequestedReward.OfPoints(new Points(50)), "入会礼"));
        again(new RewardRequest(
                "journey/" + run + "/2", li, new RequestedReward.OfCoupon(CouponTemplateId.of(coupon)), "入会礼"));
        stage.happens("M2", "Member Joined");
        await().atMost(PATIENCE)
                .until(() -> coupons.figures(coupon).path("issued").asInt() == 2);
        assertThat(points(li)).isEqualTo(50);
        assertThat(coupons.coupons(li)).hasSize(1);
        assertThat(way(stage.run(li))).isEqualTo("a given, b given, z");
    }

    @Test
    void whoIsKeptBackToCompareGetsNothing() {
        String journey = stage.live(
                "对照",
                definition(
                        onEvent("Member Joined"),
                        ",'goal':{'type':'event','event':{'event':'Order Completed'},'withinDays':7}",
                        node("a", "{'type':'holdout','percent':50}", "{'next':'b'}"),
                        node("b", POINTS, "{'given':'z','notGiven':'z'}"),
                        end("z")));
        List<CustomerNo> members = java.util.stream.IntStream.range(0, 30)
                .mapToObj(i -> stage.happens("M" + i, "Member Joined"))
                .toList();
        await().atMost(PATIENCE)
                .until(() -> members.stream()
                        .allMatch(one -> stage.runs(one).stream()
                                .anyMatch(run -> run.path("control").asBoolean()
                                        || run.path("state").asString().equals("ended"))));
        assertThat(stage.counts(journey).path("control").asInt()).isBetween(1, 29);
        for (CustomerNo member : members) {
            boolean control = stage.run(member).path("control").asBoolean();
            assertThat(points(member)).isEqualTo(control ? 0 : 50);
        }
    }

    @Test
    void absurdPointsAndCouponsThatAreNotThereAreNamed() {
        Browser.Answer saved = stage.save(
                "错",
                definition(
                        onEvent("App Opened"),
                        "",
                        node("a", "{'type':'points','points':0}", "{'given':'b','notGiven':'b'}"),
                        node("b", "{'type':'coupon','template':'99999999'}", "{'given':'z','notGiven':'z'}"),
                        end("z")));
        assertThat(saved.status()).as(saved.text()).isBetween(200, 422);
        String id = saved.json().path("id").asString("");
        Browser.Answer published = stage.operator.post(stage.path("/journeys/" + id + "/publish"), "{}");
        assertThat(saved.text() + published.text()).contains("out-of-range");
    }

    private static String gifts(String trigger, String coupon) {
        return definition(
                trigger,
                "",
                node("a", POINTS, "{'given':'b','notGiven':'z'}"),
                node("b", "{'type':'coupon','template':'" + coupon + "'}", "{'given':'z','notGiven':'z'}"),
                end("z"));
    }

    private void again(RewardRequest request) {
        transactions.executeWithoutResult(_ -> rewards.ask(stage.brand, List.of(request)));
    }

    private long points(CustomerNo customer) {
        return stage.operator
                .get(stage.path("/customers/" + customer + "/points"))
                .json()
                .path("available")
                .asLong();
    }

    private String words(String journey) {
        return stage.operator.get(stage.path("/journeys/" + journey)).text();
    }
}
