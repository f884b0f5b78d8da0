package io.waterwheel.customer.consent;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A customer's own 免打扰: when they do not want to hear marketing from a brand. Service messages still reach them.
///
/// @param until with [Kind#UNTIL], until when
/// @param from  with [Kind#HOURS], HH:mm in the brand's zone; hours may reach over midnight
/// @param to    with [Kind#HOURS], HH:mm, another time than `from`
public record QuietPreference(
        Kind kind,
        @Nullable Instant until,
        @Nullable String from,
        @Nullable String to) {

    /// The louder before the quieter.
    public enum Kind {
        @JsonProperty("none")
        NONE,
        @JsonProperty("hours")
        HOURS,
        @JsonProperty("until")
        UNTIL,
        @JsonProperty("always")
        ALWAYS;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// The louder before the quieter, so that of two wishes of one instant the quieter can stand, whichever came
    /// first.
    static final Comparator<QuietPreference> BY_QUIET = Comparator.comparing(QuietPreference::kind)
            .thenComparing(wish -> Objects.requireNonNullElse(wish.until, Instant.EPOCH))
            .thenComparing(wish -> Objects.requireNonNullElse(wish.from, ""))
            .thenComparing(wish -> Objects.requireNonNullElse(wish.to, ""));

    /// @throws IllegalArgumentException when the kind's own values are missing or make no sense
    public QuietPreference {
        Objects.requireNonNull(kind);
        switch (kind) {
            case NONE, ALWAYS -> {
                until = null;
                from = null;
                to = null;
            }
            case UNTIL -> {
                if (until == null) {
                    throw new IllegalArgumentException("until is missing");
                }
                from = null;
                to = null;
            }
            case HOURS -> {
                until = null;
                from = time(from);
                to = time(to);
                if (from.equals(to)) {
                    throw new IllegalArgumentException("the hours are empty");
                }
            }
        }
    }

    /// Reads what a sender says in `Quiet Preference Set`; what makes no sense is nobody's wish.
    static Optional<QuietPreference> read(JsonNode told) {
        try {
            String until = told.path("until").asString("");
            return Optional.of(new QuietPreference(
                    Kind.of(told.path("kind").asString("")),
                    until.isEmpty() ? null : Instant.parse(until),
                    told.path("from").asString(""),
                    told.path("to").asString("")));
        } catch (IllegalArgumentException | DateTimeException nonsense) {
            return Optional.empty();
        }
    }

    private static String time(@Nullable String text) {
        try {
            return LocalTime.parse(String.valueOf(text))
                    .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
                    .toString();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time is HH:mm", e);
        }
    }
}
