package io.waterwheel.journey.course;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What becomes of somebody after a signal.
public sealed interface Next {

    /// They wait at the node.
    ///
    /// @param until when something happens by itself; null when nothing does
    record Stays(Waiting why, @Nullable Instant until, List<Effect> effects) implements Next {}

    /// They leave by an exit to another node.
    record Goes(String exit, String target, List<Effect> effects) implements Next {}

    record Ends(EndReason reason) implements Next {}

    /// The signal was for something they do not wait for any more.
    record Ignored() implements Next {}
}
