package io.waterwheel.insight.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.insight.rfm.RfmGrid.RfmCell;
import io.waterwheel.insight.rfm.RfmGrid.RfmGroup;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.segment.WarehouseFixture;
import io.waterwheel.segment.engine.SegmentEngines;
import io.waterwheel.segment.language.Condition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RfmTests {

    private static final Instant NOW = Instant.parse("2025-06-30T08:00:00Z");

    private final Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
    private final WarehouseFixture warehouse = new WarehouseFixture();
    private final Rfm rfm = new Rfm(warehouse, InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void tenDifferentBuyersFillFiveFifthsByTwo() {
        for (int customer = 1; customer <= 10; customer++) {
            for (int order = 0; order < customer; order++) {
                warehouse.order(brand, customer, NOW.minus(Duration.ofDays(10 - customer)), 100);
            }
        }
        warehouse.refund(brand, 10, NOW, 950);
        assertThat(rfm.of(brand, new CustomerNo(1)))
                .hasValue(new CustomerRfm(9, 1, 100, 1, 1, 1, BuyerGroup.GENERAL_WIN_BACK));
        assertThat(rfm.of(brand, new CustomerNo(9)))
                .hasValue(new CustomerRfm(1, 9, 900, 5, 5, 5, BuyerGroup.IMPORTANT_VALUE));
        assertThat(rfm.of(brand, new CustomerNo(10)))
                .hasValue(new CustomerRfm(0, 10, 50, 5, 5, 1, BuyerGroup.GENERAL_VALUE));
        assertThat(rfm.of(brand, new CustomerNo(11))).isEmpty();
        RfmGrid grid = rfm.grid(brand);
        assertThat(grid.cells())
                .hasSize(25)
                .contains(new RfmCell(5, 5, 2, 950), new RfmCell(1, 1, 2, 300), new RfmCell(1, 5, 0, 0));
        assertThat(grid.groups()).hasSize(8);
    }

    @Test
    void equalBuyersAlwaysScoreEqually() {
        for (int customer = 1; customer <= 10; customer++) {
            warehouse.order(brand, customer, NOW.minus(Duration.ofHours(customer % 3)), 100);
        }
        warehouse.order(brand, 10, NOW, 100);
        for (int customer = 1; customer <= 9; customer++) {
            assertThat(rfm.of(brand, new CustomerNo(customer)))
                    .hasValue(new CustomerRfm(0, 1, 100, 1, 1, 1, BuyerGroup.GENERAL_WIN_BACK));
        }
        assertThat(rfm.of(brand, new CustomerNo(10)).orElseThrow().f()).isEqualTo(5);
        RfmGroup recent = rfm.grid(brand).groups().getFirst();
        assertThat(recent.definitionOfSegment())
                .as("nobody is more recent than the others")
                .isNull();
    }

    @Test
    void aGroupIsExactlyTheSegmentItNames() {
        long seed = 7;
        Random random = new Random(seed);
        for (int customer = 1; customer <= 200; customer++) {
            warehouse.customer(customer, null, null, null, null, Map.of());
            warehouse.relation(brand, customer, NOW.minus(Duration.ofDays(800)), null, false, false);
            for (int order = random.nextInt(6); order > 0; order--) {
                warehouse.order(
                        brand, customer, NOW.minus(Duration.ofHours(random.nextInt(12_000))), 1 + random.nextInt(900));
            }
            if (random.nextInt(5) == 0) {
                warehouse.refund(brand, customer, NOW.minus(Duration.ofDays(random.nextInt(400))), 100);
            }
        }
        RfmGrid grid = rfm.grid(brand);
        long buyers = grid.cells().stream().mapToLong(RfmCell::customers).sum();
        assertThat(grid.groups().stream().mapToLong(RfmGroup::customers).sum()).isEqualTo(buyers);
        assertThat(grid.groups()).filteredOn(group -> group.customers() > 0).hasSizeGreaterThan(5);
        for (RfmGroup group : grid.groups()) {
            Condition segment = group.definitionOfSegment();
            if (segment == null) {
                assertThat(group.customers()).as("seed %d, %s", seed, group).isZero();
                continue;
            }
            assertThat(SegmentEngines.over(warehouse, NOW)
                            .members(brand, segment)
                            .customers()
                            .getLongCardinality())
                    .as("seed %d, %s", seed, group)
                    .isEqualTo(group.customers());
        }
    }
}
