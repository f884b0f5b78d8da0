package io.waterwheel.demo.loyalty;

import io.waterwheel.access.Brand;
import io.waterwheel.demo.world.Customer;
import io.waterwheel.demo.world.Customer.Membership;
import io.waterwheel.demo.world.DemoWorld;
import io.waterwheel.demo.world.Draws;
import io.waterwheel.demo.world.Sale;
import io.waterwheel.demo.world.Store;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.PastCoupon;
import io.waterwheel.loyalty.PastCoupon.Redeemed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What coupons members were given in the year before today: one for newcomers, one for some of the others every
/// season. They are redeemed with an order that fits, if there is one. The same seed and world give the same.
final class CouponHistory {

    private static final int MONTHS = 12;
    private static final double NEWCOMERS = 0.4;
    private static final double SEASON = 0.06;
    private static final double REDEEMS = 0.75;

    private final Map<Integer, List<Sale>> sales = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    private CouponHistory(DemoWorld world) {
        for (Sale sale : world.sales()) {
            if (sale.buyer() != null) {
                sales.computeIfAbsent(sale.buyer().number(), _ -> new ArrayList<>())
                        .add(sale);
            }
        }
    }

    /// What a template of the kit takes off, from how much on, and how long it lasts.
    enum Kind {
        WELCOME("welcome", 20_00, 100_00),
        SEASON("season", 30_00, 200_00);

        private static final Duration LASTS = Duration.ofDays(30);

        private final String key;
        private final long off;
        private final long from;

        Kind(String key, long off, long from) {
            this.key = key;
            this.off = off;
            this.from = from;
        }

        /// In the kit.
        String key() {
            return key;
        }
    }

    /// @param today the first day that is not invented
    static Map<Kind, List<PastCoupon>> of(
            Brand brand, DemoWorld world, Map<String, CustomerNo> numbers, long seed, LocalDate today) {
        CouponHistory history = new CouponHistory(world);
        LocalDate since = today.withDayOfMonth(1).minusMonths(MONTHS - 1L);
        List<PastCoupon> welcome = new ArrayList<>();
        List<PastCoupon> season = new ArrayList<>();
        for (Customer customer : world.customers()) {
            Membership membership = customer.membership();
            CustomerNo number = numbers.get(customer.userId());
            if (membership == null || number == null) {
                continue;
            }
            Draws draws = Draws.of(seed, "coupons", customer.number());
            if (!membership.since().isBefore(brand.startOf(since)) && draws.chance(NEWCOMERS)) {
                welcome.add(history.coupon(Kind.WELCOME, "code", customer, number, membership.since(), 0, draws));
            }
            int round = 0;
            for (LocalDate day = since; day.isBefore(today); day = day.plusMonths(2)) {
                Instant at = brand.startOf(day).plus(Duration.ofHours(10));
                round++;
                if (draws.chance(SEASON) && membership.since().isBefore(at) && at.isBefore(brand.startOf(today))) {
                    season.add(history.coupon(Kind.SEASON, "batch", customer, number, at, round, draws));
                }
            }
        }
        return Map.of(Kind.WELCOME, welcome, Kind.SEASON, season);
    }

    private PastCoupon coupon(
            Kind kind, String origin, Customer customer, CustomerNo number, Instant at, int round, Draws draws) {
        String key = "past/" + kind.key + "/" + customer.userId() + "/" + round;
        return new PastCoupon(key, number, origin, at, draws.chance(REDEEMS) ? redeemed(kind, customer, at) : null);
    }

    private @Nullable Redeemed redeemed(Kind kind, Customer customer, Instant at) {
        for (Sale sale : sales.getOrDefault(customer.number(), List.of())) {
            boolean within = sale.at().isAfter(at)
                    && sale.at().isBefore(at.plus(Kind.LASTS).minus(Duration.ofDays(1)));
            if (within && sale.amount() >= kind.from && used.add(sale.number())) {
                Store store = sale.store();
                return new Redeemed(
                        sale.at(), store == null ? null : Long.toString(store.id()), sale.number(), kind.off);
            }
        }
        return null;
    }
}
