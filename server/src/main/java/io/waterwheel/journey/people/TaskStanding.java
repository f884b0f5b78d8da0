package io.waterwheel.journey.people;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;

/// How guides' tasks stand.
public enum TaskStanding {
    /// There is time yet.
    OPEN,
    /// Nobody did it in time; whether or not it can still be done.
    LATE,
    DONE;

    /// @throws Problem `invalid`
    public static TaskStanding of(String code) {
        return switch (code) {
            case "open" -> OPEN;
            case "late" -> LATE;
            case "done" -> DONE;
            default ->
                throw new Problem(KernelProblem.INVALID)
                        .at("/state", "unknown", new Text("应为 open、late 或 done。", "Must be open, late or done."));
        };
    }
}
