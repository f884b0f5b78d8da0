package io.waterwheel.segment.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads a definition from JSON that anybody may have written: every wrong place is named, none guessed at.
public final class DefinitionReader {

    /// What stands in place of a field that was told twice, whatever its values.
    public static final JsonNode TOLD_TWICE = JsonNodeFactory.instance.pojoNode(Fault.TOLD_TWICE);

    private static final List<String> TYPES = List.of(
            "and",
            "or",
            "not",
            "attribute",
            "anniversary",
            "tag",
            "orders",
            "touchpoint",
            "rfm",
            "lifecycle",
            "aipl",
            "segment",
            "events",
            "sequence",
            "list",
            "share");

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

    /// Reads which events are meant, as they stand in other languages.
    ///
    /// @throws InvalidDefinition naming all wrong places
    public static EventFilter readEvents(@Nullable JsonNode json, String pointer) {
        DefinitionReader reader = new DefinitionReader();
        Optional<EventFilter> events = new EventsReader(reader).filter(json, pointer);
        if (!reader.places.isEmpty() || events.isEmpty()) {
            throw new InvalidDefinition(reader.places);
        }
        return events.get();
    }

    private Optional<Condition> condition(@Nullable JsonNode json, String pointer, int depth) {
        if (depth > Limits.DEPTH) {
            return wrong(pointer, Fault.TOO_DEEP, Limits.DEPTH);
        }
        if (!counted(pointer)) {
            return Optional.empty();
        }
        JsonFields fields = new JsonFields(json, pointer, this::wrong);
        String type = fields.choice("type", TYPES);
        Optional<? extends Condition> read = switch (type) {
            case "and" -> children(fields, depth).flatMap(list -> checked(pointer, () -> new And(list)));
            case "or" -> children(fields, depth).flatMap(list -> checked(pointer, () -> new Or(list)));
            case "not" ->
                condition(fields.take("condition"), pointer + "/condition", depth + 1)
                        .map(Not::new);
            case "attribute" -> attribute(fields, pointer);
            case "anniversary" -> anniversary(fields, pointer);
            case "tag" -> tag(fields, pointer);
            case "orders" -> orders(fields, pointer);
            case "touchpoint" -> touchpoint(fields, pointer);
            case "rfm" ->
                stage(
                        pointer,
                        () -> StageReader.rfm(
                                fields, name -> new JsonFields(fields.take(name), fields.pointer(name), this::wrong)));
            case "lifecycle" -> stage(pointer, () -> StageReader.lifecycle(fields));
            case "aipl" -> stage(pointer, () -> StageReader.aipl(fields));
            case "segment" -> {
                String segment = fields.text("segment");
                yield fields.fine() ? checked(pointer, () -> new SegmentCondition(segment)) : Optional.empty();
            }
            case "events" -> new EventsReader(this).events(fields, pointer);
            case "sequence" -> new EventsReader(this).sequence(fields, pointer);
            case "list" -> {
                String list = fields.text("list");
                yield fields.fine() ? checked(pointer, () -> new ListCondition(list)) : Optional.empty();
            }
            case "share" -> share(fields, pointer);
            default -> Optional.<Condition>empty();
        };
        if (!type.isEmpty()) {
            fields.refuseOthers();
        }
        return read.map(condition -> condition);
    }

    /// Whether there is room for one condition more. That there is not is said once; the rest is not even looked at.
    boolean counted(String pointer) {
        if (++conditions == Limits.CONDITIONS + 1) {
            wrong(pointer, Fault.TOO_MANY_CONDITIONS, Limits.CONDITIONS);
        }
        return conditions <= Limits.CONDITIONS;
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
        Optional<List<String>> texts = values(fields, "values");
        return fields.fine() && texts.isPresent()
                ? checked(pointer, () -> new AttributeCondition(attribute, operator.orElseThrow(), texts.get()))
                : Optional.empty();
    }

    private Optional<TagCondition> tag(JsonFields fields, String pointer) {
        Optional<TagOperator> operator = fields.constant("operator", TagOperator.values());
        Optional<List<String>> tags = values(fields, "tags");
        return fields.fine() && tags.isPresent()
                ? checked(pointer, () -> new TagCondition(operator.orElseThrow(), tags.get()))
                : Optional.empty();
    }

    Optional<List<String>> values(JsonFields fields, String name) {
        List<String> texts = fields.texts(name);
        values += texts.size();
        return values > Limits.VALUES
                ? wrong(fields.pointer(name), Fault.TOO_MANY_VALUES, Limits.VALUES)
                : Optional.of(texts);
    }

    private Optional<ShareCondition> share(JsonFields fields, String pointer) {
        String key = fields.text("key");
        int from = small(fields.number("from"));
        int to = small(fields.number("to"));
        return fields.fine() ? checked(pointer, () -> new ShareCondition(key, from, to)) : Optional.empty();
    }

    private Optional<AnniversaryCondition> anniversary(JsonFields fields, String pointer) {
        String attribute = fields.text("attribute");
        Optional<Ahead> within = ahead(fields.take("within"), fields.pointer("within"));
        return fields.fine() && within.isPresent()
                ? checked(pointer, () -> new AnniversaryCondition(attribute, within.get()))
                : Optional.empty();
    }

    private Optional<Ahead> ahead(@Nullable JsonNode json, String pointer) {
        JsonFields fields = new JsonFields(json, pointer, this::wrong);
        Optional<? extends Ahead> read = switch (fields.choice("type", List.of("days", "month"))) {
            case "days" -> {
                int days = small(fields.number("days"));
                yield fields.fine() ? checked(pointer, () -> new NextDays(days)) : Optional.<Ahead>empty();
            }
            case "month" -> {
                int months = small(fields.number("months"));
                yield fields.fine() ? checked(pointer, () -> new MonthAhead(months)) : Optional.<Ahead>empty();
            }
            default -> Optional.<Ahead>empty();
        };
        if (read.isPresent()) {
            fields.refuseOthers();
        }
        return read.map(ahead -> ahead);
    }

    /// What does not fit is out of every range anyway.
    static int small(long number) {
        return (int) Math.clamp(number, -1, Integer.MAX_VALUE);
    }

    private Optional<OrdersCondition> orders(JsonFields fields, String pointer) {
        Optional<Measure> measure = fields.constant("measure", Measure.values());
        Optional<Bound> operator = fields.constant("operator", Bound.values());
        long value = fields.number("value");
        int found = places.size();
        Window window = window(fields);
        Optional<List<OrderFilter>> where = filters(fields);
        return fields.fine() && places.size() == found && where.isPresent()
                ? checked(
                        pointer,
                        () -> new OrdersCondition(
                                measure.orElseThrow(), operator.orElseThrow(), value, window, where.get()))
                : Optional.empty();
    }

    private Optional<List<OrderFilter>> filters(JsonFields orders) {
        List<JsonNode> items = orders.arrayIfAny("where");
        if (items.size() > OrdersCondition.MOST_FILTERS) {
            return wrong(orders.pointer("where"), Fault.TOO_MANY_FILTERS, OrdersCondition.MOST_FILTERS);
        }
        List<OrderFilter> filters = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            filter(items.get(i), orders.pointer("where") + "/" + i).ifPresent(filters::add);
        }
        return filters.size() == items.size() ? Optional.of(filters) : Optional.empty();
    }

    private Optional<OrderFilter> filter(JsonNode json, String pointer) {
        JsonFields fields = new JsonFields(json, pointer, this::wrong);
        Optional<OrderFact> fact = fields.constant("fact", OrderFact.values());
        Optional<FactOperator> operator = fields.constant("operator", FactOperator.values());
        Optional<List<String>> texts = values(fields, "values");
        fields.refuseOthers();
        return fields.fine() && texts.isPresent()
                ? checked(pointer, () -> new OrderFilter(fact.orElseThrow(), operator.orElseThrow(), texts.get()))
                : Optional.empty();
    }

    private Optional<TouchpointCondition> touchpoint(JsonFields fields, String pointer) {
        Optional<TouchpointChannel> channel = fields.constant("channel", TouchpointChannel.values());
        Optional<TouchpointState> state = fields.constant("state", TouchpointState.values());
        boolean named = !fields.arrayIfAny("guides").isEmpty();
        Optional<List<String>> guides = named ? values(fields, "guides") : Optional.of(List.of());
        return fields.fine() && guides.isPresent()
                ? checked(
                        pointer,
                        () -> new TouchpointCondition(channel.orElseThrow(), state.orElseThrow(), guides.get()))
                : Optional.empty();
    }

    private <T extends Condition> Optional<T> stage(String pointer, Supplier<@Nullable T> read) {
        try {
            return Optional.ofNullable(read.get());
        } catch (InvalidCondition e) {
            places.add(new InvalidDefinition.Place(pointer + e.place(), e.fault(), e.detail()));
            return Optional.empty();
        }
    }

    /// Null when there is none, or none that can be.
    @Nullable
    Window window(JsonFields fields) {
        JsonNode json = fields.take("window");
        return json == null || json.isNull()
                ? null
                : window(json, fields.pointer("window")).orElse(null);
    }

    /// How many wrong places were found so far.
    int found() {
        return places.size();
    }

    private Optional<Window> window(@Nullable JsonNode json, String pointer) {
        JsonFields fields = new JsonFields(json, pointer, this::wrong);
        Optional<? extends Window> read = switch (fields.choice("type", List.of("last", "between"))) {
            case "last" -> {
                int days = small(fields.number("days"));
                yield fields.fine() ? checked(pointer, () -> new Last(days)) : Optional.<Window>empty();
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

    <T> Optional<T> checked(String pointer, Supplier<T> made) {
        try {
            return Optional.of(made.get());
        } catch (InvalidCondition e) {
            places.add(new InvalidDefinition.Place(pointer + e.place(), e.fault(), e.detail()));
            return Optional.empty();
        }
    }

    <T> Optional<T> wrong(String pointer, Fault fault, Object about) {
        places.add(InvalidDefinition.Place.of(pointer, fault, about));
        return Optional.empty();
    }
}
