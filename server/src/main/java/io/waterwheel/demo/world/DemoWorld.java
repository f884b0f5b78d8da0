package io.waterwheel.demo.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The invented brand 泊檐茶: two years of its stores, guides, products, customers and sales, up to the day before
/// `today`. The same seed, day and size give the same world, to the last fen; generating the usual size takes
/// about a second and some 40 MB.
public final class DemoWorld {

    public static final int USUAL_SIZE = 20_000;

    private static final int STORES_OF_USUAL_SIZE = 60;
    private static final int FEWEST_STORES = 4;
    private static final int GUIDES_PER_STORE = 5;
    private static final int YEARS = 2;

    private final Season season;
    private final List<Store> stores;
    private final List<Guide> guides;
    private final Catalogue catalogue;
    private final List<Customer> customers;
    private final List<Sale> sales;
    private final List<Refund> refunds;
    private final Truth truth;

    public DemoWorld(long seed, LocalDate today) {
        this(seed, today, USUAL_SIZE);
    }

    /// @param today the first day that has not been lived yet, in Shanghai
    /// @param size  how many customers
    public DemoWorld(long seed, LocalDate today, int size) {
        season = new Season(today.minusYears(YEARS), today);
        stores = StorePlan.of(seed, Math.max(FEWEST_STORES, size * STORES_OF_USUAL_SIZE / USUAL_SIZE));
        guides = guides(seed, stores);
        catalogue = new Catalogue(seed);
        Instant end = today.atStartOfDay().toInstant(Season.OFFSET);
        Crowd crowd = new Crowd(seed, size, season, today, stores, guides);
        Sales drafts = new Sales(seed, season, end, catalogue, crowd);
        List<Customer> drawn = new ArrayList<>(size);
        Map<Habit, Integer> buyers = new EnumMap<>(Habit.class);
        int repeatBuyers = 0;
        int stillThere = 0;
        for (int number = 0; number < size; number++) {
            Customer customer = crowd.customer(number);
            drawn.add(customer);
            double from = season.at(customer.firstSeenAt());
            BuyingLife life = BuyingLife.of(customer.habit(), from, season.length(), Draws.of(seed, "life", number));
            drafts.to(customer, life);
            if (life.orders().length > 0) {
                buyers.merge(customer.habit(), 1, Integer::sum);
                repeatBuyers += life.orders().length > 1 ? 1 : 0;
                stillThere += life.alive() ? 1 : 0;
            }
        }
        drafts.toPassersBy();
        customers = List.copyOf(drawn);
        sales = drafts.inOrder();
        refunds = drafts.refunds(sales);
        truth = truth(buyers, repeatBuyers, stillThere);
    }

    private static List<Guide> guides(long seed, List<Store> stores) {
        List<Guide> guides = new ArrayList<>(stores.size() * GUIDES_PER_STORE);
        for (Store store : stores) {
            for (int i = 0; i < GUIDES_PER_STORE; i++) {
                Draws draws = Draws.of(seed, "guide", guides.size());
                PersonNames.Surname surname = PersonNames.surname(draws);
                String name = surname.text() + PersonNames.given(draws, draws.chance(0.8));
                guides.add(new Guide(surname.pinyin() + (1001 + guides.size()), name, store));
            }
        }
        return List.copyOf(guides);
    }

    private Truth truth(Map<Habit, Integer> buyers, int repeatBuyers, int stillThere) {
        return new Truth(
                customers.size(),
                count(customer -> customer.membership() != null),
                count(Customer::friend),
                count(customer -> customer.consents("email").orElse(false)),
                buyers.values().stream().mapToInt(Integer::intValue).sum(),
                repeatBuyers,
                stillThere,
                Map.copyOf(buyers),
                sales.size(),
                (int) sales.stream().filter(sale -> sale.buyer() == null).count(),
                refunds.size(),
                sales.stream().mapToLong(Sale::amount).sum(),
                refunds.stream().mapToLong(Refund::amount).sum(),
                sales.stream()
                        .filter(sale -> sale.buyer() == null)
                        .mapToLong(Sale::amount)
                        .sum(),
                sales.stream()
                        .filter(DemoWorld::toMember)
                        .mapToLong(Sale::amount)
                        .sum());
    }

    private int count(java.util.function.Predicate<Customer> which) {
        return (int) customers.stream().filter(which).count();
    }

    private static boolean toMember(Sale sale) {
        Customer buyer = sale.buyer();
        return buyer != null
                && buyer.membership() != null
                && !buyer.membership().since().isAfter(sale.at());
    }

    /// What the world of that seed has on sale, without the rest of it.
    public static List<Product> products(long seed) {
        return new Catalogue(seed).all();
    }

    public Season season() {
        return season;
    }

    public List<Store> stores() {
        return stores;
    }

    public List<Guide> guides() {
        return guides;
    }

    public List<Product> products() {
        return catalogue.all();
    }

    /// In order of first sight.
    public List<Customer> customers() {
        return customers;
    }

    /// In order of time.
    public List<Sale> sales() {
        return sales;
    }

    /// In order of time.
    public List<Refund> refunds() {
        return refunds;
    }

    public Truth truth() {
        return truth;
    }
}
