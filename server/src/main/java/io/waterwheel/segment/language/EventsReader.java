package io.waterwheel.segment.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the conditions over events, for [DefinitionReader].
final class EventsReader {

    private final DefinitionReader reader;

    EventsReader(DefinitionReader reader) {
        this.reader = reader;
    }

    Optional<EventsCondition> events(JsonFields fields, String pointer) {
        int found = reader.found();
        String event = fields.text("event");
        List<PropertyFilter> where = where(fields);
        Optional<EventMeasure> measure = fields.constant("measure", EventMeasure.values());
        String property = fields.has("property") ? fields.text("property") : null;
        Optional<Bound> operator = fields.constant("operator", Bound.values());
        BigDecimal value = fields.decimal("value");
        Window window = reader.window(fields);
        return fields.fine() && reader.found() == found
                ? reader.checked(
                        pointer,
                        () -> new EventsCondition(
                                event, where, measure.orElseThrow(), property, operator.orElseThrow(), value, window))
                : Optional.empty();
    }

    Optional<SequenceCondition> sequence(JsonFields fields, String pointer) {
        int found = reader.found();
        List<EventFilter> steps = new ArrayList<>();
        List<JsonNode> items = fields.array("steps");
        // Too many are refused without looking at each.
        for (int i = 0; i < items.size() && items.size() <= SequenceCondition.MOST_STEPS; i++) {
            filter(items.get(i), fields.pointer("steps") + "/" + i).ifPresent(steps::add);
        }
        if (items.size() > SequenceCondition.MOST_STEPS) {
            reader.wrong(fields.pointer("steps"), Fault.OUT_OF_RANGE, "1 … " + SequenceCondition.MOST_STEPS);
        }
        int withinDays = DefinitionReader.small(fields.number("withinDays"));
        EventFilter without = fields.has("without")
                ? filter(fields.take("without"), fields.pointer("without")).orElse(null)
                : null;
        Window window = reader.window(fields);
        return fields.fine() && reader.found() == found
                ? reader.checked(pointer, () -> new SequenceCondition(steps, withinDays, without, window))
                : Optional.empty();
    }

    Optional<EventFilter> filter(@Nullable JsonNode json, String pointer) {
        int found = reader.found();
        JsonFields fields = new JsonFields(json, pointer, reader::wrong);
        String event = fields.text("event");
        List<PropertyFilter> where = where(fields);
        fields.refuseOthers();
        return fields.fine() && reader.found() == found
                ? reader.checked(pointer, () -> new EventFilter(event, where))
                : Optional.empty();
    }

    /// May be left out.
    private List<PropertyFilter> where(JsonFields fields) {
        List<PropertyFilter> where = new ArrayList<>();
        List<JsonNode> items = fields.has("where") ? fields.array("where") : List.of();
        if (items.size() > EventFilter.MOST_CONDITIONS) {
            reader.wrong(fields.pointer("where"), Fault.OUT_OF_RANGE, "0 … " + EventFilter.MOST_CONDITIONS);
            return where;
        }
        for (int i = 0; i < items.size(); i++) {
            condition(items.get(i), fields.pointer("where") + "/" + i).ifPresent(where::add);
        }
        return where;
    }

    private Optional<PropertyFilter> condition(JsonNode json, String pointer) {
        if (!reader.counted(pointer)) {
            return Optional.empty();
        }
        JsonFields fields = new JsonFields(json, pointer, reader::wrong);
        String property = fields.text("property");
        Optional<Operator> operator = fields.constant("operator", Operator.values());
        Optional<List<String>> values = reader.values(fields, "values");
        fields.refuseOthers();
        return fields.fine() && values.isPresent()
                ? reader.checked(pointer, () -> new PropertyFilter(property, operator.orElseThrow(), values.get()))
                : Optional.empty();
    }
}
