package io.waterwheel.segment.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a definition from JSON that anybody may have written: every wrong place is named, none guessed at.
public final class DefinitionReader {

    private final List<InvalidDefinition.Place> places = new ArrayList<>();
    private int conditions;
    private int values;

    private DefinitionReader() {}

    /// @param pointer where in the request the definition stands, such as `/definition`
    /// @throws InvalidDefinition naming all wrong places
    public static Condition read(@Nullable JsonNode json, String pointer) {
        DefinitionReader reader = new DefinitionReader();
        Optional<Condition> definition = reader.condition(json, pointer, 1);
        if (!reader.places.isEmpty() || definition.isEmpty()) {
            throw new InvalidDefinition(reader.places);
        }
        return definition.get();
    }

    private Optional<Condition> condition(@Nullable JsonNode json, String pointer, int depth) {
        if (depth > Limits.DEPTH) {
            return wrong(pointer, Fault.TOO_DEEP, Limits.DEPTH);
        }
        if (++conditions > Limits.CONDITIONS) {
            // Said once; the rest is not even looked at.
            return conditions == Limits.CONDITIONS + 1
                    ? wrong(pointer, Fault.TOO_MANY_CONDITIONS, Limits.CONDITIONS)
                    : Optional.empty();
        }
        JsonFields fields = new JsonFields(json, pointer, this::wrong);
        String type = fields.choice("type", List.of("and", "or", "not", "attribute", "orders"));
        Optional<? extends Condition> read = switch (type) {
            case "and" -> children(fields, depth).flatMap(list -> checked(pointer, () -> new And(list)));
            case "or" -> children(fields, depth).flatMap(list -> checked(pointer, () -> new Or(list)));
            case "not" ->
                condition(fields.take("condition"), pointer + "/condition", depth + 1)
                        .map(Not::new);
            case "attribute" -> attribute(fields, pointer);
            case "orders" -> orders(fields, pointer);
            default -> Optional.<Condition>empty();
        };
        if (!type.isEmpty()) {
            fields.refuseOthers();
        }
        return read.map(condition -> condition);
    }

    private Optional<List<Condition>> children(JsonFields fields, int depth) {
        List<Condition> children = new ArrayList<>();
        List<JsonNode> items = fields.array("conditions");
        int found = places.size();
        for (int i = 0; i < items.size() && conditions <= Limits.CONDITIONS; i++) {
            condition(items.get(i), fields.pointer("conditions") + "/" + i, depth + 1)
                    .ifPresent(children::add);
        }
        return places.size() == found && fields.fine() ? Optional.of(children) : Optional.empty();
    }

    private Optional<AttributeCondition> attribute(JsonFields fields, String pointer) {
        String attribute = fields.text("attribute");
        Optional<Operator> operator = fields.constant("operator", Operator.values());
        List<String> texts = fields.texts("values");
        values += texts.size();
        if (values > Limits.VALUES) {
            return wrong(fields.pointer("values"), Fault.TOO_MANY_VALUES, Limits.VALUES);
        }
        return fields.fine()
                ? checked(pointer, () -> new AttributeCondition(attribute, operator.orElseThrow(), texts))
                : Optional.empty();
    }

    private Optional<OrdersCondition> orders(JsonFields fields, String pointer) {
        Optional<Measure> measure = fields.constant("measure", Measure.values());
        Optional<Bound> operator = fields.constant("operator", Bound.values());
        long value = fields.number("value");
        JsonNode json = fields.take("window");
        boolean windowed = json != null && !json.isNull();
        Optional<Window> window = windowed ? window(json, fields.pointer("window")) : Optional.empty();
        return fields.fine() && window.isPresent() == windowed
                ? checked(
                        pointer,
                        () -> new OrdersCondition(
                                measure.orElseThrow(), operator.orElseThrow(), value, window.orElse(null)))
                : Optional.empty();
    }

    private Optional<Window> window(@Nullable JsonNode json, String pointer) {
        JsonFields fields = new JsonFields(json, pointer, this::wrong);
        Optional<? extends Window> read = switch (fields.choice("type", List.of("last", "between"))) {
            case "last" -> {
                long days = fields.number("days");
                yield fields.fine()
                        ? checked(pointer, () -> new Last((int) Math.clamp(days, -1, Integer.MAX_VALUE)))
                        : Optional.<Window>empty();
            }
            case "between" -> {
                var from = fields.day("from");
                var to = fields.day("to");
                yield from.isPresent() && to.isPresent()
                        ? checked(pointer, () -> new Between(from.get(), to.get()))
                        : Optional.<Window>empty();
            }
            default -> Optional.<Window>empty();
        };
        if (read.isPresent()) {
            fields.refuseOthers();
        }
        return read.map(window -> window);
    }

    private <T> Optional<T> checked(String pointer, java.util.function.Supplier<T> made) {
        try {
            return Optional.of(made.get());
        } catch (InvalidCondition e) {
            places.add(new InvalidDefinition.Place(pointer + e.place(), e.fault(), e.detail()));
            return Optional.empty();
        }
    }

    private <T> Optional<T> wrong(String pointer, Fault fault, Object about) {
        places.add(new InvalidDefinition.Place(pointer, fault, fault.message(String.valueOf(about))));
        return Optional.empty();
    }
}
