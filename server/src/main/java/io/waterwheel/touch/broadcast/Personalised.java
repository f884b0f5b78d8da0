package io.waterwheel.touch.broadcast;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.touch.Route;
import org.jspecify.annotations.Nullable;

/// What one customer would get, with a placeholder where the short link goes.
///
/// @param textKey equal for equal texts
public record Personalised(
        CustomerNo customer, Route route, @Nullable String subject, String text, long textKey) {}
