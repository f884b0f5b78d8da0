package io.waterwheel.demo.loyalty;

import io.waterwheel.access.Brand;
import io.waterwheel.demo.world.Customer;
import io.waterwheel.demo.world.Customer.Membership;
import io.waterwheel.demo.world.DemoWorld;
import io.waterwheel.demo.world.Draws;
import io.waterwheel.demo.world.Refund;
import io.waterwheel.demo.world.Sale;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.PastDay;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.DebtRule;
import io.waterwheel.loyalty.PointsCommand.Occasion;
import io.waterwheel.loyalty.PointsCommand.Payee;
import io.waterwheel.loyalty.PointsReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What members earned and spent in the year before today, by the rules the programme goes on with: a point for
/// each yuan, lost half a year later. The same seed and world give the same.
final class PointsHistory {

    private static final int MONTHS = 12;
    private static final int LASTS_MONTHS = 6;
    private static final int FEN = 100;
    private static final double REDEEMS = 0.3;
    private static final List<Wish> WISHES =
            List.of(new Wish("竹制茶则", 200), new Wish("手作公道杯", 350), new Wish("满 100 减 20 元券", 200));

    private final Brand brand;
    private final Map<String, CustomerNo> numbers;
    private final long seed;
    private final LocalDate since;
    private final Map<String, Long> earned = new HashMap<>();
    private final TreeMap<LocalDate, List<PointsCommand>> days = new TreeMap<>();

    private PointsHistory(Brand brand, Map<String, CustomerNo> numbers, long seed, LocalDate since) {
        this.brand = brand;
        this.numbers = numbers;
        this.seed = seed;
        this.since = since;
    }

    private record Wish(String item, long points) {}

    /// @param numbers of customers, by user id
    /// @param today   the first day that is not invented
    static List<PastDay> of(Brand brand, DemoWorld world, Map<String, CustomerNo> numbers, long seed, LocalDate today) {
        LocalDate since = begins(today);
        PointsHistory history = new PointsHistory(brand, numbers, seed, since);
        world.sales().forEach(history::sold);
        world.refunds().forEach(history::gaveBack);
        List<PastDay> days = new ArrayList<>();
        for (LocalDate day = since; day.isBefore(today); day = day.plusDays(1)) {
            Instant until = brand.startOf(day.plusDays(1)).minusSeconds(1);
            days.add(new PastDay(until, history.days.getOrDefault(day, List.of())));
        }
        return days;
    }

    /// The first day of the programme's past.
    static LocalDate begins(LocalDate today) {
        return today.withDayOfMonth(1).minusMonths(MONTHS);
    }

    private void sold(Sale sale) {
        Customer buyer = sale.buyer();
        LocalDate day = brand.dayOf(sale.at());
        long points = sale.amount() / FEN;
        CustomerNo member = buyer == null || !member(buyer, sale.at()) ? null : numbers.get(buyer.userId());
        if (member == null || points == 0 || day.isBefore(since)) {
            return;
        }
        String key = key(sale);
        Draws draws = Draws.of(seed, "points-" + sale.number(), 0);
        if (draws.chance(REDEEMS)) {
            Wish wish = draws.one(WISHES);
            Occasion occasion =
                    occasion(member, "past:mall:" + sale.number(), sale.at(), "mall", Map.of("item", wish.item));
            add(day, new PointsCommand.Spend(occasion, new Points(wish.points), Payee.MALL));
        }
        Instant lost = brand.startOf(day.withDayOfMonth(1).plusMonths(LASTS_MONTHS + 1L));
        Occasion occasion = occasion(member, key, sale.at(), "order", Map.of("order_id", sale.number()));
        add(day, new PointsCommand.Earn(occasion, new Points(points), null, lost));
        earned.put(key, points);
    }

    private void gaveBack(Refund refund) {
        String key = key(refund.sale());
        long points = Math.min(earned.getOrDefault(key, 0L), refund.amount() / FEN);
        Customer buyer = refund.sale().buyer();
        CustomerNo member = buyer == null ? null : numbers.get(buyer.userId());
        if (member == null || points == 0) {
            return;
        }
        Occasion occasion = occasion(
                member,
                "past:refund:" + refund.sale().number(),
                refund.at(),
                "refund",
                Map.of("order_id", refund.sale().number()));
        add(
                brand.dayOf(refund.at()),
                new PointsCommand.TakeBack(occasion, key, new Points(points), DebtRule.OTHERS_THEN_DEBT));
    }

    private static boolean member(Customer buyer, Instant at) {
        Membership membership = buyer.membership();
        return membership != null && !membership.since().isAfter(at);
    }

    /// As the programme's own rule would name it: nothing is earned a second time.
    private static String key(Sale sale) {
        return "earn:" + sale.number() + ":base";
    }

    private Occasion occasion(CustomerNo member, String key, Instant at, String reason, Map<String, String> values) {
        return new Occasion(brand.id(), member, key, at, new PointsReason(reason, values));
    }

    private void add(LocalDate day, PointsCommand command) {
        days.computeIfAbsent(day, _ -> new ArrayList<>()).add(command);
    }
}
