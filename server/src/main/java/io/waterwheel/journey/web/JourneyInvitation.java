package io.waterwheel.journey.web;

import io.waterwheel.segment.SegmentId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Customers to be let into a journey: by their numbers, as a person writes them down, or a segment as it is
/// now; one of the three.
///
/// @param customers numbers, 1 … 10,000
/// @param people    a customer number, member number, phone, e-mail or user id each, 1 … 10,000
/// @param key       the same request, sent again, lets nobody in twice; 1 … 100 characters
/// @param context   what templates may say, as `{{ event.… }}`; at most 20, and none with a segment
record JourneyInvitation(
        @Nullable List<Integer> customers,
        @Nullable List<String> people,
        @Nullable SegmentId segment,
        String key,
        @Nullable Map<String, String> context) {}
