package io.waterwheel.segment.tagging;

/// What a mass tagging would do now.
///
/// @param reached everyone it is for
/// @param changes those among them whose tags would change
public record TaggingPreview(long reached, long changes) {}
