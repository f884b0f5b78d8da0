package io.waterwheel.segment.now;

import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.customer.PresentCustomer.Stretch;
import io.waterwheel.customer.PurchaseFacts;
import io.waterwheel.segment.engine.Moment;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.OrdersCondition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What one customer bought, compared with a number.
final class OrdersNow {

    private OrdersNow() {}

    /// When what the condition asks about happened.
    static Stretch stretch(OrdersCondition asked, Moment moment) {
        return Windows.of(asked.window(), moment);
    }

    /// Whether when and for how much is not enough.
    static boolean asksWhatWasSold(OrdersCondition asked) {
        return !asked.filters().isEmpty()
                || switch (asked.measure()) {
                    case QUANTITY, DISTINCT_PRODUCTS -> true;
                    case COUNT, SUM, RECENCY, AVERAGE, SINCE_FIRST -> false;
                };
    }

    static boolean meets(OrdersCondition asked, PresentCustomer customer, Moment moment) {
        Stretch window = stretch(asked, moment);
        Chosen chosen = new Chosen(asked.filters());
        List<PurchaseFacts> orders = customer.purchases().stream()
                // What was given away is no order.
                .filter(purchase -> !purchase.refund() && purchase.amount() > 0)
                .filter(purchase -> window.contains(purchase.at()) && chosen.test(purchase))
                .toList();
        long bought = orders.stream().mapToLong(chosen::amount).sum();
        long givenBack = customer.purchases().stream()
                .filter(purchase -> purchase.refund() && window.contains(purchase.at()) && chosen.test(purchase))
                .mapToLong(chosen::amount)
                .sum();
        long net = bought - givenBack;
        return switch (asked.measure()) {
            case COUNT -> within(asked, BigDecimal.valueOf(orders.size()));
            case SUM -> within(asked, BigDecimal.valueOf(net));
            // Compared without dividing, so that nothing is rounded.
            case AVERAGE ->
                !orders.isEmpty()
                        && within(
                                asked.operator(),
                                BigDecimal.valueOf(net),
                                BigDecimal.valueOf(asked.value()).multiply(BigDecimal.valueOf(orders.size())));
            case QUANTITY ->
                within(
                        asked,
                        orders.stream()
                                .flatMap(order -> chosen.lines(order).stream())
                                .map(PurchaseFacts.Line::pieces)
                                .reduce(BigDecimal.ZERO, BigDecimal::add));
            case DISTINCT_PRODUCTS ->
                within(
                        asked,
                        BigDecimal.valueOf(orders.stream()
                                .flatMap(order -> chosen.lines(order).stream())
                                .map(PurchaseFacts.Line::product)
                                .filter(Objects::nonNull)
                                .distinct()
                                .count()));
            case RECENCY ->
                within(asked, orders.stream().map(PurchaseFacts::at).max(Comparator.naturalOrder()), moment);
            case SINCE_FIRST ->
                within(asked, orders.stream().map(PurchaseFacts::at).min(Comparator.naturalOrder()), moment);
        };
    }

    /// Whole days of 24 hours, rounded down; below zero for an order that lies ahead.
    private static boolean within(OrdersCondition asked, Optional<Instant> at, Moment moment) {
        return at.map(when -> Math.floorDiv(
                        Duration.between(when, moment.now()).getSeconds(),
                        Duration.ofDays(1).toSeconds()))
                .map(days -> within(asked, BigDecimal.valueOf(days)))
                .orElse(false);
    }

    private static boolean within(OrdersCondition asked, BigDecimal measured) {
        return within(asked.operator(), measured, BigDecimal.valueOf(asked.value()));
    }

    private static boolean within(Bound bound, BigDecimal measured, BigDecimal limit) {
        return bound == Bound.AT_LEAST ? measured.compareTo(limit) >= 0 : measured.compareTo(limit) <= 0;
    }
}
