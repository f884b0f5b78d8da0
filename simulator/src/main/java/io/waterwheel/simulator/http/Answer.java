package io.waterwheel.simulator.http;

import java.util.Map;

/// What a handler answers.
public sealed interface Answer {

    /// A value to be written as JSON; it must be an immutable snapshot, because it is written outside the town's
    /// lock.
    record Json(int status, Object value) implements Answer {}

    record Page(int status, String html) implements Answer {}

    /// A 302 that also sets the given cookies.
    record Redirect(String location, Map<String, String> cookies) implements Answer {
        public Redirect(String location) {
            this(location, Map.of());
        }
    }

    /// A refusal for now.
    record ComeBack(int status, int seconds) implements Answer {}

    /// No answer at all: the connection is closed.
    record Dropped() implements Answer {}

    static Answer json(Object value) {
        return new Json(200, value);
    }

    static Answer refused(int status, String reason) {
        return new Json(status, Map.of("error", reason));
    }
}
