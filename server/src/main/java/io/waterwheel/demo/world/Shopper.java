package io.waterwheel.demo.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What one buyer puts into baskets: favourite categories, a purse of its own size, and again what has been
/// used up.
final class Shopper {

    /// Of the variance of an order value's logarithm, what lies between buyers rather than between their orders.
    private static final double OWN_SHARE = 0.4;

    /// How strongly tastes differ, as the standard deviation of a category weight's logarithm.
    private static final double TASTE = 1.1;

    private static final double[] LINES_UP_TO = {0.38, 0.65, 0.82, 0.92, 0.97, 1};
    private static final double CHEAPEST_LINE = 2_500;
    private static final double REBUYS = 0.6;
    private static final double REBUYS_EARLY = 0.08;
    private static final double DEEPEST_DISCOUNT = 0.55;
    private static final double NO_DISCOUNT = 0.92;
    private static final int MOST_OF_ONE = 6;

    /// Of what was bought before, what may be bought again.
    private static final int REMEMBERED = 8;

    /// Baskets are filled to about what the buyer means to spend; a coupon brings down those that are too dear.
    private static final double FILL = 1.1;

    private final Catalogue catalogue;
    private final Habit habit;
    private final Draws draws;
    private final double purse;
    private final double[] categoriesUpTo = new double[Category.values().length];
    private final List<Owned> owned = new ArrayList<>();

    Shopper(Catalogue catalogue, Habit habit, Draws draws) {
        this.catalogue = catalogue;
        this.habit = habit;
        this.draws = draws;
        this.purse = Math.sqrt(OWN_SHARE) * draws.normal();
        double sum = 0;
        for (Category category : Category.values()) {
            sum += category.popularity() * StrictMath.exp(TASTE * draws.normal());
            categoriesUpTo[category.ordinal()] = sum;
        }
    }

    /// Something bought before.
    private record Owned(Product product, long usedUpAt) {}

    private record Wanted(Product product, int quantity) {}

    List<Line> basket(Instant at) {
        double z = purse + Math.sqrt(1 - OWN_SHARE) * draws.normal();
        double value = 100 * habit.medianYuan() * StrictMath.exp(habit.sigma() * z);
        int most = (int) Math.max(1, value / CHEAPEST_LINE);
        int wanted = Math.min(1 + draws.weighted(LINES_UP_TO), most);
        List<Wanted> basket = new ArrayList<>(wanted);
        for (int i = 0; i < wanted; i++) {
            double price = FILL * value / wanted * StrictMath.exp(0.3 * draws.normal());
            Product product = choose(at, price);
            int quantity = (int) Math.clamp(Math.round(price / product.price()), 1, MOST_OF_ONE);
            add(basket, new Wanted(product, quantity));
        }
        return paid(basket, value, at);
    }

    private static void add(List<Wanted> basket, Wanted wanted) {
        for (int i = 0; i < basket.size(); i++) {
            if (basket.get(i).product == wanted.product) {
                basket.set(i, new Wanted(wanted.product, basket.get(i).quantity + wanted.quantity));
                return;
            }
        }
        basket.add(wanted);
    }

    private Product choose(Instant at, double price) {
        for (Owned own : owned) {
            boolean fits = own.product.price() < 2 * price;
            if (fits && draws.chance(own.usedUpAt < at.getEpochSecond() ? REBUYS : REBUYS_EARLY)) {
                return own.product;
            }
        }
        return catalogue.near(Category.values()[draws.weighted(categoriesUpTo)], price, draws);
    }

    private List<Line> paid(List<Wanted> basket, double value, Instant at) {
        long list = basket.stream()
                .mapToLong(wanted -> (long) wanted.product.price() * wanted.quantity)
                .sum();
        double discount = Math.max(DEEPEST_DISCOUNT, value / list);
        List<Line> lines = new ArrayList<>(basket.size());
        for (Wanted wanted : basket) {
            Product product = wanted.product;
            // To a tenth of a yuan, as discounts are shared out over lines.
            int price = discount > NO_DISCOUNT
                    ? product.price()
                    : (int) Math.max(10, Math.round(product.price() * discount / 10) * 10);
            lines.add(new Line(product, wanted.quantity, price));
            owned.removeIf(own -> own.product == product);
            long lasts = (long) product.usedUpDays() * wanted.quantity * DayRhythm.SECONDS;
            owned.add(new Owned(product, at.getEpochSecond() + lasts));
            if (owned.size() > REMEMBERED) {
                owned.removeFirst();
            }
        }
        return List.copyOf(lines);
    }
}
