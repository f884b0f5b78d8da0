package io.waterwheel.demo.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoWorldTests {

    private static final LocalDate TODAY = LocalDate.of(2025, 11, 20);
    private static final Instant NOW = TODAY.atStartOfDay().toInstant(Season.OFFSET);
    private static final DemoWorld WORLD = new DemoWorld(20, TODAY);

    /// Pinned, because a world that only agrees with itself within one process may still hang on the order of a
    /// hash map. Whoever changes the world on purpose puts the new value here.
    @Test
    void theSameSeedAndDayGiveTheSameWorldOnEveryMachine() {
        assertThat(hash(new DemoWorld(7, TODAY, 500)))
                .isEqualTo("149d29e53780894e638f583c21f6992046749c987185e5db8dbca23f6e7ab7ef");
    }

    @Test
    void anotherSeedOrDayGivesAnotherWorld() {
        String hash = hash(new DemoWorld(7, TODAY, 100));
        assertThat(hash(new DemoWorld(7, TODAY, 100))).isEqualTo(hash);
        assertThat(hash(new DemoWorld(8, TODAY, 100))).isNotEqualTo(hash);
        assertThat(hash(new DemoWorld(7, TODAY.plusDays(1), 100))).isNotEqualTo(hash);
    }

    @Test
    void itHasTheSizeItPromises() {
        assertThat(WORLD.stores()).hasSize(60);
        assertThat(WORLD.guides()).hasSize(300);
        assertThat(WORLD.products()).hasSize(400);
        assertThat(WORLD.customers()).hasSize(20_000);
        assertThat(WORLD.sales()).hasSizeBetween(60_000, 90_000);
    }

    @Test
    void sharesAreWhatTheyAreMeantToBe() {
        Truth truth = WORLD.truth();
        assertThat(truth.members() / 20_000.0).isCloseTo(0.76, within(0.015));
        assertThat(truth.friends() / 20_000.0).isCloseTo(0.60, within(0.015));
        assertThat(truth.consentEmail() / 20_000.0).isCloseTo(0.39, within(0.015));
        assertThat((double) truth.anonymousOrders() / truth.orders()).isCloseTo(0.12, within(0.001));
        assertThat((double) truth.refunds() / truth.orders()).isCloseTo(0.04, within(0.003));
    }

    @Test
    void storesStandInTheirCityOnDryLandInChina() {
        for (Store store : WORLD.stores()) {
            City city = City.named(store.city());
            assertThat(store.longitude()).as(store.name()).isBetween(73.5, 135.1);
            assertThat(store.latitude()).as(store.name()).isBetween(18.0, 53.6);
            double north = (store.latitude() - city.latitude()) * 111.2;
            double east = (store.longitude() - city.longitude()) * 111.2 * Math.cos(Math.toRadians(city.latitude()));
            assertThat(Math.hypot(north, east)).as(store.name()).isLessThanOrEqualTo(2 * city.spread() + 0.01);
            double bearing = Math.toDegrees(Math.atan2(east, north));
            double aside = Math.abs(Math.IEEEremainder(bearing - city.inland(), 360));
            assertThat(aside).as(store.name()).isLessThanOrEqualTo(city.landWidth() + 0.1);
        }
    }

    @Test
    void nobodyAndNothingSharesAnId() {
        unique(WORLD.customers(), Customer::userId);
        unique(WORLD.customers(), Customer::phone);
        unique(WORLD.customers().stream().filter(c -> c.email() != null).toList(), Customer::email);
        unique(
                WORLD.customers().stream()
                        .flatMap(customer -> Stream.ofNullable(customer.wecom()))
                        .toList(),
                Customer.WeComAccount::externalUserid);
        unique(WORLD.stores(), Store::name);
        unique(WORLD.guides(), Guide::userId);
        unique(WORLD.products(), Product::code);
        unique(WORLD.products(), Product::name);
        unique(WORLD.sales(), Sale::number);
    }

    private static <T> void unique(List<T> things, Function<T, Object> id) {
        assertThat(things.stream().map(id)).doesNotHaveDuplicates();
    }

    @Test
    void nobodyCanBeMistakenForARealPerson() {
        assertThat(WORLD.customers()).allSatisfy(customer -> {
            assertThat(customer.phone()).matches("154[0-9]{8}");
            if (customer.email() != null) {
                assertThat(customer.email()).matches("[a-z]+[0-9]{8}@example\\.com");
            }
        });
    }

    @Test
    void nothingHappensBeforeACustomerCameOrAfterYesterday() {
        for (Customer customer : WORLD.customers()) {
            Instant first = customer.firstSeenAt();
            assertThat(first).isBetween(TODAY.minusYears(2).atStartOfDay().toInstant(Season.OFFSET), NOW);
            customer.friends().forEach(friendship -> lived(friendship.since(), first));
            customer.consents().forEach(decision -> lived(decision.at(), first));
            if (customer.membership() != null) {
                lived(customer.membership().since(), first);
            }
        }
        for (Sale sale : WORLD.sales()) {
            assertThat(sale.at()).isBefore(NOW);
            if (sale.buyer() != null) {
                lived(sale.at(), sale.buyer().firstSeenAt());
            }
        }
    }

    private static void lived(Instant at, Instant first) {
        assertThat(at).isAfterOrEqualTo(first).isBefore(NOW);
    }

    @Test
    void theFirstOrderComesWithTheCustomer() {
        WORLD.sales().stream()
                .filter(sale -> sale.buyer() != null)
                .collect(java.util.stream.Collectors.toMap(Sale::buyer, Function.identity(), (first, later) -> first))
                .forEach((buyer, first) -> assertThat(first.at())
                        .isBetween(buyer.firstSeenAt(), buyer.firstSeenAt().plusSeconds(1)));
    }

    @Test
    void salesAndRefundsAreInOrderOfTime() {
        assertThat(WORLD.sales()).isSortedAccordingTo(java.util.Comparator.comparing(Sale::at));
        assertThat(WORLD.refunds()).isSortedAccordingTo(java.util.Comparator.comparing(Refund::at));
    }

    @Test
    void aRefundFollowsItsSaleAndGivesBackNoMoreThanWasPaid() {
        assertThat(WORLD.refunds()).allSatisfy(refund -> {
            assertThat(refund.at()).isAfter(refund.sale().at());
            assertThat(refund.sale().lines()).containsAll(refund.lines());
            assertThat(refund.amount()).isBetween(1L, refund.sale().amount());
        });
    }

    @Test
    void basketsHoldOneToSixProductsAtNoMoreThanTheirPrice() {
        assertThat(WORLD.sales()).allSatisfy(sale -> {
            assertThat(sale.lines()).hasSizeBetween(1, 6);
            assertThat(sale.lines()).extracting(Line::product).doesNotHaveDuplicates();
            assertThat(sale.lines()).allSatisfy(line -> {
                assertThat(line.quantity()).isPositive();
                assertThat(line.price()).isBetween(1, line.product().price());
            });
        });
    }

    @Test
    void festivalsShow() {
        long ordinary = ordersOn(LocalDate.of(2025, 10, 16));
        assertThat(ordersOn(LocalDate.of(2025, 11, 11))).isGreaterThan(3 * ordinary);
        assertThat(ordersOn(LocalDate.of(2025, 6, 18))).isGreaterThan(2 * ordinary);
        // Before the Spring Festival of 2025 (29 January), and during it.
        assertThat(ordersOn(LocalDate.of(2025, 1, 16))).isGreaterThan(2 * ordersOn(LocalDate.of(2025, 1, 30)));
    }

    private static long ordersOn(LocalDate day) {
        return WORLD.sales().stream()
                .filter(sale -> sale.at().atOffset(Season.OFFSET).toLocalDate().equals(day))
                .count();
    }

    @Test
    void theSeasonClockRunsBothWays() {
        Season season = WORLD.season();
        assertThat(season.length()).isCloseTo(731, within(1e-6));
        for (int i = 0; i < 10_000; i++) {
            double day = Draws.of(5, "day", i).uniform() * season.length();
            // A second at the busiest hour of 11 November is a few ten thousandths of a season day.
            assertThat(season.at(season.moment(day))).as("season day %s", day).isCloseTo(day, within(5e-4));
        }
    }

    private static String hash(DemoWorld world) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (List<?> part : List.of(world.customers(), world.products(), world.sales(), world.refunds())) {
                for (Object thing : part) {
                    digest.update(thing.toString().getBytes(StandardCharsets.UTF_8));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
