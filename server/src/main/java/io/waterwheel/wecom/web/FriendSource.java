package io.waterwheel.wecom.web;

import io.waterwheel.kernel.Text;

/// How customers became friends.
///
/// @param friends    people who are friends now
/// @param last30Days of those, since when they became friends
/// @param removed    people whose friendship has ended
public record FriendSource(int addWay, Text label, int friends, int last30Days, int removed) {}
