package io.waterwheel.kernel.event;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes events back that should never have come, such as those of a wrong file. They stay in the log with the event
/// that took them back, and count nowhere; the same events may come again afterwards.
public interface Retractions {

    /// Takes back those of the events that are in the log, makes their customers anew, and returns when that is on
    /// disk.
    /// Costs the history of the customers concerned, so some thousands at a time. Calling it again changes nothing.
    ///
    /// @param because the event that says why, about nobody; its name is [EventNames#EVENTS_RETRACTED]
    /// @return how many were taken back
    int retract(BrandId brand, String source, Collection<String> messageIds, NewEvent because);

    /// What an event took back.
    List<Retracted> by(long position);

    /// What an event took back, whole; who it was about as it was written.
    ///
    /// @param names of which events
    /// @return in log order
    List<LoggedEvent> events(long position, Collection<String> names);

    /// @param writtenUnder the number it stood under, null for nobody's
    record Retracted(long position, @Nullable CustomerNo writtenUnder) {}
}
