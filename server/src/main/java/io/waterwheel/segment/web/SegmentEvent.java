package io.waterwheel.segment.web;

import io.waterwheel.segment.engine.EventValues.KnownEvent;
import java.util.List;

/// An event a condition can ask for.
///
/// @param count      how many the brand has
/// @param properties what the newest ones say
record SegmentEvent(String event, long count, List<SegmentEventProperty> properties) {

    static SegmentEvent of(KnownEvent known) {
        return new SegmentEvent(
                known.event(),
                known.count(),
                known.properties().stream().map(SegmentEventProperty::of).toList());
    }
}
