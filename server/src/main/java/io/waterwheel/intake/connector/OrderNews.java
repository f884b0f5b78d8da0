package io.waterwheel.intake.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message says of one order. It says everything it knows, not only what is new: events that were told before
/// are left out later, so versions of an order may come in any order.
///
/// @param number the platform's number of the order
/// @param buyer  who buys; null when the message does not name anyone, so that it must wait for one that does
/// @param steps  what has happened to the order so far
public record OrderNews(String number, @Nullable Buyer buyer, List<OrderStep> steps) {

    public OrderNews {
        steps = List.copyOf(steps);
    }
}
