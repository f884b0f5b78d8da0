package io.waterwheel.intake;

import io.waterwheel.access.Brand;
import java.util.List;

/// Takes calls of the Segment specification that did not come by HTTP: judged, sealed and kept in just the same way.
public interface CallIntake {

    /// Returns when what is good is in the log and what is not in quarantine; nothing is left between.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `overloaded`, `disk-full`, `unavailable`: try the same again
    ///         later; what was taken already is left out then
    Taken take(Brand brand, Source source, List<Call> calls);

    /// One call, or a batch of them, as JSON.
    ///
    /// @param id stands for the message id of an event that has none
    record Call(byte[] body, String id) {}

    /// @param events  how many were good, among them those known before
    /// @param refused how many are in quarantine
    record Taken(int events, int refused) {}
}
