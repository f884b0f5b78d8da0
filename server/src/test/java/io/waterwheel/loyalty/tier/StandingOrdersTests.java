package io.waterwheel.loyalty.tier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandingOrdersTests {

    private final StandingOrders orders = new StandingOrders(new History());

    @Test
    void aRefundOfAllThatAnOrderCostTakesTheNewestSuchOrderOut() {
        orders.bought(10, 500);
        orders.bought(20, 500);
        orders.bought(30, 700);
        orders.refunded(40, 500);
        assertThat(orders.counted().between(0, 40)).isEqualTo(3);
        assertThat(orders.counted().between(0, 41)).isEqualTo(2);
        orders.refunded(50, 500);
        orders.refunded(60, 500);
        assertThat(orders.counted().between(0, 100)).isEqualTo(1);
        assertThat(orders.any()).isTrue();
    }

    @Test
    void aRefundOfAPartTakesNoneOut() {
        orders.bought(10, 500);
        orders.refunded(20, 499);
        assertThat(orders.counted().between(0, 100)).isEqualTo(1);
    }

    @Test
    void theNextCustomerBeginsWithNone() {
        for (int i = 0; i < 20; i++) {
            orders.bought(i, i);
        }
        orders.clear();
        assertThat(orders.any()).isFalse();
        assertThat(orders.counted().between(0, 100)).isZero();
    }
}
