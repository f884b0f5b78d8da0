package io.waterwheel.demo.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that was sold, in order of time, to customers and to passers-by.
final class Sales {

    private static final double ANONYMOUS = 0.12;
    private static final double IN_STORE = 0.65;
    private static final double REFUNDED = 0.04;
    private static final double WHOLLY = 0.7;

    private final long seed;
    private final Season season;
    private final Instant end;
    private final Catalogue catalogue;
    private final Crowd crowd;
    private final List<Draft> drafts = new ArrayList<>();

    Sales(long seed, Season season, Instant end, Catalogue catalogue, Crowd crowd) {
        this.seed = seed;
        this.season = season;
        this.end = end;
        this.catalogue = catalogue;
        this.crowd = crowd;
    }

    /// A sale that has no number yet.
    private record Draft(
            @Nullable Customer buyer, Instant at, @Nullable Store store, List<Line> lines) {}

    void to(Customer customer, BuyingLife life) {
        Draws draws = Draws.of(seed, "basket", customer.number());
        Shopper shopper = new Shopper(catalogue, customer.habit(), draws);
        for (double day : life.orders()) {
            // The first is at their first sight; rounding to seconds must not put it before.
            Instant at = later(season.moment(day), customer.firstSeenAt());
            Store store = draws.chance(IN_STORE) ? customer.home() : null;
            drafts.add(new Draft(customer, at, store, shopper.basket(at)));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// Sales to nobody in particular, on the days on which others buy.
    void toPassersBy() {
        int known = drafts.size();
        long count = Math.round(known * ANONYMOUS / (1 - ANONYMOUS));
        for (int i = 0; i < count; i++) {
            Draws draws = Draws.of(seed, "passer-by", i);
            double day = season.at(drafts.get(draws.below(known)).at()) + draws.between(-0.5, 0.5);
            Instant at = season.moment(Math.clamp(day, 0, Math.nextDown(season.length())));
            Habit habit = draws.chance(0.6) ? Habit.CASUAL : Habit.CURIOUS;
            drafts.add(new Draft(null, at, crowd.someStore(draws), new Shopper(catalogue, habit, draws).basket(at)));
        }
    }

    List<Sale> inOrder() {
        // A stable sort: those of one second stay in the order in which they were drawn.
        drafts.sort(Comparator.comparing(Draft::at));
        List<Sale> sales = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            String number = "D" + (1_000_001 + sales.size());
            sales.add(new Sale(number, draft.buyer(), draft.at(), draft.store(), draft.lines()));
        }
        return List.copyOf(sales);
    }

    /// Refunds of those sales that were already old enough to be sent back, in order of time.
    List<Refund> refunds(List<Sale> sales) {
        List<Refund> refunds = new ArrayList<>();
        for (int i = 0; i < sales.size(); i++) {
            Draws draws = Draws.of(seed, "refund", i);
            if (draws.chance(REFUNDED)) {
                Sale sale = sales.get(i);
                Instant at = sale.at().plusSeconds((long) (draws.between(1, 10) * DayRhythm.SECONDS));
                List<Line> lines = draws.chance(WHOLLY) ? sale.lines() : List.of(draws.one(sale.lines()));
                if (at.isBefore(end)) {
                    refunds.add(new Refund(sale, at, lines));
                }
            }
        }
        refunds.sort(Comparator.comparing(Refund::at));
        return List.copyOf(refunds);
    }
}
