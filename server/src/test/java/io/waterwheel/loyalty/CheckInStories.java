package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.loyalty.CheckIns.CheckedIn;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A member comes by every day.
@ServerTest
class CheckInStories {

    private static final String RULE =
            "{'active':true,'points':[1,2,3],'bonuses':[{'day':3,'reward':{'type':'points','points':20}}]}";

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
    private CheckIns checkIns;

    @Autowired
    private TestClock clock;

    private MallStage stage;

    @BeforeEach
    void aBrand() {
        stage = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
        Browser.Answer saved = stage.coupons.operator.put(stage.path("/check-in/rule"), Browser.json(RULE));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void threeDaysInARowBringMoreEachDayAndABonus() {
        CustomerNo lin = stage.member("lin", 0);
        CheckIns.Status before = checkIns.status(stage.coupons.brand, lin);
        assertThat(before.done()).isFalse();
        assertThat(before.ahead().get(2).points()).isEqualTo(3);
        assertThat(before.ahead().get(2).bonus().getFirst().points()).isEqualTo(20);

        assertThat(checkIn(lin).streak()).isEqualTo(1);
        assertThat(checkIn(lin).repeated()).as("once a day").isTrue();
        clock.advance(Duration.ofDays(1));
        assertThat(checkIn(lin).streak()).isEqualTo(2);
        clock.advance(Duration.ofDays(1));
        CheckedIn.Done third = checkIn(lin);
        assertThat(third.streak()).isEqualTo(3);
        assertThat(third.bonus())
                .singleElement()
                .satisfies(bonus -> assertThat(bonus.points()).isEqualTo(20));
        await().atMost(CouponStage.PATIENCE).until(() -> stage.points(lin) == 1 + 2 + 3 + 20);
        stage.coupons.told(lin, EventNames.CHECKED_IN, 3);

        clock.advance(Duration.ofDays(2));
        assertThat(checkIns.status(stage.coupons.brand, lin).streak())
                .as("a day was left out")
                .isZero();
        assertThat(checkIn(lin).streak()).isEqualTo(1);
    }

    @Test
    void aHundredTapsAtOnceAreOneCheckIn() throws Exception {
        CustomerNo lin = stage.member("lin", 0);
        List<Callable<CheckedIn.Done>> taps = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            taps.add(() -> checkIn(lin));
        }
        int first = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (var answer : threads.invokeAll(taps)) {
                first += answer.get().repeated() ? 0 : 1;
            }
        }
        assertThat(first).isEqualTo(1);
        await().atMost(CouponStage.PATIENCE).until(() -> stage.points(lin) == 1);
        stage.coupons.told(lin, EventNames.CHECKED_IN, 1);
    }

    @Test
    void whoIsNoMemberIsToldSo() {
        CustomerNo stranger = stage.coupons.customer("stranger");
        assertThat(checkIns.checkIn(stage.coupons.brand, stranger)).isInstanceOf(CheckedIn.Refused.class);
        Browser.Answer refused = stage.coupons.operator.put(
                stage.path("/check-in/rule"),
                Browser.json(
                        "{'active':true,'points':[],'bonuses':[{'day':0,'reward':{'type':'coupon','template':'1'}}]}"));
        assertThat(refused.text()).contains("/points", "/bonuses/0/day", "/bonuses/0/reward/template");
    }

    private CheckedIn.Done checkIn(CustomerNo member) {
        return (CheckedIn.Done) checkIns.checkIn(stage.coupons.brand, member);
    }
}
