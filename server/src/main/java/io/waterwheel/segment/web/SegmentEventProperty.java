package io.waterwheel.segment.web;

import io.waterwheel.segment.engine.AttributeValues.Suggestion;
import io.waterwheel.segment.engine.EventValues.KnownProperty;
import io.waterwheel.segment.language.ValueType;
import java.util.List;

/// What an event says.
///
/// @param property    its path, such as `category` or `products[].category`
/// @param type        `number` when all its commonest values are numbers, `text` otherwise
/// @param suggestions its commonest values, as far as at least three customers share them, with how often they came
record SegmentEventProperty(String property, ValueType type, List<Suggestion> suggestions) {

    static SegmentEventProperty of(KnownProperty known) {
        return new SegmentEventProperty(
                known.property(), known.number() ? ValueType.NUMBER : ValueType.TEXT, known.suggestions());
    }
}
