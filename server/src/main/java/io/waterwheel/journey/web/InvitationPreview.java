package io.waterwheel.journey.web;

import io.waterwheel.segment.SegmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is thought of, as in an invitation.
///
/// @param customers numbers, 1 … 10,000
/// @param people    a customer number, member number, phone, e-mail or user id each, 1 … 10,000
record InvitationPreview(
        @Nullable List<Integer> customers,
        @Nullable List<String> people,
        @Nullable SegmentId segment) {}
