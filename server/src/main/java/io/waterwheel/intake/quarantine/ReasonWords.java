package io.waterwheel.intake.quarantine;

import io.waterwheel.intake.collect.RefusalReason;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The reasons in a reader's language.
final class ReasonWords {

    private static final Map<String, RefusalReason> REASONS =
            Arrays.stream(RefusalReason.values()).collect(Collectors.toMap(RefusalReason::code, Function.identity()));

    private final Locale locale;

    ReasonWords(Locale locale) {
        this.locale = locale;
    }

    /// A reason of an older version that is no longer given is told by its code.
    String of(String code) {
        RefusalReason reason = REASONS.get(code);
        return reason == null ? code : reason.message().in(locale);
    }
}
