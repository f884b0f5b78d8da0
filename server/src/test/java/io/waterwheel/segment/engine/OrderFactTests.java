package io.waterwheel.segment.engine;

import static io.waterwheel.segment.language.FactOperator.CONTAINS;
import static io.waterwheel.segment.language.FactOperator.IN;
import static io.waterwheel.segment.language.FactOperator.NOT_IN;
import static io.waterwheel.segment.language.OrderFact.CATEGORY;
import static io.waterwheel.segment.language.OrderFact.CHANNEL;
import static io.waterwheel.segment.language.OrderFact.PRODUCT;
import static io.waterwheel.segment.language.OrderFact.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.WarehouseFixture;
import io.waterwheel.segment.WarehouseFixture.SoldLine;
import io.waterwheel.segment.engine.SoldValues.SoldValue;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.FactOperator;
import io.waterwheel.segment.language.Last;
import io.waterwheel.segment.language.Measure;
import io.waterwheel.segment.language.OrderFact;
import io.waterwheel.segment.language.OrderFilter;
import io.waterwheel.segment.language.OrdersCondition;
import io.waterwheel.segment.language.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderFactTests {

    private static final Instant NOW = Instant.parse("2025-06-30T08:00:00Z");

    private final Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
    private final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void fourCustomers() {
        IntStream.rangeClosed(1, 4)
                .forEach(customer -> warehouse
                        .customer(customer, null, null, null, null, Map.of())
                        .relation(brand, customer, NOW, null, false, false));
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void anOrderCountsWhenOneOfItsLinesMeetsAllThatIsAskedOfLines() {
        order(1, 5, 300, "S1", "pos", line("A", "tea", 1, 100), line("B", "cup", 1, 200));
        order(2, 5, 300, "S1", "pos", line("A", "cup", 1, 100), line("B", "tea", 1, 200));
        order(3, 5, 300, "S2", "pos", line("A", "tea", 1, 300));
        OrderFilter a = filter(PRODUCT, IN, "a");
        OrderFilter tea = filter(CATEGORY, IN, "ＴＥＡ");
        assertThat(atLeast(Measure.COUNT, 1, a, tea))
                .as("one and the same line, and text as people compare it")
                .containsExactly(1, 3);
        assertThat(atLeast(Measure.COUNT, 1, a, tea, filter(STORE, IN, "s1"))).containsExactly(1);
        assertThat(atMost(Measure.COUNT, 0, a, tea)).containsExactly(2, 4);
        assertThat(atLeast(Measure.COUNT, 1, filter(PRODUCT, CONTAINS, "%")))
                .as("never a pattern")
                .isEmpty();
    }

    @Test
    void notInHoldsForWhatIsNotTold() {
        order(1, 5, 100, null, "pos", line(null, null, 1, 100));
        order(2, 5, 100, "S1", "pos", line("A", "tea", 1, 100));
        order(3, 5, 100, "S2", "tmall");
        assertThat(atLeast(Measure.COUNT, 1, filter(STORE, NOT_IN, "S1"))).containsExactly(1, 3);
        assertThat(atLeast(Measure.COUNT, 1, filter(CATEGORY, NOT_IN, "tea")))
                .as("an order without lines has no line that is not tea")
                .containsExactly(1);
        assertThat(atLeast(Measure.COUNT, 1, filter(CHANNEL, NOT_IN, "pos"))).containsExactly(3);
    }

    @Test
    void netSalesOfSomeLinesAreTheirAmountsLessThoseThatRefundsNameLineByLine() {
        order(1, 9, 350, "S1", "pos", line("A", "tea", 2, 200), line("B", "cup", 1, 100));
        refund(1, 3, 100, "S1", "pos", line("A", "tea", 1, 100));
        refund(1, 2, 50, "S1", "pos");
        assertThat(atLeast(Measure.SUM, 100, filter(CATEGORY, IN, "tea")))
                .as("a refund without lines is no product's")
                .containsExactly(1);
        assertThat(atLeast(Measure.SUM, 101, filter(CATEGORY, IN, "tea"))).isEmpty();
        assertThat(atLeast(Measure.SUM, 200, filter(STORE, IN, "S1")))
                .as("of a store it is taken off whole, shipping too")
                .containsExactly(1);
        assertThat(atLeast(Measure.SUM, 201, filter(STORE, IN, "S1"))).isEmpty();
        assertThat(members(Measure.SUM, Bound.AT_MOST, -1, new Last(4), filter(CATEGORY, IN, "tea")))
                .as("a refund belongs to the day it was given")
                .containsExactly(1);
    }

    @Test
    void theOrderValueIsNetSalesByPaidOrdersAndNobodysWhoHasNone() {
        order(1, 9, 100, null, "pos");
        order(1, 8, 101, null, "pos");
        order(2, 9, 300, null, "pos");
        refund(2, 8, 299, null, "pos");
        refund(3, 8, 100, null, "pos");
        order(4, 8, 0, null, "pos");
        assertThat(atLeast(Measure.AVERAGE, 100)).as("201 ÷ 2, not rounded").containsExactly(1);
        assertThat(atLeast(Measure.AVERAGE, 101)).isEmpty();
        assertThat(atMost(Measure.AVERAGE, 100))
                .as("who has no paid order has no order value")
                .containsExactly(2);
        assertThat(atMost(Measure.AVERAGE, 101)).containsExactly(1, 2);
    }

    @Test
    void piecesAreAddedUpExactlyAndARefundTakesNoneAway() {
        for (int i = 0; i < 10; i++) {
            order(1, 9, 100, null, "pos", new SoldLine("A", "tea", new BigDecimal("0.1"), 100));
        }
        order(2, 9, 100, null, "pos", new SoldLine("A", "tea", new BigDecimal("1.001"), 100));
        refund(2, 8, 100, null, "pos", line("A", "tea", 1, 100));
        assertThat(atLeast(Measure.QUANTITY, 1)).containsExactly(1, 2);
        assertThat(atMost(Measure.QUANTITY, 1)).containsExactly(1, 3, 4);
        assertThat(atLeast(Measure.QUANTITY, 0)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void differentProductsAndTheFirstOrderCanBeAskedFor() {
        order(1, 40, 100, null, "pos", line("A", "tea", 5, 100), line("A", "tea", 1, 100));
        order(2, 9, 100, null, "pos", line("A", "tea", 1, 50), line("B", "cup", 1, 50), line(null, "cup", 1, 50));
        order(2, 10, 100, null, "app", line("C", "tea", 1, 50));
        assertThat(atLeast(Measure.DISTINCT_PRODUCTS, 3)).containsExactly(2);
        assertThat(atLeast(Measure.DISTINCT_PRODUCTS, 2, filter(CATEGORY, IN, "tea")))
                .containsExactly(2);
        assertThat(atMost(Measure.DISTINCT_PRODUCTS, 1)).containsExactly(1, 3, 4);
        assertThat(atLeast(Measure.SINCE_FIRST, 40)).containsExactly(1);
        assertThat(atMost(Measure.SINCE_FIRST, 10)).containsExactly(2);
        assertThat(atMost(Measure.SINCE_FIRST, 9, filter(CHANNEL, IN, "pos"))).containsExactly(2);
        assertThat(atMost(Measure.RECENCY, 9, filter(CHANNEL, IN, "app"))).isEmpty();
        assertThat(atMost(Measure.RECENCY, 10, filter(CHANNEL, IN, "app"))).containsExactly(2);
    }

    @Test
    void anonymousSalesAndAnotherBrandsAreNobodys() {
        Brand other = WarehouseFixture.brand(2, "Asia/Shanghai");
        warehouse.order(brand, null, NOW, 100, "S1", "pos", List.of(line("A", "tea", 1, 100)));
        warehouse.order(other, 1, NOW, 100, "S1", "pos", List.of(line("A", "tea", 1, 100)));
        order(2, 0, 100, "S1", "pos", line("A", "tea", 1, 100));
        assertThat(atLeast(Measure.COUNT, 1, filter(PRODUCT, IN, "A"))).containsExactly(2);
        assertThat(atLeast(Measure.QUANTITY, 1)).containsExactly(2);
    }

    @Test
    void veryManyProductsAreAskedForAtOnce() {
        SoldLine[] lines = IntStream.range(0, 300)
                .mapToObj(i -> line("P-" + i, null, 1, 1))
                .toArray(SoldLine[]::new);
        order(1, 5, 300, null, "pos", lines);
        order(2, 5, 300, null, "pos", line("Q", null, 1, 300));
        assertThat(atLeast(Measure.DISTINCT_PRODUCTS, 300, filter(PRODUCT, CONTAINS, "p-")))
                .containsExactly(1);
        String[] first = IntStream.range(0, 60).mapToObj(i -> "p-" + i).toArray(String[]::new);
        assertThat(atLeast(Measure.DISTINCT_PRODUCTS, 240, filter(PRODUCT, NOT_IN, first)))
                .containsExactly(1);
        assertThat(atLeast(Measure.DISTINCT_PRODUCTS, 241, filter(PRODUCT, NOT_IN, first)))
                .isEmpty();
    }

    @Test
    void whatWasSoldIsSuggestedTheCommonestFirst() {
        order(1, 5, 300, "S1", "pos", line("A", "tea", 1, 100), line("B", "cup", 1, 200));
        order(2, 5, 300, "S1", "tmall", line("B", "cup", 1, 100));
        SoldValues values = new SoldValues(warehouse);
        assertThat(values.of(brand, PRODUCT, "")).containsExactly(new SoldValue("B", 2), new SoldValue("A", 1));
        assertThat(values.of(brand, STORE, "ｓ")).containsExactly(new SoldValue("S1", 2));
        assertThat(values.of(brand, CATEGORY, "%")).isEmpty();
        assertThat(values.of(WarehouseFixture.brand(2, "Asia/Shanghai"), CHANNEL, ""))
                .isEmpty();
    }

    private List<Integer> atLeast(Measure measure, long value, OrderFilter... where) {
        return members(measure, Bound.AT_LEAST, value, null, where);
    }

    private List<Integer> atMost(Measure measure, long value, OrderFilter... where) {
        return members(measure, Bound.AT_MOST, value, null, where);
    }

    private List<Integer> members(
            Measure measure, Bound bound, long value, @Nullable Window window, OrderFilter... where) {
        OrdersCondition asked = new OrdersCondition(measure, bound, value, window, List.of(where));
        return IntStream.of(SegmentEngines.over(warehouse, NOW)
                        .members(brand, asked)
                        .customers()
                        .toArray())
                .boxed()
                .toList();
    }

    private static OrderFilter filter(OrderFact fact, FactOperator operator, String... values) {
        return new OrderFilter(fact, operator, List.of(values));
    }

    private static SoldLine line(@Nullable String product, @Nullable String category, int pieces, long amount) {
        return new SoldLine(product, category, BigDecimal.valueOf(pieces), amount);
    }

    private void order(int customer, int daysAgo, long amount, @Nullable String store, String channel, SoldLine... of) {
        warehouse.order(brand, customer, NOW.minus(Duration.ofDays(daysAgo)), amount, store, channel, List.of(of));
    }

    private void refund(
            int customer, int daysAgo, long amount, @Nullable String store, String channel, SoldLine... of) {
        warehouse.refund(brand, customer, NOW.minus(Duration.ofDays(daysAgo)), amount, store, channel, List.of(of));
    }
}
