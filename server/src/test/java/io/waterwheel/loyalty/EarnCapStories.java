package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static io.waterwheel.loyalty.programme.ProgrammeText.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The most that a programme gives: for an order, and to everybody together.
@ServerTest
class EarnCapStories {

    private static final String AT_ONCE = "'points':{'pendingDays':0,'expiry':{'type':'never'},'debt':'debt'}";

    private static final String FLAT = rule("flat", "{'type':'perOrder','points':30}", "");

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

    private TierStage stage;
    private LedgerStage ledger;

    @BeforeEach
    void aBrand() {
        CouponStage coupons = new CouponStage(brands, browsers, log, customers);
        stage = new TierStage(coupons, log, clock);
        ledger = new LedgerStage(coupons);
    }

    @AfterEach
    void theLedgerAddsUp() {
        ledger.addsUp();
        clock.reset();
    }

    @Test
    void allRulesTogetherGiveNoMoreForAnOrderThanTheProgrammeAllows() {
        stage.publish(List.of(BASE, FLAT), "'caps':{'perOrder':100}", AT_ONCE);
        CustomerNo lin = stage.joins("lin");
        stage.orders("lin", "A1", "50");
        ledger.untilHas(lin, 50 + 30, 0, 0);
        stage.orders("lin", "A2", "90");
        ledger.untilHas(lin, 80 + 90 + 10, 0, 0);
        stage.orders("lin", "A3", "250");
        ledger.untilHas(lin, 180 + 100, 0, 0);
        assertThat(points(lin, "A1")).containsExactly(30L, 50L);
        assertThat(points(lin, "A2")).containsExactly(10L, 90L);
        assertThat(points(lin, "A3")).containsExactly(100L);
    }

    @Test
    void whatARefundTakesBackOfACappedOrderIsAShareOfWhatItBrought() {
        stage.publish(List.of(BASE), "'caps':{'perOrder':100}", AT_ONCE);
        CustomerNo lin = stage.joins("lin");
        stage.orders("lin", "A1", "400");
        ledger.untilHas(lin, 100, 0, 0);
        stage.append(TestEvents.refund(stage.coupons.brand, stage.subject("lin"), "A1", "100", clock.instant()));
        ledger.untilHas(lin, 75, 0, 0);
    }

    @Test
    void theProgrammesBudgetIsEverybodysAndARefundMakesNoRoomInItAgain() {
        stage.publish(List.of(BASE), "'caps':{'budget':150}", AT_ONCE, TIERS);
        CustomerNo lin = stage.joins("lin");
        CustomerNo mei = stage.joins("mei");
        CustomerNo hua = stage.joins("hua");
        stage.orders("lin", "A1", "100");
        ledger.untilHas(lin, 100, 0, 0);
        stage.orders("mei", "B1", "80");
        ledger.untilHas(mei, 50, 0, 0);
        stage.orders("hua", "C1", "1000");
        stage.untilTier(hua, "silver");
        assertThat(stage.earnings(hua))
                .as("nothing is left, though she is silver by it")
                .isZero();

        stage.append(TestEvents.refund(stage.coupons.brand, stage.subject("lin"), "A1", "100", clock.instant()));
        ledger.untilHas(lin, 0, 0, 0);
        stage.orders("lin", "A2", "1000");
        stage.untilTier(lin, "silver");
        assertThat(ledger.has(lin)).containsExactly(0L, 0L, 0L, 0L);

        stage.publish(List.of(BASE), "'caps':{'budget':200}", AT_ONCE, TIERS);
        stage.orders("hua", "C2", "80");
        ledger.untilHas(hua, 50, 0, 0);
        assertThat(ledger.stands("issued")).as("100 of them came back").isEqualTo(-100);
    }

    /// What rules gave for an order, the last first.
    private List<Long> points(CustomerNo customer, String order) {
        return stage.memberships(customer)
                .at("/0/earnings")
                .valueStream()
                .filter(one -> one.path("order").asString("").equals(order))
                .map(one -> one.path("points").asLong())
                .toList();
    }
}
