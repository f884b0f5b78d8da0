package io.waterwheel.loyalty.calendar;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A benefit, and how it fares.
///
/// @param given  how often it was given
/// @param doneOn the last day on which all members were looked through
@Schema(name = "MemberBenefit")
public record MemberBenefit(
        String id,
        NewBenefit benefit,
        boolean active,
        int given,
        @Nullable LocalDate doneOn,
        String createdBy,
        Instant createdAt) {}
