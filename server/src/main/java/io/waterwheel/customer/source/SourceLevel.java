package io.waterwheel.customer.source;

/// The level a brand gave one source or all of a kind.
///
/// @param name  of the source, or the code of the kind
/// @param level 1 … 9, the lowest counts most; at the same level the newest value stands
public record SourceLevel(Named named, String name, int level) {}
