package io.waterwheel.loyalty.points.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Points a person gives a member.
///
/// @param key       names this grant; sending it again grants nothing more
/// @param note      why, for the member's statement
/// @param expiresOn from which day of the brand on they are lost; null for never
record NewGrant(
        @Nullable String key,
        long points,
        @Nullable String note,
        @Nullable LocalDate expiresOn) {}
