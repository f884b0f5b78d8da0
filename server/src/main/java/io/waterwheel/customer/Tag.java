package io.waterwheel.customer;

/// A mark on customers, in a group.
///
/// @param single a customer has at most one tag of its group: the one put on last
public record Tag(TagId id, TagGroupId groupId, String group, boolean single, String name, TagKind kind) {}
