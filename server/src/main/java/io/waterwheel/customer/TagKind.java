package io.waterwheel.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a tag carries: nothing but itself, or a value.
public enum TagKind {
    @JsonProperty("plain")
    PLAIN,
    @JsonProperty("text")
    TEXT,
    @JsonProperty("number")
    NUMBER,
    @JsonProperty("date")
    DATE;

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_DIGITS = 30;

    /// The name in the database and in the API.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TagKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// Whether a tag of this kind can carry the value.
    public boolean takes(@Nullable String value) {
        return switch (this) {
            case PLAIN -> value == null;
            case TEXT ->
                value != null
                        && !value.isBlank()
                        && value.length() <= LONGEST_TEXT
                        && value.chars().noneMatch(Character::isISOControl);
            case NUMBER -> value != null && number(value);
            case DATE -> value != null && day(value);
        };
    }

    private static boolean number(String value) {
        try {
            BigDecimal number = new BigDecimal(value);
            return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static boolean day(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException notADay) {
            return false;
        }
    }
}
