package io.waterwheel.touch.broadcast;

import org.jspecify.annotations.Nullable;

/// How far sending has come; recipients = pending + sent + failed + unknown + cancelled.
///
/// @param sent          the channel has it, delivered or not
/// @param delivered     of those, known to have arrived
/// @param unknown       may have been sent; not sent again, so that nobody gets it twice
/// @param cancelled     not sent because it was cancelled, or because the policy forbade it in the end
/// @param awaitingGuide sent, and a guide has yet to confirm
/// @param forecast      when it will be finished; null when there is nothing to wait for, and in lists
public record Progress(
        int recipients,
        int pending,
        int sent,
        int delivered,
        int failed,
        int unknown,
        int cancelled,
        int awaitingGuide,
        int clicked,
        @Nullable Forecast forecast) {

    Progress with(@Nullable Forecast expected) {
        return new Progress(
                recipients, pending, sent, delivered, failed, unknown, cancelled, awaitingGuide, clicked, expected);
    }
}
