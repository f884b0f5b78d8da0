package io.waterwheel.simulator.callback;

import org.jspecify.annotations.Nullable;

/// How an event is pushed.
///
/// @param duplicate twice at once
/// @param wrongSignature signed with another token
/// @param receiveId encrypted for another corp, or null for the right one
/// @param delayMillis how late; two events whose delays cross arrive reordered
public record Manner(
        boolean duplicate, boolean wrongSignature, @Nullable String receiveId, long delayMillis) {
    public static final Manner PROPER = new Manner(false, false, null, 0);

    /// Whether WeCom itself could have sent it.
    public boolean genuine() {
        return !wrongSignature && receiveId == null;
    }
}
