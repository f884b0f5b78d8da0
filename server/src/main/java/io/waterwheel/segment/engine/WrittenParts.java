package io.waterwheel.segment.engine;

import io.waterwheel.segment.engine.Dimension.PartIndex;
import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.CustomAttribute;
import io.waterwheel.segment.language.FoldedText;
import io.waterwheel.segment.language.Magnitude;
import io.waterwheel.segment.language.Not;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.language.Or;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Written values in parts. What people would call one value is one: `ＳＨ` and `sh` are counted together and shown
/// as most write it.
final class WrittenParts {

    private static final int MOST_VALUES = 20;
    private static final int LONGEST_VALUE = 500;

    private WrittenParts() {}

    /// The brand's own attribute: many numbers or days are told in stretches, everything else value by value.
    static Dimension of(CustomAttribute attribute, Map<String, Long> written) {
        Map<String, Spelled> values = values(written);
        if (values.size() > MOST_VALUES) {
            if (nearlyAll(values, Magnitude.Amount.class)) {
                return numbers(attribute, written);
            }
            if (nearlyAll(values, Magnitude.Day.class)) {
                return days(attribute, written);
            }
        }
        return ofText(attribute, written);
    }

    /// The commonest values, the rest and the unknown.
    static Dimension ofText(Attribute attribute, Map<String, Long> written) {
        Map<String, Spelled> values = values(written);
        List<String> shown = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        values.forEach((folded, spelled) -> {
            if (shown.size() < MOST_VALUES && spelled.spelling().length() <= LONGEST_VALUE) {
                places.put(folded, shown.size());
                shown.add(spelled.spelling());
            }
        });
        List<Part> parts = new ArrayList<>();
        shown.forEach(value -> parts.add(new Part(PartKind.VALUE, value, value, asked(attribute, Operator.IS, value))));
        Condition exists = exists(attribute);
        parts.add(new Part(
                PartKind.REST,
                null,
                null,
                shown.isEmpty()
                        ? exists
                        : new And(List.of(exists, new AttributeCondition(attribute.code(), Operator.NOT_IN, shown)))));
        parts.add(unknown(attribute));
        int unknown = parts.size() - 1;
        Map<String, Integer> index = new HashMap<>();
        written.keySet().forEach(value -> {
            String folded = FoldedText.of(value);
            Integer place = folded.isEmpty() ? Integer.valueOf(unknown) : places.get(folded);
            if (place != null) {
                index.put(value, place);
            }
        });
        return new Dimension(
                attribute, parts, new PartIndex.Written(TextScan.column(attribute), index, unknown - 1, unknown));
    }

    private static Dimension days(CustomAttribute attribute, Map<String, Long> written) {
        NavigableMap<LocalDate, Long> counts = new TreeMap<>();
        Map<String, LocalDate> days = new HashMap<>();
        written.forEach((value, count) -> {
            if (Magnitude.of(value).orElse(null) instanceof Magnitude.Day(LocalDate day)) {
                days.put(value, day);
                counts.merge(day, count, Long::sum);
            }
        });
        List<LocalDate> starts = DayParts.starts(counts);
        List<Part> parts = new ArrayList<>(DayParts.of(attribute, starts));
        if (starts.isEmpty()) {
            // "Known" would take in what is no day.
            LocalDate any = counts.firstKey();
            parts.set(0, new Part(PartKind.DAYS, null, null, sized(attribute, any.toString())));
        }
        LocalDate any = starts.isEmpty() ? counts.firstKey() : starts.getFirst();
        return measured(attribute, written, parts, any.toString(), days, starts);
    }

    private static Dimension numbers(CustomAttribute attribute, Map<String, Long> written) {
        NavigableMap<BigDecimal, Long> counts = new TreeMap<>();
        Map<String, BigDecimal> numbers = new HashMap<>();
        written.forEach((value, count) -> {
            if (Magnitude.of(value).orElse(null) instanceof Magnitude.Amount(BigDecimal number)) {
                numbers.put(value, number);
                counts.merge(number, count, Long::sum);
            }
        });
        List<BigDecimal> starts = NumberParts.starts(counts);
        List<Part> parts = NumberParts.of(attribute, starts);
        parts.add(unknown(attribute));
        return measured(attribute, written, parts, starts.getFirst().toPlainString(), numbers, starts);
    }

    /// Puts what has no size into a rest before the unknown.
    ///
    /// @param any some value that has a size
    private static <S extends Comparable<? super S>> Dimension measured(
            CustomAttribute attribute,
            Map<String, Long> written,
            List<Part> parts,
            String any,
            Map<String, S> sizes,
            List<S> starts) {
        parts.add(
                parts.size() - 1,
                new Part(
                        PartKind.REST,
                        null,
                        null,
                        new And(List.of(exists(attribute), new Not(sized(attribute, any))))));
        int unknown = parts.size() - 1;
        Map<String, Integer> index = new HashMap<>();
        written.keySet().forEach(value -> {
            S size = sizes.get(value);
            if (size != null) {
                index.put(value, (int) starts.stream()
                        .takeWhile(start -> start.compareTo(size) <= 0)
                        .count());
            } else if (FoldedText.of(value).isEmpty()) {
                index.put(value, unknown);
            }
        });
        return new Dimension(
                attribute, parts, new PartIndex.Written(TextScan.column(attribute), index, unknown - 1, unknown));
    }

    static Part unknown(Attribute attribute) {
        return new Part(
                PartKind.UNKNOWN, null, null, new AttributeCondition(attribute.code(), Operator.NOT_EXISTS, List.of()));
    }

    static Condition asked(Attribute attribute, Operator operator, String value) {
        return new AttributeCondition(attribute.code(), operator, List.of(value));
    }

    private static Condition exists(Attribute attribute) {
        return new AttributeCondition(attribute.code(), Operator.EXISTS, List.of());
    }

    /// Everything of one kind is at least or at most any one of it.
    private static Condition sized(Attribute attribute, String any) {
        return new Or(List.of(asked(attribute, Operator.AT_LEAST, any), asked(attribute, Operator.AT_MOST, any)));
    }

    /// Whether nine of ten customers who have a value have one of a kind.
    private static boolean nearlyAll(Map<String, Spelled> values, Class<? extends Magnitude> kind) {
        long all = 0;
        long ofKind = 0;
        for (Map.Entry<String, Spelled> value : values.entrySet()) {
            long count = value.getValue().count();
            all += count;
            ofKind += Magnitude.of(value.getKey()).filter(kind::isInstance).isPresent() ? count : 0;
        }
        return ofKind * 10 >= all * 9;
    }

    /// A value and how it is written most often.
    private record Spelled(String spelling, long count) {}

    /// By their folded text, the commonest first.
    private static Map<String, Spelled> values(Map<String, Long> written) {
        Map<String, Spelled> values = new LinkedHashMap<>();
        // The commonest spelling comes first and stays.
        written.forEach((value, count) -> values.merge(
                FoldedText.of(value),
                new Spelled(value, count),
                (first, other) -> new Spelled(first.spelling(), first.count() + other.count())));
        values.remove("");
        Map<String, Spelled> sorted = new LinkedHashMap<>();
        values.entrySet().stream()
                .sorted(Map.Entry.<String, Spelled>comparingByValue(
                                Comparator.comparingLong(Spelled::count).reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
