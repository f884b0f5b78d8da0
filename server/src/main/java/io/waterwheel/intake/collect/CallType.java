package io.waterwheel.intake.collect;

import io.waterwheel.kernel.event.EventNames;
import org.jspecify.annotations.Nullable;

/// The calls of the Segment specification that tell of one event.
public enum CallType {
    TRACK("track", null),
    IDENTIFY("identify", EventNames.IDENTIFIED),
    PAGE("page", EventNames.PAGE_VIEWED),
    SCREEN("screen", EventNames.SCREEN_VIEWED),
    GROUP("group", EventNames.GROUP_JOINED),
    ALIAS("alias", EventNames.ALIASED);

    private final String code;
    private final @Nullable String event;

    CallType(String code, @Nullable String event) {
        this.code = code;
        this.event = event;
    }

    String code() {
        return code;
    }

    /// The name its events have on the timeline; null for a track call, which brings its own.
    @Nullable
    String event() {
        return event;
    }

    static @Nullable CallType find(@Nullable String code) {
        if (code != null) {
            for (CallType type : values()) {
                if (type.code.equals(code)) {
                    return type;
                }
            }
        }
        return null;
    }
}
