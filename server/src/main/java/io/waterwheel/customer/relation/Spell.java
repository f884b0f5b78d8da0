package io.waterwheel.customer.relation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A time of belonging together, told by its beginnings and ends in the order of their own time. To begin again while
/// it lasts changes nothing.
final class Spell {

    private @Nullable Instant since;
    private @Nullable Instant until;

    void begins(Instant at) {
        if (since == null || until != null) {
            since = at;
            until = null;
        }
    }

    void ends(Instant at) {
        until = at;
    }

    /// When it began, null when nobody said.
    @Nullable
    Instant since() {
        return since;
    }

    /// When it ended, null while it lasts.
    @Nullable
    Instant until() {
        return until;
    }
}
