package io.waterwheel.wecom.group;

/// Whom a send reached. Who is in two groups counts once.
///
/// @param people    different WeChat accounts in the groups that have it, as the groups were then
/// @param customers different customers among them: one customer may have two accounts
public record GroupSendReach(int people, int customers) {}
