package io.waterwheel.touch.send;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A call that may have been made: it stands as `calling`.
///
/// @param code the short link in its text, null when there is none
record OpenCall(
        long dispatch, @Nullable String sender, @Nullable String code, Instant calledAt) {

    OpenCall at(Instant calledAt) {
        return new OpenCall(dispatch, sender, code, calledAt);
    }
}
