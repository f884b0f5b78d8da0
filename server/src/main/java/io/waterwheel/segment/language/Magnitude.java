package io.waterwheel.segment.language;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// A value that has a size: a number of at most 18 and 9 digits, or a day `yyyy-MM-dd`. Sizes of different kinds
/// are not compared.
public sealed interface Magnitude {

    Pattern NUMBER_TEXT = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,9})?");
    Pattern DAY_TEXT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    record Amount(BigDecimal value) implements Magnitude {}

    record Day(LocalDate value) implements Magnitude {}

    static Optional<Magnitude> of(String text) {
        String folded = FoldedText.of(text);
        if (NUMBER_TEXT.matcher(folded).matches()) {
            return Optional.of(new Amount(new BigDecimal(folded)));
        }
        return day(folded).map(Day::new);
    }

    static Optional<LocalDate> day(String text) {
        if (!DAY_TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /// Below zero when smaller than `other`; empty when they are not of one kind.
    default Optional<Integer> compare(Magnitude other) {
        return switch (this) {
            case Amount mine when other instanceof Amount theirs -> Optional.of(mine.value.compareTo(theirs.value));
            case Day mine when other instanceof Day theirs -> Optional.of(mine.value.compareTo(theirs.value));
            case Amount _, Day _ -> Optional.empty();
        };
    }
}
