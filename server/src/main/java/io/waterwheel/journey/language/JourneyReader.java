package io.waterwheel.journey.language;

import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.DefinitionReader;
import io.waterwheel.segment.language.EventFilter;
import io.waterwheel.segment.language.InvalidDefinition;
import io.waterwheel.segment.language.JsonFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a journey from JSON that anybody may have written: every wrong place is named, none guessed at.
/// Whether the nodes make a journey is for [JourneyLint].
public final class JourneyReader {

    static final int MOST_NODES = 200;
    static final int MOST_RULES = 10;
    private static final String UNFINISHED = "unfinished";

    private final List<InvalidJourney.Place> places = new ArrayList<>();

    private JourneyReader() {}

    /// @param pointer where in the request the definition stands, such as `/definition`
    /// @throws InvalidJourney naming all wrong places
    public static JourneyDefinition read(@Nullable JsonNode json, String pointer) {
        JourneyReader reader = new JourneyReader();
        Optional<JourneyDefinition> read = reader.definition(json, pointer);
        if (!reader.places.isEmpty() || read.isEmpty()) {
            throw new InvalidJourney(reader.places);
        }
        return read.get();
    }

    private Optional<JourneyDefinition> definition(@Nullable JsonNode json, String pointer) {
        JsonFields fields = fields(json, pointer);
        Optional<Trigger> trigger = trigger(fields.take("trigger"), fields.pointer("trigger"));
        List<Node> nodes = nodes(fields);
        String start = nodes.isEmpty() && !fields.has("start") ? "" : fields.text("start");
        Goal goal = fields.has("goal")
                ? goal(fields.take("goal"), fields.pointer("goal")).orElse(null)
                : null;
        List<ExitRule> rules = rules(fields);
        Optional<Reentry> reentry = fields.has("reentry")
                ? reentry(fields.take("reentry"), fields.pointer("reentry"))
                : Optional.of(Reentry.NEVER);
        fields.refuseOthers();
        return places.isEmpty()
                ? Optional.of(
                        new JourneyDefinition(trigger.orElseThrow(), start, nodes, goal, rules, reentry.orElseThrow()))
                : Optional.empty();
    }

    private List<Node> nodes(JsonFields definition) {
        List<JsonNode> items = definition.array("nodes");
        String at = definition.pointer("nodes");
        List<Node> nodes = new ArrayList<>();
        if (items.size() > MOST_NODES) {
            wrong(at, JourneyFault.TOO_MANY_NODES, MOST_NODES);
            return nodes;
        }
        for (int i = 0; i < items.size(); i++) {
            node(items.get(i), at + "/" + i).ifPresent(nodes::add);
        }
        return nodes;
    }

    private Optional<Node> node(JsonNode json, String pointer) {
        int found = places.size();
        JsonFields fields = fields(json, pointer);
        String id = fields.text("id");
        if (!id.isEmpty() && !ExitNames.NAME.matcher(id).matches()) {
            wrong(fields.pointer("id"), JourneyFault.NOT_A_NAME, "");
        }
        Optional<Step> step = new StepReader(this).step(fields.take("step"), fields.pointer("step"));
        Map<String, String> exits =
                fields.has("exits") ? exits(fields.take("exits"), fields.pointer("exits")) : Map.of();
        Node.Position position = fields.has("position") ? position(fields) : null;
        fields.refuseOthers();
        return places.size() == found && step.isPresent()
                ? Optional.of(new Node(id, step.get(), exits, position))
                : Optional.empty();
    }

    private Map<String, String> exits(@Nullable JsonNode json, String pointer) {
        JsonFields fields = fields(json, pointer);
        Map<String, String> exits = new LinkedHashMap<>();
        if (json != null && json.isObject()) {
            for (String exit : json.propertyNames()) {
                // An edge that is being drawn leads nowhere yet.
                if (fields.has(exit)) {
                    exits.put(exit, fields.text(exit));
                }
            }
        }
        return exits;
    }

    private Node.@Nullable Position position(JsonFields node) {
        JsonFields fields = fields(node.take("position"), node.pointer("position"));
        BigDecimal x = fields.decimal("x");
        BigDecimal y = fields.decimal("y");
        fields.refuseOthers();
        return new Node.Position(x, y);
    }

    private Optional<Trigger> trigger(@Nullable JsonNode json, String pointer) {
        JsonFields fields = fields(json, pointer);
        String type = fields.choice("type", List.of("event", "segment", "day", "schedule", "request"));
        Optional<Trigger> read = switch (type) {
            case "event" -> events(fields).map(OnEvent::new);
            case "segment" -> {
                String segment = fields.text("segment");
                boolean entered = flag(fields, "entered");
                yield made(fields, pointer, () -> new OnSegment(segment, entered));
            }
            case "day" -> {
                String attribute = fields.text("attribute");
                boolean everyYear = flag(fields, "everyYear");
                int days = small(fields.number("daysBefore"));
                String time = fields.text("time");
                yield made(fields, pointer, () -> new OnDay(attribute, everyYear, days, time));
            }
            case "schedule" -> schedule(fields, pointer);
            case "request" -> Optional.of(new OnRequest());
            default -> Optional.empty();
        };
        others(fields, type);
        return read;
    }

    private Optional<Trigger> schedule(JsonFields fields, String pointer) {
        String segment = fields.text("segment");
        Optional<Cadence> every = fields.constant("every", Cadence.values());
        List<Weekday> weekdays = fields.has("weekdays") ? fields.constants("weekdays", Weekday.values()) : List.of();
        Integer day = fields.has("dayOfMonth") ? Integer.valueOf(small(fields.number("dayOfMonth"))) : null;
        String time = fields.text("time");
        return made(fields, pointer, () -> new OnSchedule(segment, every.orElseThrow(), weekdays, day, time));
    }

    private Optional<Goal> goal(@Nullable JsonNode json, String pointer) {
        JsonFields fields = fields(json, pointer);
        String type = fields.choice("type", List.of("event", "condition"));
        int days = type.isEmpty() ? 0 : small(fields.number("withinDays"));
        boolean leave = !type.isEmpty() && flag(fields, "leave");
        Optional<Goal> read = switch (type) {
            case "event" ->
                events(fields).flatMap(event -> made(fields, pointer, () -> new EventGoal(event, days, leave)));
            case "condition" ->
                condition(fields)
                        .flatMap(condition -> made(fields, pointer, () -> new ConditionGoal(condition, days, leave)));
            default -> Optional.empty();
        };
        others(fields, type);
        return read;
    }

    private List<ExitRule> rules(JsonFields definition) {
        List<JsonNode> items = definition.arrayIfAny("exitRules");
        String at = definition.pointer("exitRules");
        List<ExitRule> rules = new ArrayList<>();
        if (items.size() > MOST_RULES) {
            wrong(at, JourneyFault.TOO_MANY_RULES, MOST_RULES);
            return rules;
        }
        for (int i = 0; i < items.size(); i++) {
            JsonFields fields = fields(items.get(i), at + "/" + i);
            String type = fields.choice("type", List.of("event", "condition"));
            switch (type) {
                case "event" -> events(fields).map(ExitOnEvent::new).ifPresent(rules::add);
                case "condition" -> condition(fields).map(ExitOnCondition::new).ifPresent(rules::add);
                default -> {
                    // said already
                }
            }
            others(fields, type);
        }
        return rules;
    }

    private Optional<Reentry> reentry(@Nullable JsonNode json, String pointer) {
        JsonFields fields = fields(json, pointer);
        Optional<ReentryRule> rule = fields.constant("rule", ReentryRule.values());
        Integer days = fields.has("days") ? Integer.valueOf(small(fields.number("days"))) : null;
        String key = fields.has("key") ? fields.text("key") : null;
        fields.refuseOthers();
        return made(fields, pointer, () -> new Reentry(rule.orElseThrow(), days, key));
    }

    /// A condition that a person has not finished stands in a draft as `{"type": "unfinished", "draft": …}`:
    /// pages keep in it what was typed.
    Optional<Condition> condition(JsonFields fields) {
        JsonNode written = fields.take("condition");
        if (written != null && written.path("type").asString("").equals(UNFINISHED)) {
            wrong(fields.pointer("condition"), JourneyFault.UNFINISHED, "");
            return Optional.empty();
        }
        return shared(fields, "condition", DefinitionReader::read);
    }

    Optional<EventFilter> events(JsonFields fields) {
        return shared(fields, "event", DefinitionReader::readEvents);
    }

    private <T> Optional<T> shared(JsonFields fields, String name, BiFunction<@Nullable JsonNode, String, T> read) {
        try {
            return Optional.of(read.apply(fields.take(name), fields.pointer(name)));
        } catch (InvalidDefinition e) {
            e.places().forEach(place -> places.add(InvalidJourney.Place.of(place)));
            return Optional.empty();
        }
    }

    Optional<Span> span(JsonFields parent, String name) {
        String pointer = parent.pointer(name);
        JsonFields fields = fields(parent.take(name), pointer);
        int amount = small(fields.number("amount"));
        Optional<SpanUnit> unit = fields.constant("unit", SpanUnit.values());
        fields.refuseOthers();
        return made(fields, pointer, () -> new Span(amount, unit.orElseThrow()));
    }

    /// May be left out, which means no.
    static boolean flag(JsonFields fields, String name) {
        JsonNode value = fields.take(name);
        return value != null && value.isBoolean() && value.booleanValue();
    }

    /// What does not fit is out of every range anyway.
    static int small(long number) {
        return (int) Math.clamp(number, -1_000_000_000L, 1_000_000_000L);
    }

    <R, T extends R> Optional<R> made(JsonFields fields, String pointer, Supplier<T> made) {
        if (!fields.fine()) {
            return Optional.empty();
        }
        try {
            return Optional.of(made.get());
        } catch (Misfit e) {
            places.add(new InvalidJourney.Place(pointer + e.place(), e.fault().code(), e.detail()));
            return Optional.empty();
        }
    }

    void others(JsonFields fields, String type) {
        if (!type.isEmpty()) {
            fields.refuseOthers();
        }
    }

    JsonFields fields(@Nullable JsonNode json, String pointer) {
        return new JsonFields(
                json,
                pointer,
                (place, fault, about) ->
                        places.add(InvalidJourney.Place.of(InvalidDefinition.Place.of(place, fault, about))));
    }

    private void wrong(String pointer, JourneyFault fault, Object about) {
        places.add(InvalidJourney.Place.of(pointer, fault, about));
    }
}
