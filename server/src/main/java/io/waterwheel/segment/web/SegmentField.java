package io.waterwheel.segment.web;

import io.waterwheel.kernel.Text;
import io.waterwheel.segment.engine.AttributeValues.Suggestion;
import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.language.TextMatch;
import io.waterwheel.segment.language.ValueType;
import java.util.List;

/// Something a condition can compare.
///
/// @param type        of a brand's own attribute: `number` when all its commonest values are numbers
/// @param suggestions the twenty commonest values
record SegmentField(
        String attribute, Text label, ValueType type, List<Operator> operators, List<Suggestion> suggestions) {

    static SegmentField of(Attribute attribute, List<Suggestion> values) {
        boolean numbers = attribute.open()
                && !values.isEmpty()
                && values.stream().allMatch(value -> TextMatch.isNumber(value.value()));
        ValueType type = numbers ? ValueType.NUMBER : attribute.type();
        return new SegmentField(attribute.code(), attribute.label(), type, type.operators(), values);
    }
}
