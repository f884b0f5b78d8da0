package io.waterwheel.insight.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.insight.ladder.Ladder.LadderStep;
import io.waterwheel.segment.WarehouseFixture;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderLadderTests {

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

    private final Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
    private final WarehouseFixture warehouse = new WarehouseFixture();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void everyStepCountsThoseWhoReachedItAndHowLongTheyTook() {
        orders(1, 0);
        orders(2, 0, 10);
        orders(3, 0, 20, 24);
        orders(4, 5, 5.5, 9.5, 9.5);
        warehouse.order(brand, null, FIRST, 1).order(WarehouseFixture.brand(2, "UTC"), 1, FIRST, 1);
        assertThat(new OrderLadder(warehouse).of(brand).steps())
                .containsExactly(
                        new LadderStep(1, 4, 3, 0.75, 10.0),
                        new LadderStep(2, 3, 2, 2.0 / 3, 4.0),
                        new LadderStep(3, 2, 1, 0.5, 0.0),
                        new LadderStep(4, 1, 0, 0, null));
    }

    @Test
    void aBrandWithoutOrdersHasNoSteps() {
        assertThat(new OrderLadder(warehouse).of(brand).steps()).isEmpty();
    }

    private void orders(int customer, double... days) {
        for (double day : days) {
            warehouse.order(brand, customer, FIRST.plus(Duration.ofMinutes(Math.round(day * 24 * 60))), 100);
        }
    }
}
