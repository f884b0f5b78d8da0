package io.waterwheel.touch.broadcast;

/// How far sending has come; recipients = pending + sent + failed + unknown + cancelled.
///
/// @param sent          the channel has it, delivered or not
/// @param delivered     of those, known to have arrived
/// @param unknown       may have been sent; not sent again, so that nobody gets it twice
/// @param cancelled     not sent because it was cancelled, or because the policy forbade it in the end
/// @param awaitingGuide sent, and a guide has yet to confirm
public record Progress(
        int recipients,
        int pending,
        int sent,
        int delivered,
        int failed,
        int unknown,
        int cancelled,
        int awaitingGuide,
        int clicked) {}
