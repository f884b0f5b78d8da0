package io.waterwheel.loyalty.marketplace.dialect;

/// What a marketplace shows of a member.
///
/// @param points that can be spent
/// @param level  the tier's place, 1 the lowest; 0 where the brand has no tiers
public record MemberStanding(long points, int level, String card) {}
