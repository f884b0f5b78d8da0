package io.waterwheel.customer.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A quiet preference a person writes down for a customer.
///
/// @param until with `until`, until when
/// @param from  with `hours`, HH:mm in the brand's zone
/// @param to    with `hours`, HH:mm
public record NewQuiet(
        QuietPreference.Kind kind,
        @Nullable Instant until,
        @Nullable String from,
        @Nullable String to) {}
