package io.waterwheel.segment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.WarehouseFixture;
import io.waterwheel.segment.language.AiplCondition;
import io.waterwheel.segment.language.AiplStage;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.LifecycleCondition;
import io.waterwheel.segment.language.LifecycleStage;
import io.waterwheel.segment.language.Not;
import io.waterwheel.segment.language.RfmCondition;
import io.waterwheel.segment.language.RfmCuts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BuiltInTests {

    private static final Instant NOW = Instant.parse("2025-06-30T08:00:00Z");

    private final Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
    private final WarehouseFixture warehouse = new WarehouseFixture();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void fifthsAreThoseOfTheBuyersAndOfNobodyElse() {
        customers(12);
        for (int customer = 1; customer <= 10; customer++) {
            for (int order = 0; order < customer; order++) {
                order(customer, 10 - customer, 100);
            }
        }
        warehouse.refund(brand, 10, NOW, 950);
        assertThat(members(rfm(List.of(5), List.of(5), List.of(5)))).containsExactly(9);
        assertThat(members(rfm(List.of(5), null, List.of(1)))).containsExactly(10);
        assertThat(members(rfm(List.of(1, 2), null, null))).containsExactly(1, 2, 3, 4);
        assertThat(members(new Not(rfm(List.of(1, 2, 3, 4, 5), null, null))))
                .as("who did not buy has no score")
                .containsExactly(11, 12);
    }

    @Test
    void aBrandsOwnCutsCountWhatTheySay() {
        customers(4);
        order(1, 0, 1_000);
        order(2, 30, 400);
        order(2, 31, 100);
        order(3, 31, 499);
        order(4, 200, 1);
        RfmCuts cuts =
                new RfmCuts(List.of(180, 90, 60, 30), List.of(2L, 3L, 5L, 10L), List.of(100L, 500L, 1_000L, 5_000L));
        assertThat(members(new RfmCondition(List.of(5), null, null, cuts))).containsExactly(1, 2);
        assertThat(members(new RfmCondition(List.of(4), null, null, cuts))).containsExactly(3);
        assertThat(members(new RfmCondition(List.of(1), null, null, cuts))).containsExactly(4);
        assertThat(members(new RfmCondition(null, List.of(2), null, cuts))).containsExactly(2);
        assertThat(members(new RfmCondition(null, null, List.of(3), cuts))).containsExactly(2);
        assertThat(members(new RfmCondition(null, null, List.of(1, 2), cuts))).containsExactly(3, 4);
    }

    @Test
    void aCustomersCycleIsTheirOwnDrawnToTheBrands() {
        customers(3);
        // Two customers bought three times each: 60 days in two gaps, 20 days in two gaps. The brand's cycle: 20.
        bought(1, 160, 130, 100);
        bought(2, 50, 40, 30);
        // 1: (3 × 20 + 60) ÷ (3 + 2) = 24 days. 2: (3 × 20 + 20) ÷ 5 = 16 days. 3: 20 days.
        order(3, 20, 100);
        assertThat(stage(1)).as("100 days are more than 3 × 24").isEqualTo(LifecycleStage.LOST);
        assertThat(stage(2)).as("30 days are at most 2 × 16").isEqualTo(LifecycleStage.COOLING);
        assertThat(stage(3)).as("the first order is at most a cycle ago").isEqualTo(LifecycleStage.NEW);
    }

    @Test
    void everybodyIsInExactlyOneStageOfACycleTheBrandSets() {
        customers(7);
        bought(1, 10);
        bought(2, 100, 10);
        bought(3, 100, 11);
        bought(4, 100, 21);
        bought(5, 100, 31);
        bought(6, 100);
        for (int customer = 1; customer <= 7; customer++) {
            int number = customer;
            assertThat(Arrays.stream(LifecycleStage.values())
                            .filter(stage -> members(new LifecycleCondition(List.of(stage), 10))
                                    .contains(number)))
                    .as("customer %d", customer)
                    .containsExactly(List.of(
                                    LifecycleStage.NEW,
                                    LifecycleStage.ACTIVE,
                                    LifecycleStage.COOLING,
                                    LifecycleStage.SILENT,
                                    LifecycleStage.LOST,
                                    LifecycleStage.LOST,
                                    LifecycleStage.PROSPECT)
                            .get(customer - 1));
        }
        assertThat(members(new LifecycleCondition(List.of(LifecycleStage.values()), null)))
                .hasSize(7);
    }

    @Test
    void aStageIsLeftByItselfWhenTimePasses() {
        customers(1);
        order(1, 10, 100);
        Condition fresh = new LifecycleCondition(List.of(LifecycleStage.NEW), 10);
        assertThat(members(fresh)).containsExactly(1);
        assertThat(members(fresh, NOW.plus(Duration.ofHours(8))))
                .as("the brand's midnight")
                .isEmpty();
    }

    @Test
    void severalOrdersOfOneDayAreOnePurchase() {
        customers(2);
        bought(1, 5, 5, 5);
        assertThat(stage(1)).isEqualTo(LifecycleStage.NEW);
        bought(2, 90);
        assertThat(stage(2)).as("while nobody came again the cycle is 90 days").isEqualTo(LifecycleStage.NEW);
        bought(2, 91);
        assertThat(stage(2)).as("(3 × 1 + 1) ÷ (3 + 1) = 1 day").isEqualTo(LifecycleStage.LOST);
    }

    @Test
    void everybodyIsInExactlyOneStageOfAipl() {
        customers(9);
        member(7, 100);
        member(8, 100);
        member(9, 30);
        happens(2, "Product Viewed", 90);
        happens(3, "Product Viewed", 91);
        happens(4, "Message Sent", 1);
        happens(5, "Cart Viewed", 1);
        order(5, 1, 100);
        order(6, 1, 100);
        order(6, 2, 100);
        order(7, 1, 100);
        happens(7, "Product Reviewed", 300);
        order(8, 1, 100);
        assertThat(members(aipl(null, AiplStage.AWARENESS))).containsExactly(1, 3, 4);
        assertThat(members(aipl(null, AiplStage.INTEREST)))
                .as("who enrolled lately is interested too")
                .containsExactly(2, 9);
        assertThat(members(aipl(null, AiplStage.PURCHASE))).containsExactly(5, 8);
        assertThat(members(aipl(null, AiplStage.LOYALTY))).containsExactly(6, 7);
        assertThat(members(aipl(200, AiplStage.LOYALTY)))
                .as("the review is longer ago")
                .containsExactly(6);
        assertThat(members(aipl(null, AiplStage.values()))).hasSize(9);
    }

    private void customers(int many) {
        IntStream.rangeClosed(1, many)
                .forEach(customer -> warehouse.customer(customer, null, null, null, null, Map.of()));
        for (int customer = 1; customer <= many; customer++) {
            if (customer < 7 || many != 9) {
                warehouse.relation(brand, customer, NOW, null, false, false);
            }
        }
    }

    private void member(int customer, int daysAgo) {
        warehouse.relation(brand, customer, NOW, NOW.minus(Duration.ofDays(daysAgo)), false, false);
    }

    private void happens(int customer, String name, int daysAgo) {
        warehouse.event(brand, customer, name, NOW.minus(Duration.ofDays(daysAgo)), Map.of());
    }

    private void bought(int customer, int... daysAgo) {
        for (int days : daysAgo) {
            order(customer, days, 100);
        }
    }

    private void order(int customer, int daysAgo, long amount) {
        warehouse.order(brand, customer, NOW.minus(Duration.ofDays(daysAgo)), amount);
    }

    private LifecycleStage stage(int customer) {
        return Arrays.stream(LifecycleStage.values())
                .filter(stage ->
                        members(new LifecycleCondition(List.of(stage), null)).contains(customer))
                .findFirst()
                .orElseThrow();
    }

    private static Condition rfm(@Nullable List<Integer> r, @Nullable List<Integer> f, @Nullable List<Integer> m) {
        return new RfmCondition(r, f, m, null);
    }

    private static Condition aipl(@Nullable Integer days, AiplStage... stages) {
        return new AiplCondition(List.of(stages), days);
    }

    private List<Integer> members(Condition condition) {
        return members(condition, NOW);
    }

    private List<Integer> members(Condition condition, Instant now) {
        return IntStream.of(SegmentEngines.over(warehouse, now)
                        .members(brand, condition)
                        .customers()
                        .toArray())
                .boxed()
                .toList();
    }
}
