package io.waterwheel.simulator.world;

import static java.util.Objects.requireNonNullElse;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Limits that WeCom changes from time to time, so that they can be set.
///
/// @param customerMessagesPerMonth how many mass messages one customer, or one group, takes in a calendar month; null
///     means as many as the month has days, which is the rule since 2024 (WeCom doc path/92135, read 2025-11-17)
/// @param customerMomentsPerMonth how many moments of the corp one customer can see in a calendar month; null means 4
///     (the corp's help centre on 客户朋友圈; the API's page does not say)
/// @param momentsPerMinute how many moments the corp may create in a minute; null means 10 (WeCom doc path/95094)
/// @param momentsPerMonth how many in a calendar month; null means 100,000 (path/95094)
public record Limits(
        @Nullable Integer customerMessagesPerMonth,
        @Nullable Integer customerMomentsPerMonth,
        @Nullable Integer momentsPerMinute,
        @Nullable Integer momentsPerMonth) {

    public static final Limits OF_WECOM = new Limits(null, null, null, null);

    public int customerMessagesIn(YearMonth month) {
        return customerMessagesPerMonth == null ? month.lengthOfMonth() : customerMessagesPerMonth;
    }

    public int momentsSeen() {
        return requireNonNullElse(customerMomentsPerMonth, 4);
    }

    public int momentsInAMinute() {
        return requireNonNullElse(momentsPerMinute, 10);
    }

    public int momentsInAMonth() {
        return requireNonNullElse(momentsPerMonth, 100_000);
    }
}
