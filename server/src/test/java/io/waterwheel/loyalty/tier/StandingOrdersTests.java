package io.waterwheel.loyalty.tier;

import static io.waterwheel.loyalty.tier.StandingOrders.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandingOrdersTests {

    private final StandingOrders orders = new StandingOrders(new History());

    @Test
    void anOrderStandsUntilAllOfItCameBack() {
        orders.bought(10, 1, 500);
        orders.bought(20, 2, 500);
        orders.refunded(30, 1, 200);
        assertThat(counted(100)).isEqualTo(2);
        orders.refunded(40, 1, 300);
        assertThat(counted(40)).isEqualTo(2);
        assertThat(counted(41)).isEqualTo(1);
        orders.refunded(50, 1, 500);
        assertThat(counted(100)).as("more came back than it cost").isEqualTo(1);
    }

    @Test
    void aPartOfADearOrderIsNotTheWholeOfACheapOne() {
        orders.bought(10, 1, 100);
        orders.bought(20, 2, 200);
        orders.refunded(30, 2, 100);
        assertThat(counted(100)).isEqualTo(2);
    }

    @Test
    void aRefundThatNamesNoOrderTakesTheNewestOutThatCostAsMuch() {
        orders.bought(10, 1, 500);
        orders.bought(20, 2, 500);
        orders.bought(30, 3, 700);
        orders.refunded(40, UNKNOWN, 500);
        assertThat(counted(41)).isEqualTo(2);
        orders.refunded(50, UNKNOWN, 500);
        orders.refunded(60, UNKNOWN, 500);
        orders.refunded(70, UNKNOWN, 699);
        assertThat(counted(100)).isEqualTo(1);
        assertThat(orders.any()).isTrue();
    }

    @Test
    void refundsThatComeBeforeTheirOrderAreAddedUpWhenItComes() {
        orders.refunded(10, 1, 200);
        orders.refunded(20, 1, 200);
        orders.refunded(25, 7, 9_999);
        orders.bought(30, 1, 500);
        assertThat(counted(100)).isEqualTo(1);
        orders.refunded(40, 1, 100);
        assertThat(counted(100)).isZero();
        assertThat(orders.any()).isFalse();
    }

    @Test
    void theNextCustomerBeginsWithNone() {
        for (int i = 0; i < 20; i++) {
            orders.bought(i, i, i + 1);
        }
        orders.refunded(30, 99, 5);
        orders.clear();
        assertThat(orders.any()).isFalse();
        assertThat(counted(100)).isZero();
        orders.bought(40, 99, 5);
        assertThat(counted(100)).isEqualTo(1);
    }

    private long counted(long until) {
        return orders.counted().between(0, until);
    }
}
