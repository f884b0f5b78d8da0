package io.waterwheel.customer.identity;

import org.jspecify.annotations.Nullable;

/// What a person decided about two identifiers, as it stands in the event.
///
/// @param low  a number of the one
/// @param high a number of the other
/// @param by   who decided
record Decision(int low, int high, String by, @Nullable String why) {}
