package io.waterwheel.exchange.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param ids which; absent for all of the webhook's
record ChosenDeadLetters(@Nullable List<Long> ids) {}
