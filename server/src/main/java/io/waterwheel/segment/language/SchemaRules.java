package io.waterwheel.segment.language;

import static io.waterwheel.segment.language.DefinitionSchema.fields;
import static io.waterwheel.segment.language.DefinitionSchema.word;

import io.waterwheel.kernel.StableShare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the schema says beyond the shapes of records: ranges, and which values go with which operator. Everything
/// is taken from where the records themselves take it.
final class SchemaRules {

    private static final String VALUES = "values";
    /// Told with the spaces that not every regular expression knows for such.
    private static final String SOMETHING_SEEN = "[^\\s\\u00a0\\u3000]";
    private static final String CUSTOM = "^" + CustomAttribute.PREFIX.replace(".", "\\.");

    private SchemaRules() {}

    /// Of one component of a record.
    static Map<String, Object> of(Class<?> type, String component) {
        return switch (type.getSimpleName() + "." + component) {
            case "Or.conditions" -> fields("minItems", 1);
            case "Last.days" -> range(1, Last.MOST_DAYS);
            case "NextDays.days" -> range(1, NextDays.MOST);
            case "MonthAhead.months" -> range(0, MonthAhead.MOST);
            case "TagCondition.tags" ->
                fields("minItems", 1, "items", fields("type", "string", "pattern", whole(Reference.ID)));
            case "SegmentCondition.segment" -> fields("pattern", whole(Reference.ID));
            case "AnniversaryCondition.attribute" ->
                fields("enum", List.of(StandardAttribute.BIRTHDAY.code(), StandardAttribute.MEMBER_SINCE.code()));
            case "AttributeCondition.attribute" ->
                fields(
                        "anyOf",
                        List.of(
                                fields("enum", codes(List.of(StandardAttribute.values()))),
                                fields(
                                        "pattern",
                                        CUSTOM + "[\\s\\S]*" + SOMETHING_SEEN,
                                        "maxLength",
                                        CustomAttribute.PREFIX.length() + CustomAttribute.LONGEST_NAME)));
            case "AttributeCondition.values", "PropertyFilter.values" -> fields("items", compared());
            case "EventsCondition.event", "EventFilter.event" -> text(EventFilter.LONGEST_NAME);
            case "EventsCondition.where", "EventFilter.where" -> fields("maxItems", EventFilter.MOST_CONDITIONS);
            case "EventsCondition.property", "PropertyFilter.property" -> text(PropertyFilter.LONGEST_PATH);
            case "SequenceCondition.steps" -> fields("minItems", 1, "maxItems", SequenceCondition.MOST_STEPS);
            case "SequenceCondition.withinDays", "AiplCondition.days" -> range(1, Last.MOST_DAYS);
            case "OrdersCondition.where" -> fields("maxItems", OrdersCondition.MOST_FILTERS);
            case "OrderFilter.values" -> fields("minItems", 1, "items", compared());
            case "LifecycleCondition.stages", "AiplCondition.stages" -> fields("minItems", 1);
            case "LifecycleCondition.cycleDays" -> range(1, LifecycleCondition.MOST_DAYS);
            case "RfmCondition.r", "RfmCondition.f", "RfmCondition.m" ->
                fields("minItems", 1, "items", whole(1, RfmCondition.MOST));
            case "RfmCuts.recency" -> cuts(0, RfmCuts.MOST_DAYS);
            case "RfmCuts.frequency" -> cuts(1, RfmCuts.MOST_ORDERS);
            case "RfmCuts.monetary" -> cuts(-RfmCuts.MOST_MONEY, RfmCuts.MOST_MONEY);
            case "TouchpointCondition.guides" -> fields("items", compared());
            case "ListCondition.list" -> fields("pattern", whole(Reference.ID));
            case "ShareCondition.key" -> text(ShareCondition.LONGEST_KEY);
            case "ShareCondition.from" -> range(0, StableShare.PARTS - 1L);
            case "ShareCondition.to" -> range(1, StableShare.PARTS);
            default -> Map.of();
        };
    }

    /// Of a record as a whole.
    static List<Map<String, Object>> of(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "OrdersCondition" ->
                Arrays.stream(Measure.values())
                        .map(measure -> rule(
                                fields("measure", fields("const", word(measure))),
                                fields("value", range(measure.least(), measure.most()))))
                        .toList();
            case "AttributeCondition" -> attributeRules();
            case "PropertyFilter" -> valuesByOperator();
            case "EventsCondition" ->
                Arrays.stream(EventMeasure.values()).map(SchemaRules::measured).toList();
            case "SequenceCondition" ->
                List.of(fields(
                        "if",
                        fields("properties", fields("steps", fields("maxItems", 1))),
                        "then",
                        told("without", fields("type", "object"))));
            case "RfmCondition" ->
                List.of(fields(
                        "anyOf",
                        Stream.of("r", "f", "m")
                                .map(score -> told(score, fields("type", "array")))
                                .toList()));
            case "TouchpointCondition" -> touchpointRules();
            default -> List.of();
        };
    }

    /// What the reader takes for nothing when it is not told.
    static boolean mayBeLeftOut(Class<?> type, String component) {
        return component.equals("where") && (type == EventsCondition.class || type == EventFilter.class);
    }

    private static Map<String, Object> measured(EventMeasure measure) {
        long least = measure.least();
        long most = measure.most();
        Map<String, Object> then = fields("value", measure.whole() ? whole(least, most) : range(least, most));
        then.put("property", fields("type", measure.ofProperty() ? "string" : "null"));
        Map<String, Object> rule = rule(fields("measure", fields("const", word(measure))), then);
        if (measure.ofProperty()) {
            rule.put("then", fields("properties", then, "required", List.of("property")));
        }
        return rule;
    }

    private static List<Map<String, Object>> touchpointRules() {
        Map<String, Object> none = fields("anyOf", List.of(fields("type", "null"), fields("maxItems", 0)));
        return List.of(
                rule(
                        fields("channel", fields("const", word(TouchpointChannel.SMS))),
                        fields("state", except(TouchpointState.LOST))),
                rule(fields("channel", except(TouchpointChannel.WECOM)), fields("guides", none)),
                rule(fields("state", fields("const", word(TouchpointState.UNSUBSCRIBED))), fields("guides", none)));
    }

    private static <E extends Enum<E>> Map<String, Object> except(E constant) {
        return fields(
                "enum",
                EnumSet.complementOf(EnumSet.of(constant)).stream()
                        .map(DefinitionSchema::word)
                        .toList());
    }

    private static Map<String, Object> compared() {
        Map<String, Object> compared = fields("type", "string");
        compared.putAll(text(Values.LONGEST));
        return compared;
    }

    private static Map<String, Object> text(int longest) {
        return fields("pattern", SOMETHING_SEEN, "maxLength", longest);
    }

    private static Map<String, Object> cuts(long least, long most) {
        return fields("minItems", RfmCuts.CUTS, "maxItems", RfmCuts.CUTS, "items", whole(least, most));
    }

    private static Map<String, Object> whole(long least, long most) {
        return fields("type", "integer", "minimum", least, "maximum", most);
    }

    private static List<Map<String, Object>> attributeRules() {
        List<Map<String, Object>> rules = new ArrayList<>(valuesByOperator());
        for (ValueType type : ValueType.values()) {
            List<StandardAttribute> attributes = Arrays.stream(StandardAttribute.values())
                    .filter(attribute -> attribute.type() == type)
                    .toList();
            if (!attributes.isEmpty()) {
                rules.add(rule(
                        fields("attribute", fields("enum", codes(attributes))),
                        fields("operator", words(type.operators()), VALUES, fields("items", value(type)))));
            }
        }
        EnumSet<Operator> bounds = EnumSet.of(Operator.AT_LEAST, Operator.AT_MOST);
        EnumSet<Operator> ofCustom = EnumSet.copyOf(ValueType.TEXT.operators());
        ofCustom.addAll(bounds);
        rules.add(
                rule(fields("attribute", fields("pattern", CUSTOM)), fields("operator", words(List.copyOf(ofCustom)))));
        return rules;
    }

    private static List<Map<String, Object>> valuesByOperator() {
        return List.of(
                values(List.of(Operator.EXISTS, Operator.NOT_EXISTS), fields("maxItems", 0)),
                values(
                        List.of(Operator.IS, Operator.IS_NOT, Operator.AT_LEAST, Operator.AT_MOST),
                        fields("minItems", 1, "maxItems", 1)),
                values(
                        List.of(
                                Operator.IN,
                                Operator.NOT_IN,
                                Operator.CONTAINS,
                                Operator.CONTAINS_NONE,
                                Operator.HAS_ALL),
                        fields("minItems", 1)));
    }

    private static Map<String, Object> value(ValueType type) {
        return switch (type) {
            case DATE -> DefinitionSchema.day();
            case BOOLEAN -> fields("enum", List.of("true", "false"));
            case TEXT, NUMBER -> fields("type", "string");
        };
    }

    private static Map<String, Object> values(List<Operator> operators, Map<String, Object> then) {
        return rule(fields("operator", words(operators)), fields(VALUES, then));
    }

    private static Map<String, Object> rule(Map<String, Object> when, Map<String, Object> then) {
        return fields("if", fields("properties", when), "then", fields("properties", then));
    }

    private static Map<String, Object> words(List<Operator> operators) {
        return fields("enum", operators.stream().map(Operator::code).toList());
    }

    /// Something that must be there.
    private static Map<String, Object> told(String component, Map<String, Object> as) {
        return fields("properties", fields(component, as), "required", List.of(component));
    }

    private static Map<String, Object> range(long least, long most) {
        return fields("minimum", least, "maximum", most);
    }

    private static List<String> codes(List<StandardAttribute> attributes) {
        return attributes.stream().map(StandardAttribute::code).toList();
    }

    private static String whole(Pattern pattern) {
        return "^" + pattern.pattern() + "$";
    }
}
