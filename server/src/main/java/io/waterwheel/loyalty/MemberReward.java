package io.waterwheel.loyalty;

import io.waterwheel.kernel.Text;

/// What a member gets for something, as they read it.
///
/// @param kind    points, coupon or chances
/// @param points  of points: how many
/// @param chances of chances: how many
/// @param words   what it is called
public record MemberReward(String kind, long points, int chances, Text words) {}
