package io.waterwheel.segment.size;

import java.time.LocalDate;

/// How large a segment was on one of the brand's days.
///
/// @param size    at its last evaluation
/// @param entered by all evaluations of the day
public record SizeOfDay(LocalDate day, long size, long entered, long left) {}
