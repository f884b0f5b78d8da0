package io.waterwheel.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened with a customer; of orders and refunds those that count.
///
/// @param position   in the log
/// @param properties a JSON object as text; null where nobody asked for it
public record EventFacts(
        long position, String name, Instant at, @Nullable String properties) {}
