package io.waterwheel.loyalty.health;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A brand's members by tier.
///
/// @param members   all of them
/// @param countedAt when they were counted; null before the first time
/// @param tiers     from the lowest up; members of a brand without tiers stand in one without an id
/// @param months    what moved in each
@Schema(name = "TierHealth")
public record TierHealth(long members, @Nullable Instant countedAt, List<Level> tiers, List<Month> months) {

    /// @param name    null for members of a brand without tiers
    /// @param reached how often members came up to it in these months
    /// @param lost    how often members went down from it
    @Schema(name = "TierHealthLevel")
    public record Level(String tier, @Nullable String name, long members, long reached, long lost) {}

    /// @param month its first day
    /// @param up    how often members went up
    @Schema(name = "TierHealthMonth")
    public record Month(LocalDate month, long up, long down) {}
}
