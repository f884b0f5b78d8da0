package io.waterwheel.touch;

import com.fasterxml.jackson.annotation.JsonValue;

/// A broadcast's id; events about its messages carry it as the property `broadcast`.
public record BroadcastId(@JsonValue long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
