package io.waterwheel.intake.connector;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells a person's phone from what platforms show in its place: `138****5678`, `$…$1$`, a relay number with an
/// extension. Any of these would make one customer of strangers.
final class Phones {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");
    private static final Pattern COUNTRY = Pattern.compile("^(\\+|00)86");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

    private Phones() {}

    /// @return the eleven digits of a mainland mobile number, empty for anything else
    static Optional<String> plain(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String digits = COUNTRY.matcher(SEPARATORS.matcher(text).replaceAll("")).replaceFirst("");
        return MOBILE.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }
}
