package io.waterwheel.intake.connector;

import io.waterwheel.intake.collect.RefusalReason;

/// What became of one message.
public sealed interface Taken {

    /// Its events are in the log.
    ///
    /// @param written how many of them were new
    /// @param orders  of these, paid orders
    /// @param refunds likewise
    record Told(int written, int orders, int refunds) implements Taken {}

    /// It names an order that has not come yet and is kept until it does.
    record Waiting() implements Taken {}

    /// It is about something that is not followed.
    record Irrelevant() implements Taken {}

    /// It is in quarantine.
    ///
    /// @param place the field at fault, empty for the whole message
    record Refused(RefusalReason reason, String place) implements Taken {}
}
