package io.waterwheel.loyalty.calendar;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A benefit, and how it fares.
///
/// @param tierNames what the benefit's tiers are called, or were by the last programme that had them
/// @param planName  what its paid membership is or was called; null for no such
/// @param programme whether it is the programme's, and changed with it alone
/// @param given     how often it was given
/// @param cost      what all of those cost, in minor units
/// @param doneOn    the last day on which all members were looked through
@Schema(name = "MemberBenefit")
public record MemberBenefit(
        String id,
        NewBenefit benefit,
        List<String> tierNames,
        @Nullable String planName,
        boolean active,
        boolean programme,
        int given,
        long cost,
        @Nullable LocalDate doneOn,
        String createdBy,
        Instant createdAt) {}
