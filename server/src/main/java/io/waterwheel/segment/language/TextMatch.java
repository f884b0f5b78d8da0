package io.waterwheel.segment.language;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The comparison of one known text value in its positive form (`in`, `contains`, `atLeast`, `atMost`, `exists`).
/// Every engine asks this, so that none has its own idea of equal text.
public final class TextMatch implements Predicate<String> {

    private final Predicate<String> folded;

    private TextMatch(Predicate<String> folded) {
        this.folded = folded;
    }

    public static TextMatch of(Operator operator, List<String> values) {
        Set<String> wanted = new HashSet<>(values.stream().map(FoldedText::of).toList());
        return new TextMatch(
                switch (operator) {
                    case EXISTS -> text -> !text.isEmpty();
                    case IS, IN -> wanted::contains;
                    case CONTAINS -> text -> wanted.stream().anyMatch(text::contains);
                    case AT_LEAST ->
                        text -> compare(text, values).filter(c -> c >= 0).isPresent();
                    case AT_MOST ->
                        text -> compare(text, values).filter(c -> c <= 0).isPresent();
                    case HAS_ALL -> text -> wanted.size() == 1 && wanted.contains(text);
                    case IS_NOT, NOT_IN, CONTAINS_NONE, NOT_EXISTS ->
                        throw new IllegalArgumentException(operator.code() + " is asked as the opposite of another");
                });
    }

    /// Whether `atLeast` and `atMost` would take the value for a number.
    public static boolean isNumber(String value) {
        return Magnitude.of(value).filter(Magnitude.Amount.class::isInstance).isPresent();
    }

    @Override
    public boolean test(String known) {
        return folded.test(FoldedText.of(known));
    }

    private static Optional<Integer> compare(String text, List<String> values) {
        return Magnitude.of(text)
                .flatMap(known -> Magnitude.of(values.getFirst()).flatMap(known::compare));
    }
}
