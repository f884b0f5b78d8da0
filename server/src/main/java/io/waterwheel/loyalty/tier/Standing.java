package io.waterwheel.loyalty.tier;

import java.time.LocalDate;

/// Where a member stands.
///
/// @param tier     its place in the scheme
/// @param floor    what they had when the period began; refunds take them no lower before it ends
/// @param since    since when they have the tier, milliseconds since 1970
/// @param from     the first day of the period they have it for
/// @param to       the first day after it
public record Standing(int tier, int floor, long since, LocalDate from, LocalDate to) {}
