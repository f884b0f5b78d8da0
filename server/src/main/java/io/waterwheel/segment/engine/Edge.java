package io.waterwheel.segment.engine;

import io.waterwheel.segment.language.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An instant at which a leaf's answer changes for those who have a row there: when it moves, those with a row between
/// where it was and where it is now have to be looked at again, and nobody else.
record Edge(Timeline timeline, Instant at) {

    /// Both ends of a window; none for all time.
    static List<Edge> of(@Nullable Interval window, Timeline... timelines) {
        List<Edge> edges = new ArrayList<>();
        if (window != null) {
            for (Timeline timeline : timelines) {
                edges.add(new Edge(timeline, window.from()));
                edges.add(new Edge(timeline, window.to()));
            }
        }
        return edges;
    }

    /// Both ends of a window, and an instant.
    static List<Edge> of(@Nullable Interval window, Instant at, Timeline timeline) {
        List<Edge> edges = of(window, timeline);
        edges.add(new Edge(timeline, at));
        return edges;
    }
}
