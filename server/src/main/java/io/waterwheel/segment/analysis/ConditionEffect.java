package io.waterwheel.segment.analysis;

/// What one condition of a definition does.
///
/// @param pointer where it stands, such as `/definition/conditions/0`
/// @param count   how many meet it by itself
/// @param without how many would meet the whole if it were not there
public record ConditionEffect(String pointer, long count, long without) {}
