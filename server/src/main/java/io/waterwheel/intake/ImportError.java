package io.waterwheel.intake;

import org.jspecify.annotations.Nullable;

/// One line that could not be taken.
///
/// @param line   in the file, from 1; a line with line breaks in its cells counts from where it begins
/// @param column its name in the file, null when the whole line is at fault
/// @param value  what stood there, shortened
public record ImportError(
        long line,
        @Nullable String column,
        String code,
        String detail,
        @Nullable String value) {}
