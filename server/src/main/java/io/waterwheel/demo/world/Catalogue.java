package io.waterwheel.demo.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The products on sale, in each category by price.
final class Catalogue {

    static final int PRODUCTS = 400;

    private static final int NEIGHBOURS = 5;

    private final List<Product> all;
    private final Map<Category, List<Product>> byPrice = new EnumMap<>(Category.class);

    Catalogue(long seed) {
        List<Product> products = new ArrayList<>(PRODUCTS);
        Category[] categories = Category.values();
        for (int round = 0; products.size() < PRODUCTS; round++) {
            for (Category category : categories) {
                if (round < category.names() && products.size() < PRODUCTS) {
                    products.add(product(category, round, products.size(), seed));
                }
            }
        }
        all = List.copyOf(products);
        for (Product product : all) {
            byPrice.computeIfAbsent(product.category(), unused -> new ArrayList<>())
                    .add(product);
        }
        byPrice.values()
                .forEach(list ->
                        list.sort(Comparator.comparingInt(Product::price).thenComparing(Product::code)));
    }

    private static Product product(Category category, int round, int index, long seed) {
        Draws draws = Draws.of(seed, "product", index);
        double yuan = draws.lognormal(category.medianYuan(), category.priceSigma());
        // Prices end in 9, as prices do.
        int price = Math.max(9, (int) Math.round(yuan / 10) * 10 - 1) * 100;
        int usedUp = Math.max(5, (int) Math.round(draws.lognormal(category.usedUpDays(), 0.25)));
        return new Product("T" + (1001 + index), category.name(round, draws), category, price, usedUp);
    }

    List<Product> all() {
        return all;
    }

    /// A product of the category that costs about `price` fen, as near as there is.
    Product near(Category category, double price, Draws draws) {
        List<Product> products = byPrice.getOrDefault(category, List.of());
        int low = 0;
        int high = products.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (products.get(middle).price() < price) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int index = low - NEIGHBOURS / 2 + draws.below(NEIGHBOURS);
        return products.get(Math.clamp(index, 0, products.size() - 1));
    }
}
