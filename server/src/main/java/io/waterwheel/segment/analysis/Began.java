package io.waterwheel.segment.analysis;

import java.util.concurrent.TimeUnit;

/// When a question began, so that its answer can say how long it took.
record Began(long nanos) {

    static Began now() {
        return new Began(System.nanoTime());
    }

    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
