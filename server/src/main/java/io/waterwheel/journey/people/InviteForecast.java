package io.waterwheel.journey.people;

import java.util.List;

/// Who would come in if they were let in now.
///
/// @param people   customers of the brand that were meant
/// @param unknown  how many of what was written down nobody is found by
/// @param unfound  some of it, as it was written
/// @param enter    who would come in
/// @param inside   who is in it already
/// @param before   who was in it and may not come in again, or not yet
/// @param messages which of those who would come in would not get a message of the journey
public record InviteForecast(
        long people,
        long unknown,
        List<String> unfound,
        long enter,
        long inside,
        long before,
        List<MessageReach> messages) {}
