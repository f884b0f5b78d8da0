package io.waterwheel.intake;

import org.jspecify.annotations.Nullable;

/// Something a file of a kind may tell, to be found in one of its columns.
///
/// @param guess the column it seems to stand in, null when none does
public record ImportField(
        String name, boolean required, @Nullable String guess) {}
