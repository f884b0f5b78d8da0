package io.waterwheel.loyalty.membercentre.card;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What stands on a member's card.
///
/// @param name    what they are called; null where nobody said
/// @param tier    the name of their tier; null where the brand has none
/// @param points  to be spent now
/// @param coupons to be used now or later
@Schema(name = "MemberCard")
public record MemberCard(
        String card, @Nullable String name, @Nullable String tier, Instant joinedAt, long points, int coupons) {}
