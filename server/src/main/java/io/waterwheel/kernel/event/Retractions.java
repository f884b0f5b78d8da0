package io.waterwheel.kernel.event;

import java.util.List;

/// Takes events back that should never have been on the timeline: they no longer count, their keys are free, and the
/// state of the customers they concerned is made anew.
public interface Retractions {

    /// Retracts events; those that are retracted already stay so.
    ///
    /// @param positions of the events
    /// @param because   what is written on the timeline instead
    void retract(List<Long> positions, NewEvent because);
}
