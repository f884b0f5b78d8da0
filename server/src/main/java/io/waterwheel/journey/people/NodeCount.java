package io.waterwheel.journey.people;

/// How many are at a node now.
///
/// @param aside how many of them were put aside
public record NodeCount(int version, String node, long inside, long aside) {}
