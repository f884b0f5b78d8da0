package io.waterwheel.kernel.event;

import java.util.function.Function;
import org.jooq.DSLContext;

/// The one exception to a log that only grows: a person who asks to be forgotten is taken out of what is written.
/// Positions, order and keys stay as they are.
public interface LogRewriting {

    /// Does work in one transaction while nothing is appended, by any node. Before the next batch is written, this
    /// node has forgotten everything it remembered of the log: whose identifiers are whose, the newest events, what
    /// projections keep in memory.
    <T> T alone(Function<DSLContext, T> work);
}
