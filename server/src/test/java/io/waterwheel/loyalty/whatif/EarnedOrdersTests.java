package io.waterwheel.loyalty.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.loyalty.earn.Given;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarnedOrdersTests {

    private final EarnedOrders orders = new EarnedOrders();
    private final List<String> taken = new ArrayList<>();

    private static Given given(int rule, long points) {
        return new Given(rule, points, List.of(), BigDecimal.ONE, points, points);
    }

    private boolean refund(long of, long amount) {
        return orders.refund(of, amount, (rule, points) -> taken.add(rule + ":" + points));
    }

    @Test
    void eachRuleLosesItsShareAndAllOfItWithTheRest() {
        orders.order(1, 1_000, List.of(given(0, 10), given(2, 3)));
        orders.order(2, 1_000, List.of(given(0, 10)));
        assertThat(refund(1, 500)).isTrue();
        assertThat(taken).containsExactly("0:5", "2:1");
        assertThat(refund(1, 500)).isTrue();
        assertThat(taken).containsExactly("0:5", "2:1", "0:5", "2:2");
    }

    @Test
    void whatIsNotKnownBringsNothingBack() {
        orders.order(1, 1_000, List.of(given(0, 10)));
        assertThat(refund(7, 500)).isFalse();
        orders.clear();
        assertThat(refund(1, 500)).isFalse();
        assertThat(taken).isEmpty();
    }

    @Test
    void manyOrdersKeepApart() {
        for (int i = 1; i <= 100; i++) {
            orders.order(i, 100, i % 2 == 0 ? List.of() : List.of(given(i, i)));
        }
        for (int i = 1; i <= 100; i++) {
            assertThat(refund(i, 100)).isTrue();
        }
        assertThat(taken).hasSize(50).startsWith("1:1").endsWith("99:99");
    }
}
