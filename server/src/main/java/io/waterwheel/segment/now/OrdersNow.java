package io.waterwheel.segment.now;

import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.customer.PresentCustomer.Stretch;
import io.waterwheel.customer.PurchaseFacts;
import io.waterwheel.segment.engine.Moment;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.Interval;
import io.waterwheel.segment.language.OrdersCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// What one customer bought, compared with a number.
final class OrdersNow {

    private OrdersNow() {}

    /// When what the condition asks about happened.
    static Stretch stretch(OrdersCondition asked, Moment moment) {
        return asked.window() == null
                ? Stretch.ALWAYS
                : stretch(asked.window().at(moment.now(), moment.zone()));
    }

    private static Stretch stretch(Interval window) {
        return new Stretch(window.from(), window.to());
    }

    static boolean meets(OrdersCondition asked, PresentCustomer customer, Moment moment) {
        Stretch window = stretch(asked, moment);
        return measured(asked, customer, window, moment)
                .map(measured -> asked.operator() == Bound.AT_LEAST
                        ? measured >= asked.value()
                        : measured <= asked.value())
                .orElse(false);
    }

    private static Optional<Long> measured(
            OrdersCondition asked, PresentCustomer customer, Stretch window, Moment moment) {
        Stream<PurchaseFacts> purchases = customer.purchases().stream()
                .filter(purchase -> window.contains(purchase.at()))
                // What was given away is no order.
                .filter(purchase -> purchase.refund() || purchase.amount() > 0);
        return switch (asked.measure()) {
            case COUNT ->
                Optional.of(
                        purchases.filter(purchase -> !purchase.refund()).count());
            case SUM ->
                Optional.of(purchases
                        .mapToLong(purchase -> purchase.refund() ? -purchase.amount() : purchase.amount())
                        .sum());
            case RECENCY ->
                purchases
                        .filter(purchase -> !purchase.refund())
                        .map(PurchaseFacts::at)
                        .max(Comparator.naturalOrder())
                        .map(last -> daysSince(last, moment));
        };
    }

    /// Whole days of 24 hours, rounded down; below zero for an order that lies ahead.
    private static long daysSince(Instant last, Moment moment) {
        return Math.floorDiv(Duration.between(last, moment.now()).getSeconds(), Duration.ofDays(1).toSeconds());
    }
}
