package io.waterwheel.segment.language;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Judges one condition on an event's properties. Every engine asks this, or [TextMatch] for each value.
public final class PropertyMatch implements Predicate<Map<String, List<String>>> {

    private final PropertyFilter asked;
    private final List<TextMatch> each;

    private PropertyMatch(PropertyFilter asked, List<TextMatch> each) {
        this.asked = asked;
        this.each = each;
    }

    public static PropertyMatch of(PropertyFilter asked) {
        return new PropertyMatch(asked, needed(asked.positive()));
    }

    /// Each of these must be met by some value of the property.
    ///
    /// @param positive not a negative filter
    public static List<TextMatch> needed(PropertyFilter positive) {
        return positive.operator() == Operator.HAS_ALL
                ? positive.values().stream()
                        .map(value -> TextMatch.of(Operator.IN, List.of(value)))
                        .toList()
                : List.of(TextMatch.of(positive.operator(), positive.values()));
    }

    @Override
    public boolean test(Map<String, List<String>> properties) {
        return holds(properties.getOrDefault(asked.property(), List.of()));
    }

    /// @param values what the property has, nothing when it is missing
    public boolean holds(List<String> values) {
        return each.stream().allMatch(match -> values.stream().anyMatch(match)) != asked.negative();
    }
}
