package io.waterwheel.journey.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Customers to be let into a journey.
///
/// @param key     the same request, sent again, lets nobody in twice; 1 … 100 characters
/// @param context what templates may say, as `{{ event.… }}`; at most 20
record JourneyInvitation(
        List<Integer> customers, String key, @Nullable Map<String, String> context) {}
