package io.waterwheel.journey.simulation;

import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import java.util.List;

/// One customer's way.
public record SimulatedWay(CustomerNo customerNo, Instant enteredAt, List<SimulatedStep> steps) {

    /// @param exit empty at the end
    public record SimulatedStep(Instant at, String node, String exit) {}
}
