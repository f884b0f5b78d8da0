package io.waterwheel.intake.connector;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to an order, once, with the platform's own time of it. Each becomes an event of its own.
public sealed interface OrderStep {

    Instant at();

    /// Ordered, not yet paid.
    record Placed(Instant at, OrderContent content) implements OrderStep {}

    /// Paid: from here on it counts.
    record Paid(Instant at, OrderContent content) implements OrderStep {}

    /// All of it is on its way.
    record Shipped(Instant at, @Nullable String carrier) implements OrderStep {}

    /// The buyer has it, or the platform takes that for granted.
    record Received(Instant at) implements OrderStep {}

    /// Closed. Money that goes back is told by a refund, not by this.
    record Cancelled(Instant at, @Nullable String reason) implements OrderStep {}

    /// Money went back, in part or whole.
    ///
    /// @param number the platform's number of the refund; an order may have several
    /// @param amount in yuan
    record Refunded(
            Instant at,
            String number,
            BigDecimal amount,
            @Nullable String reason) implements OrderStep {}
}
