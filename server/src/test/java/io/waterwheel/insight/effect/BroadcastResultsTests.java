package io.waterwheel.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.waterwheel.access.Brand;
import io.waterwheel.insight.InsightProblem;
import io.waterwheel.insight.effect.BroadcastResult.Arm;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.WarehouseFixture;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.touch.BroadcastTrial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class BroadcastResultsTests {

    private static final Instant START = Instant.parse("2025-06-01T02:00:00Z");
    private static final BroadcastId ID = new BroadcastId(7);

    private final Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
    private final WarehouseFixture warehouse = new WarehouseFixture();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void armsAreCountedByAssignmentFromTheStartUpToTheEnd() {
        warehouse
                .order(brand, 1, START, 100)
                .order(brand, 1, START.plus(Duration.ofDays(7)).minusMillis(1), 50)
                .order(brand, 2, START.plus(Duration.ofDays(7)), 1_000)
                .order(brand, 2, START.minusMillis(1), 1_000)
                .order(brand, null, START.plusSeconds(1), 1_000)
                .order(WarehouseFixture.brand(2, "UTC"), 2, START.plusSeconds(1), 1_000)
                .order(brand, 11, START.plusSeconds(1), 40)
                .refund(brand, 1, START.plusSeconds(9), 30)
                .refund(brand, 12, START.plusSeconds(9), 5)
                .order(brand, 99, START.plusSeconds(1), 7);
        BroadcastResult result = result(RoaringBitmap.bitmapOf(1, 2, 3), RoaringBitmap.bitmapOf(11, 12));
        assertThat(result.treated()).isEqualTo(new Arm(3, 1, 2, 120));
        assertThat(result.holdout()).isEqualTo(new Arm(2, 1, 1, 35));
        assertThat(result.to()).isEqualTo(START.plus(Duration.ofDays(7)));
        assertThat(result.complete()).isTrue();
    }

    @Test
    void effectsAreWhatTheSameSumsGiveInJava() {
        Sums treated = Sums.NOBODY;
        Sums holdout = Sums.NOBODY;
        for (int customer = 1; customer <= 80; customer++) {
            boolean left = customer % 4 == 0;
            long before = 100L * (customer % 7);
            long after = 80L * (customer % 7) + (left ? 0 : 37) + customer % 3;
            if (before > 0) {
                warehouse.order(brand, customer, START.minus(Duration.ofDays(customer)), before);
            }
            warehouse.order(brand, customer, START.plusSeconds(customer), after + 500);
            warehouse.refund(brand, customer, START.plus(Duration.ofDays(1)), 500);
            warehouse.order(brand, customer, START.minus(Duration.ofDays(91)), 9_999);
            if (left) {
                holdout = holdout.plus(after, before);
            } else {
                treated = treated.plus(after, before);
            }
        }
        RoaringBitmap all = RoaringBitmap.bitmapOfRange(1, 81);
        RoaringBitmap held = new RoaringBitmap();
        all.forEach((int customer) -> {
            if (customer % 4 == 0) {
                held.add(customer);
            }
        });
        Map<EffectMetric, Effect> effects = result(RoaringBitmap.andNot(all, held), held).effects().stream()
                .collect(Collectors.toMap(Effect::metric, effect -> effect));
        Effect expected = Effect.of(EffectMetric.SALES, treated, holdout).orElseThrow();
        Effect sales = effects.get(EffectMetric.SALES);
        assertThat(sales.method()).isEqualTo(Effect.Method.CUPED);
        assertThat(sales.difference()).isCloseTo(expected.difference(), within(1e-9));
        assertThat(sales.low()).isCloseTo(expected.low(), within(1e-9));
        assertThat(sales.totalHigh()).isCloseTo(expected.totalHigh(), within(1e-6));
        assertThat(effects.get(EffectMetric.BUYERS).treatedMean()).isEqualTo(1);
        assertThat(effects.get(EffectMetric.ORDERS).difference()).isCloseTo(0, within(1e-9));
    }

    @Test
    void anOrderBelongsToTheLastTouchBeforeIt() {
        delivered(1, 7, 0).ordered(1, 3, 100); // ours
        delivered(2, 7, 0).delivered(2, 8, 1).ordered(2, 3, 100); // another broadcast came later
        delivered(3, 8, 0).delivered(3, 7, 1).ordered(3, 3, 10); // ours came later
        ordered(4, 1, 100).delivered(4, 7, 2); // ordered before
        clicked(5, 7, 0).ordered(5, 6, 1).ordered(5, 6, 1); // both orders
        warehouse.event(brand, 6, EventNames.MESSAGE_SENT, START, 7L);
        ordered(6, 1, 100); // sent is not a touch
        BroadcastResult result = result(RoaringBitmap.bitmapOfRange(1, 7), new RoaringBitmap());
        assertThat(result.attributed().orders()).isEqualTo(4);
        assertThat(result.attributed().sales()).isEqualTo(112);
        assertThat(result.attributed().rule().zh()).contains("7 天");
        assertThat(result.effects()).as("nobody was held out").isEmpty();
    }

    @Test
    void peopleAreCountedOnceHoweverManyMessagesTheyGot() {
        for (int i = 0; i < 3; i++) {
            warehouse.event(brand, 1, EventNames.MESSAGE_SENT, START.plusSeconds(i), 7L);
            warehouse.event(brand, 2, EventNames.MESSAGE_SENT, START.plusSeconds(i), 7L);
            warehouse.event(brand, 1, EventNames.MESSAGE_DELIVERED, START.plusSeconds(i), 7L);
            warehouse.event(brand, 2, EventNames.LINK_CLICKED, START.plusSeconds(i), 8L);
        }
        BroadcastResult result = result(RoaringBitmap.bitmapOf(1, 2), new RoaringBitmap());
        assertThat(result.sent()).isEqualTo(2);
        assertThat(result.delivered()).isEqualTo(1);
        assertThat(result.clicked()).isZero();
    }

    @Test
    void beforeItStartsThereIsNoResultAndBeforeItEndsNoCompleteOne() {
        assertThatThrownBy(() -> results(null, new RoaringBitmap(), new RoaringBitmap(), START)
                        .of(brand, ID))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(InsightProblem.BROADCAST_NOT_STARTED));
        assertThat(results(START, RoaringBitmap.bitmapOf(1), new RoaringBitmap(), START.plusSeconds(1))
                        .of(brand, ID)
                        .complete())
                .isFalse();
    }

    private BroadcastResult result(RoaringBitmap treated, RoaringBitmap holdout) {
        return results(START, treated, holdout, START.plus(Duration.ofDays(30))).of(brand, ID);
    }

    private BroadcastResults results(
            @Nullable Instant started, RoaringBitmap treated, RoaringBitmap holdout, Instant now) {
        return new BroadcastResults(
                (ofBrand, id) -> new BroadcastTrial(id, ofBrand.id(), started, 7, treated, holdout),
                warehouse,
                InstantSource.fixed(now));
    }

    private BroadcastResultsTests delivered(int customer, long broadcast, int hours) {
        warehouse.event(brand, customer, EventNames.MESSAGE_DELIVERED, START.plus(Duration.ofHours(hours)), broadcast);
        return this;
    }

    private BroadcastResultsTests clicked(int customer, long broadcast, int hours) {
        warehouse.event(brand, customer, EventNames.LINK_CLICKED, START.plus(Duration.ofHours(hours)), broadcast);
        return this;
    }

    private BroadcastResultsTests ordered(int customer, int hours, long amount) {
        warehouse.order(brand, customer, START.plus(Duration.ofHours(hours)), amount);
        return this;
    }
}
