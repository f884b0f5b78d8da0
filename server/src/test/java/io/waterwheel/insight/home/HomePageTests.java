package io.waterwheel.insight.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.insight.home.WheelPart.Part;
import io.waterwheel.segment.WarehouseFixture;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HomePageTests {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
    private final WarehouseFixture warehouse = new WarehouseFixture();
    private final HomePage page = new HomePage(warehouse, InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void aBrandWithoutAnythingHasANumberOrNothingButNeverAnError() {
        Home home = page.of(brand);
        assertThat(home.windowFrom()).isEqualTo(LocalDate.of(2025, 12, 1));
        assertThat(home.windowTo()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(home.metrics()).extracting(Metric::key).containsExactly(MetricKey.values());
        assertThat(metric(home, MetricKey.NET_SALES).value()).isEqualTo(0L);
        assertThat(metric(home, MetricKey.REPURCHASE_RATE).value()).isNull();
        assertThat(home.months()).hasSize(12);
        assertThat(home.metrics()).allSatisfy(metric -> {
            assertThat(metric.name().zh()).isNotBlank();
            assertThat(metric.definition().en()).isNotBlank();
        });
    }

    @Test
    void oldOrdersShowTheirOwnLastYear() {
        warehouse.order(brand, 1, Instant.parse("2011-12-09T02:00:00Z"), 100);
        Home home = page.of(brand);
        assertThat(home.windowFrom()).isEqualTo(LocalDate.of(2011, 1, 1));
        assertThat(home.windowTo()).isEqualTo(LocalDate.of(2011, 12, 9));
        assertThat(home.months().getLast().month()).isEqualTo(YearMonth.of(2011, 12));
        assertThat(home.months().getLast().partial()).isTrue();
        assertThat(home.months().getFirst().partial()).isFalse();
    }

    @Test
    void anOrderOfTheFutureDoesNotMoveTheWindow() {
        warehouse.order(brand, 1, Instant.parse("2030-01-01T02:00:00Z"), 100);
        assertThat(page.of(brand).windowTo()).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void halfPastElevenInLondonIsTheNextDayInShanghai() {
        warehouse
                .order(brand, 1, Instant.parse("2025-12-31T23:30:00Z"), 100)
                .order(brand, 1, Instant.parse("2025-12-31T15:59:59Z"), 10)
                .order(brand, 1, Instant.parse("2026-11-21T16:00:00Z"), 1);
        Home home = page.of(brand);
        assertThat(month(home, YearMonth.of(2025, 12)).grossSales()).isEqualTo(10);
        assertThat(month(home, YearMonth.of(2026, 1)).grossSales()).isEqualTo(100);
        assertThat(month(home, YearMonth.of(2026, 11)).grossSales()).isEqualTo(1);
    }

    @Test
    void salesAreWhatWasPaidLessWhatWasGivenBackOnTheDayItWas() {
        warehouse
                .relation(brand, 1, at("2025-01-05"), at("2026-03-10"), false, false)
                .relation(brand, 2, at("2026-02-01"), null, true, false)
                .relation(brand, 3, at("2026-02-01"), null, true, true)
                // before the window
                .order(brand, 1, at("2025-06-01"), 5_000)
                .order(brand, 1, at("2025-07-01"), 5_000)
                .order(brand, 2, at("2025-11-30"), 700)
                // in it: customer 1 becomes a member between two orders
                .order(brand, 1, at("2026-03-01"), 1_000)
                .order(brand, 1, at("2026-03-15"), 2_000)
                .order(brand, 2, at("2026-03-15"), 400)
                .order(brand, null, at("2026-03-15"), 600)
                .refund(brand, 1, at("2026-04-01"), 500)
                .refund(brand, 2, at("2025-11-30"), 100)
                .refund(brand, null, at("2026-04-02"), 100)
                .order(brand, 2, at("2026-11-20"), 1);
        Home home = page.of(brand);
        assertThat(home.windowTo()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(metric(home, MetricKey.CUSTOMERS).value()).isEqualTo(3L);
        assertThat(metric(home, MetricKey.CUSTOMERS).previous()).isEqualTo(1L);
        assertThat(metric(home, MetricKey.REACHABLE).value()).isEqualTo(2L);
        assertThat(metric(home, MetricKey.NET_SALES).value()).isEqualTo(3_401L);
        assertThat(metric(home, MetricKey.NET_SALES).previous())
                .as("until 20 November 2025")
                .isEqualTo(10_000L);
        ratio(home, MetricKey.MEMBER_SHARE, 1_500, 3_401);
        ratio(home, MetricKey.ANONYMOUS_SHARE, 500, 3_401);
        assertThat(metric(home, MetricKey.BUYERS).value()).isEqualTo(2L);
        ratio(home, MetricKey.REPURCHASE_RATE, 2, 2);
        ratio(home, MetricKey.ORDERS_PER_BUYER, 4, 2);
        assertThat(metric(home, MetricKey.ORDER_VALUE).value()).isEqualTo(680L);
        assertThat(metric(home, MetricKey.REPURCHASE_RATE).previous()).isEqualTo(1.0);
        MonthPoint march = month(home, YearMonth.of(2026, 3));
        assertThat(march).isEqualTo(new MonthPoint(YearMonth.of(2026, 3), 4_000, 4_000, 4, 2, 600, false));
        assertThat(month(home, YearMonth.of(2026, 4)).netSales()).isEqualTo(-600);
        assertThat(month(home, YearMonth.of(2026, 4)).anonymousSales()).isEqualTo(-100);
    }

    @Test
    void anotherBrandIsNeverInTheNumbers() {
        Brand other = WarehouseFixture.brand(2, "Asia/Shanghai");
        warehouse
                .relation(other, 1, at("2026-05-01"), at("2026-05-01"), true, true)
                .order(other, 1, at("2026-05-02"), 100)
                .refund(other, 1, at("2026-05-03"), 10)
                .relation(brand, 1, at("2026-05-01"), null, false, false)
                .order(brand, 1, at("2026-05-02"), 7);
        Home home = page.of(brand);
        assertThat(metric(home, MetricKey.NET_SALES).value()).isEqualTo(7L);
        ratio(home, MetricKey.MEMBER_SHARE, 0, 7);
        assertThat(metric(home, MetricKey.REACHABLE).value()).isEqualTo(0L);
    }

    @Test
    void theNextOrderIsInTheNextAnswer() {
        warehouse.order(brand, 1, at("2026-05-02"), 7);
        assertThat(metric(page.of(brand), MetricKey.NET_SALES).value()).isEqualTo(7L);
        assertThat(page.of(brand)).as("nothing new, nothing counted again").isSameAs(page.of(brand));
        warehouse.order(brand, 1, at("2026-05-03"), 1);
        assertThat(metric(page.of(brand), MetricKey.NET_SALES).value()).isEqualTo(8L);
    }

    @Test
    void theWheelFollowsThoseWhoCameInTheWindow() {
        warehouse
                .relation(brand, 1, at("2024-01-01"), at("2026-05-01"), null, false, false) // came before
                .relation(brand, 2, at("2026-01-10"), at("2026-02-10"), null, false, false) // kept, ordered twice
                .relation(brand, 3, at("2026-01-10"), at("2026-02-08"), null, false, false) // 29 days: not kept
                .relation(brand, 4, at("2026-11-01"), at("2026-11-20"), null, false, false) // too new to tell
                .order(brand, 1, at("2026-05-01"), 1)
                .order(brand, 1, at("2026-05-02"), 1)
                .order(brand, 2, at("2026-01-10"), 1)
                .order(brand, 2, at("2026-02-10"), 1)
                .order(brand, 4, at("2026-11-20"), 1);
        Home home = page.of(brand);
        assertThat(home.wheel()).hasSize(5);
        assertThat(part(home, Part.GATHER).count()).isEqualTo(3);
        assertThat(part(home, Part.HOLD).count()).isEqualTo(1);
        assertThat(part(home, Part.HOLD).rate()).isEqualTo(0.5);
        assertThat(part(home, Part.SPLASH).count()).isNull();
        assertThat(part(home, Part.TURN).count()).isEqualTo(2);
        assertThat(part(home, Part.TURN).rate()).isEqualTo(2.0 / 3);
        assertThat(part(home, Part.RETURN).count()).isEqualTo(1);
        assertThat(part(home, Part.RETURN).rate()).isEqualTo(0.5);
    }

    private static void ratio(Home home, MetricKey key, long numerator, long denominator) {
        Metric metric = metric(home, key);
        assertThat(List.of(metric.numerator(), metric.denominator())).containsExactly(numerator, denominator);
        assertThat(metric.value()).isEqualTo((double) numerator / denominator);
    }

    private static Metric metric(Home home, MetricKey key) {
        return home.metrics().stream()
                .filter(metric -> metric.key() == key)
                .findFirst()
                .orElseThrow();
    }

    private static MonthPoint month(Home home, YearMonth month) {
        return home.months().stream()
                .filter(point -> point.month().equals(month))
                .findFirst()
                .orElseThrow();
    }

    private static WheelPart part(Home home, Part wanted) {
        return home.wheel().stream()
                .filter(part -> part.part() == wanted)
                .findFirst()
                .orElseThrow();
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T04:00:00Z");
    }
}
