package io.waterwheel.loyalty.points.web;

import org.jspecify.annotations.Nullable;

/// Points a person takes from a member.
///
/// @param key  names this deduction; sending it again takes nothing more
/// @param note why, for the member's statement
record NewDeduction(
        @Nullable String key, long points, @Nullable String note) {}
