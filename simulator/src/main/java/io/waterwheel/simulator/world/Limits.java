package io.waterwheel.simulator.world;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Limits that WeCom changes from time to time, so that they can be set.
///
/// @param customerMessagesPerMonth how many mass messages one customer takes in a calendar month; null means as many
///     as the month has days, which is the rule since 2024 (WeCom doc path/92135, read 2025-11-17)
public record Limits(@Nullable Integer customerMessagesPerMonth) {
    public static final Limits OF_WECOM = new Limits(null);

    public int customerMessagesIn(YearMonth month) {
        return customerMessagesPerMonth == null ? month.lengthOfMonth() : customerMessagesPerMonth;
    }
}
