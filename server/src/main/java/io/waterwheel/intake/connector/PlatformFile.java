package io.waterwheel.intake.connector;

import io.waterwheel.kernel.job.JobId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One uploaded file of a platform's messages and order objects, one JSON object a line.
///
/// @param counts what came of it, null until it has ended
public record PlatformFile(
        long id,
        String filename,
        long bytes,
        @Nullable JobId jobId,
        @Nullable Counts counts,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /// @param lines      empty ones not counted
    /// @param events     events that were new
    /// @param orders     of these, paid orders
    /// @param refunds    of these, refunds
    /// @param waiting    lines that name an order which has not come
    /// @param irrelevant lines about something that is not followed
    /// @param rejected   lines that are in quarantine
    public record Counts(
            long lines, long events, long orders, long refunds, long waiting, long irrelevant, long rejected) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

        Counts with(Taken taken) {
            return switch (taken) {
                case Taken.Told(int written, int newOrders, int newRefunds) ->
                    new Counts(
                            lines + 1,
                            events + written,
                            orders + newOrders,
                            refunds + newRefunds,
                            waiting,
                            irrelevant,
                            rejected);
                case Taken.Waiting() ->
                    new Counts(lines + 1, events, orders, refunds, waiting + 1, irrelevant, rejected);
                case Taken.Irrelevant() ->
                    new Counts(lines + 1, events, orders, refunds, waiting, irrelevant + 1, rejected);
                case Taken.Refused refused ->
                    new Counts(lines + 1, events, orders, refunds, waiting, irrelevant, rejected + 1);
            };
        }
    }

    /// A line that could not be taken.
    ///
    /// @param place the field at fault, empty for the whole line
    public record UnreadMessage(long line, String code, String detail, String place) {}
}
