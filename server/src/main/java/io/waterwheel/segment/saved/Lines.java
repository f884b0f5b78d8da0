package io.waterwheel.segment.saved;

import io.waterwheel.kernel.Text;
import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.Names;
import io.waterwheel.segment.language.Or;
import io.waterwheel.segment.language.Reading;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/// A definition line by line: the members of its outermost group.
final class Lines {

    private Lines() {}

    static List<Text> of(Condition definition, Currency currency, Names names) {
        return switch (definition) {
            case And(List<Condition> all)
            when all.size() > 1 ->
                all.stream().map(one -> Reading.of(one, currency, names)).toList();
            case Or(List<Condition> any)
            when any.size() > 1 ->
                IntStream.range(0, any.size())
                        .mapToObj(i -> i == 0
                                ? Reading.of(any.get(i), currency, names)
                                : alternative(Reading.of(any.get(i), currency, names)))
                        .toList();
            default -> List.of(Reading.of(definition, currency, names));
        };
    }

    private static Text alternative(Text text) {
        return new Text("或 " + text.zh(), "or " + text.en());
    }
}
