package io.waterwheel.segment.engine;

import io.waterwheel.segment.WarehouseFixture.SoldLine;
import io.waterwheel.segment.engine.NaiveEvaluator.Person;
import io.waterwheel.segment.engine.NaiveEvaluator.Purchase;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.OrderFact;
import io.waterwheel.segment.language.OrderFilter;
import io.waterwheel.segment.language.OrdersCondition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What one customer bought, looked at order by order and line by line.
record NaiveOrders(Instant now, OrdersCondition asked, Predicate<Instant> inside) {

    boolean meets(Person person) {
        BigDecimal value = BigDecimal.valueOf(asked.value());
        BigDecimal measured = measured(person);
        if (measured == null) {
            return false;
        }
        return asked.operator() == Bound.AT_LEAST ? measured.compareTo(value) >= 0 : measured.compareTo(value) <= 0;
    }

    /// Null when the customer has no such thing. Order values are compared exactly, so a value is multiplied instead
    /// of the sum divided.
    private @Nullable BigDecimal measured(Person person) {
        List<Purchase> orders = chosen(person.orders());
        List<Purchase> paid =
                orders.stream().filter(order -> order.amount() > 0).toList();
        long net = orders.stream().mapToLong(this::amount).sum()
                - chosen(person.refunds()).stream().mapToLong(this::amount).sum();
        return switch (asked.measure()) {
            case COUNT -> BigDecimal.valueOf(paid.size());
            case SUM -> BigDecimal.valueOf(net);
            case AVERAGE -> {
                if (paid.isEmpty()) {
                    yield null;
                }
                int side = BigDecimal.valueOf(net)
                        .compareTo(BigDecimal.valueOf(asked.value()).multiply(BigDecimal.valueOf(paid.size())));
                yield BigDecimal.valueOf(asked.value() + side);
            }
            case QUANTITY ->
                paid.stream()
                        .flatMap(order -> lines(order).stream())
                        .map(SoldLine::quantity)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
            case DISTINCT_PRODUCTS ->
                BigDecimal.valueOf(paid.stream()
                        .flatMap(order -> lines(order).stream())
                        .map(SoldLine::product)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count());
            case RECENCY ->
                ago(paid.stream()
                        .map(Purchase::at)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
            case SINCE_FIRST ->
                ago(paid.stream()
                        .map(Purchase::at)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
        };
    }

    private @Nullable BigDecimal ago(@Nullable Instant at) {
        return at == null
                ? null
                : BigDecimal.valueOf(Math.floorDiv(Duration.between(at, now).toSeconds(), 86_400L));
    }

    private List<Purchase> chosen(List<Purchase> purchases) {
        return purchases.stream()
                .filter(purchase -> inside.test(purchase.at()))
                .filter(purchase -> asked.filters().stream().allMatch(filter -> switch (filter.fact()) {
                    case STORE -> holds(filter, purchase.store());
                    case CHANNEL -> holds(filter, purchase.channel());
                    case PRODUCT, CATEGORY -> true;
                }))
                .filter(purchase -> !byLine() || !lines(purchase).isEmpty())
                .toList();
    }

    private boolean byLine() {
        return asked.filters().stream().anyMatch(filter -> filter.fact().ofLine());
    }

    private List<SoldLine> lines(Purchase purchase) {
        return purchase.lines().stream()
                .filter(line -> asked.filters().stream()
                        .filter(filter -> filter.fact().ofLine())
                        .allMatch(filter ->
                                holds(filter, filter.fact() == OrderFact.PRODUCT ? line.product() : line.category())))
                .toList();
    }

    private long amount(Purchase purchase) {
        return byLine() ? lines(purchase).stream().mapToLong(SoldLine::amount).sum() : purchase.amount();
    }

    private static boolean holds(OrderFilter filter, @Nullable String known) {
        return switch (filter.operator()) {
            case IN ->
                known != null
                        && filter.values().stream()
                                .anyMatch(value -> NaiveEvaluator.fold(known).equals(NaiveEvaluator.fold(value)));
            case NOT_IN ->
                known == null
                        || filter.values().stream()
                                .noneMatch(value -> NaiveEvaluator.fold(known).equals(NaiveEvaluator.fold(value)));
            case CONTAINS ->
                known != null
                        && filter.values().stream()
                                .anyMatch(value -> NaiveEvaluator.fold(known).contains(NaiveEvaluator.fold(value)));
        };
    }
}
