package io.waterwheel.segment.language;

import static io.waterwheel.segment.language.DefinitionSchema.fields;
import static io.waterwheel.segment.language.DefinitionSchema.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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
            case "AttributeCondition.values" ->
                fields("items", fields("type", "string", "pattern", SOMETHING_SEEN, "maxLength", Values.LONGEST));
            default -> Map.of();
        };
    }

    /// Of a record as a whole.
    static List<Map<String, Object>> of(Class<?> type) {
        if (type == OrdersCondition.class) {
            return Arrays.stream(Measure.values())
                    .map(measure -> rule(
                            fields("measure", fields("const", word(measure))),
                            fields("value", range(measure.least(), measure.most()))))
                    .toList();
        }
        return type == AttributeCondition.class ? attributeRules() : List.of();
    }

    private static List<Map<String, Object>> attributeRules() {
        List<Map<String, Object>> rules = new ArrayList<>();
        rules.add(values(List.of(Operator.EXISTS, Operator.NOT_EXISTS), fields("maxItems", 0)));
        rules.add(values(
                List.of(Operator.IS, Operator.IS_NOT, Operator.AT_LEAST, Operator.AT_MOST),
                fields("minItems", 1, "maxItems", 1)));
        rules.add(values(List.of(Operator.IN, Operator.NOT_IN, Operator.CONTAINS), fields("minItems", 1)));
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
