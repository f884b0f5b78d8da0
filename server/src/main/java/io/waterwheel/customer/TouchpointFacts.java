package io.waterwheel.customer;

/// How it stands with one way to reach a customer for a brand.
///
/// @param known     there is a touchpoint, whether it still works or not
/// @param reachable marketing may use it now: it works, and the customer allows it
/// @param refused   the customer's last word about marketing by it was no
/// @param ended     there was a touchpoint and none works any more: no friend any more, a mailbox that bounced
public record TouchpointFacts(boolean known, boolean reachable, boolean refused, boolean ended) {}
