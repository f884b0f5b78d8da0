package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who pays with points at a till turns out to be somebody else, and does not after all, before the goods come
/// back: every point is whose it was.
@ServerTest
class TillPersonStories {

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

    private CouponStage stage;
    private MallStage points;
    private CustomerNo one;
    private CustomerNo other;
    private Till till;

    @BeforeEach
    void twoMembersAndATill() {
        stage = new CouponStage(brands, browsers, log, customers);
        points = new MallStage(stage, log, ledger);
        one = points.member("one", 500);
        other = points.member("other", 40);
        till = stage.till("nanjing-road");
    }

    @AfterEach
    void theLedgerAddsUp() {
        assertThat(stage.operator
                        .get(stage.path("/points/reconciliation"))
                        .json()
                        .path("differences")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void pointsKeptBackBeforeAMergeArePaidWithAfterItAndComeBackToTheirOwnerOnceTheyAreTwoAgain() {
        String payment = frozen(300);
        CustomerNo whole = merged();
        assertThat(points.points(whole)).isEqualTo(240);
        assertThat(captured(payment, 250)).isEqualTo("captured");
        assertThat(points.points(whole)).isEqualTo(290);

        separated(whole);
        assertThat(points.points(one)).isEqualTo(250);
        assertThat(points.points(other)).isEqualTo(40);
        refunded(payment, 100);
        assertThat(points.points(one)).isEqualTo(350);
        assertThat(points.points(other)).isEqualTo(40);
    }

    @Test
    void goodsBroughtBackWhileTheyAreOneGiveTheirPointsToWhoeverPaid() {
        String payment = frozen(300);
        assertThat(captured(payment, 300)).isEqualTo("captured");
        CustomerNo whole = merged();
        refunded(payment, 120);
        assertThat(points.points(whole)).isEqualTo(360);

        separated(whole);
        assertThat(points.points(one)).isEqualTo(320);
        assertThat(points.points(other)).isEqualTo(40);
        refunded(payment, 180);
        assertThat(points.points(one)).isEqualTo(500);
        assertThat(till.post("points/refund", "more", refund(payment, 1)).code())
                .isEqualTo("till-refund-too-large");
    }

    @Test
    void pointsKeptBackWhileTheyWereOneAreReleasedToTheOneTheyCameFrom() {
        CustomerNo whole = merged();
        String payment = frozen(300);
        separated(whole);
        Browser.Answer released = till.post("points/release", "-", "{'payment':'" + payment + "'}");
        assertThat(released.status()).as(released.text()).isEqualTo(200);
        assertThat(points.points(one)).isEqualTo(500);
        assertThat(points.points(other)).isEqualTo(40);
    }

    private String frozen(long wanted) {
        String pass = passes.of(new Member(stage.brand, one)).text();
        String visit = till.post("members/read", "-", "{'pass':'" + pass + "'}")
                .json()
                .path("visit")
                .asString();
        Browser.Answer frozen = till.post(
                "points/freeze",
                UUID.randomUUID().toString(),
                "{'visit':'" + visit + "','order':'A1','points':" + wanted + "}");
        assertThat(frozen.status()).as(frozen.text()).isEqualTo(200);
        return frozen.json().path("payment").asString();
    }

    private String captured(String payment, long paid) {
        Browser.Answer answer = till.post("points/capture", "-", "{'payment':'" + payment + "','points':" + paid + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("state").asString();
    }

    private void refunded(String payment, long back) {
        Browser.Answer answer = till.post("points/refund", UUID.randomUUID().toString(), refund(payment, back));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static String refund(String payment, long back) {
        return "{'payment':'" + payment + "','points':" + back + "}";
    }

    private CustomerNo merged() {
        Browser.Answer answer = stage.operator.post(
                stage.path("/customers/" + one + "/merge"), Map.of("other", other.value(), "why", "同一人"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return customers.current(List.of(other)).get(other);
    }

    private void separated(CustomerNo whole) {
        int low = Math.min(one.value(), other.value());
        int high = Math.max(one.value(), other.value());
        Browser.Answer apart = stage.operator.post(
                stage.path("/customers/" + whole + "/separate"), Map.of("low", low, "high", high, "why", "父子"));
        assertThat(apart.status()).as(apart.text()).isEqualTo(200);
    }
}
