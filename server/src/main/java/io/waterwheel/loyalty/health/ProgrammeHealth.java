package io.waterwheel.loyalty.health;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How a brand's programme fares over some months.
///
/// @param since when its first version was published; null when none is
/// @param from  the first day of the first month
/// @param until the first day of the last month
/// @param today the brand's day these numbers are of
@Schema(name = "ProgrammeHealth")
public record ProgrammeHealth(
        @Nullable Instant since,
        LocalDate from,
        LocalDate until,
        LocalDate today,
        PointsHealth points,
        TierHealth tiers,
        BenefitHealth benefits) {}
