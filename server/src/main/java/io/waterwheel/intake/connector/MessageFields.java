package io.waterwheel.intake.connector;

import io.waterwheel.intake.collect.RefusalReason;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// One object of a message, read leniently where platforms differ from day to day — a number may come as text — and
/// strictly where money or time would be wrong.
public final class MessageFields {

    /// Where all four platforms' clocks stand.
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .toFormatter();
    private static final long MILLISECONDS_FROM = 100_000_000_000L;
    private static final int FEN_DIGITS = 2;

    private final JsonNode node;
    private final String place;

    private MessageFields(JsonNode node, String place) {
        this.node = node;
        this.place = place;
    }

    public static MessageFields of(JsonNode message) {
        return new MessageFields(message, "");
    }

    /// Reads a message with what is thrown on the way to a missing field turned into the reading that says so.
    public static PlatformReading reading(JsonNode message, Function<MessageFields, PlatformReading> how) {
        try {
            return how.apply(of(message));
        } catch (Unfit unfit) {
            return new PlatformReading.Unreadable(unfit.reason, unfit.place);
        } catch (JacksonException inner) {
            // JSON inside of a text.
            return new PlatformReading.Unreadable(RefusalReason.JSON_MALFORMED, "");
        }
    }

    /// The field at fault; never leaves [#reading].
    private static final class Unfit extends RuntimeException {

        private final RefusalReason reason;
        private final String place;

        Unfit(RefusalReason reason, String place) {
            super(place, null, false, false);
            this.reason = reason;
            this.place = place;
        }
    }

    public JsonNode node() {
        return node;
    }

    public boolean has(String path) {
        JsonNode found = find(path);
        return !found.isMissingNode() && !found.isNull();
    }

    /// @param path names parted by `/`
    public MessageFields at(String path) {
        return new MessageFields(find(path), placeOf(path));
    }

    /// The objects of a list; one object alone is a list of one, as XML-born interfaces write it.
    public List<MessageFields> each(String path) {
        JsonNode found = find(path);
        List<MessageFields> items = new ArrayList<>();
        if (found.isArray()) {
            for (int i = 0; i < found.size(); i++) {
                items.add(new MessageFields(found.get(i), placeOf(path) + "/" + i));
            }
        } else if (found.isObject()) {
            items.add(new MessageFields(found, placeOf(path)));
        }
        return items;
    }

    /// A text or number as text; null when it is missing, null or blank.
    public @Nullable String text(String path) {
        JsonNode found = find(path);
        if (!found.isValueNode() || found.isNull()) {
            return null;
        }
        String text = found.asString().strip();
        return text.isEmpty() ? null : text;
    }

    /// The first of the fields that is there.
    public @Nullable String first(String... paths) {
        for (String path : paths) {
            String text = text(path);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    public String required(String path) {
        String text = text(path);
        if (text == null) {
            throw new Unfit(RefusalReason.FIELD_MISSING, placeOf(path));
        }
        return text;
    }

    public Optional<BigDecimal> yuan(String path) {
        String text = text(path);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw new Unfit(RefusalReason.ORDER_UNREADABLE, placeOf(path));
        }
    }

    public BigDecimal requiredYuan(String path) {
        return yuan(path).orElseThrow(() -> new Unfit(RefusalReason.FIELD_MISSING, placeOf(path)));
    }

    /// An amount told in fen, in yuan.
    public Optional<BigDecimal> fen(String path) {
        return yuan(path).map(fen -> fen.movePointLeft(FEN_DIGITS));
    }

    public BigDecimal requiredFen(String path) {
        return requiredYuan(path).movePointLeft(FEN_DIGITS);
    }

    /// A number of pieces, one when it is not told.
    public BigDecimal quantity(String path) {
        return yuan(path).orElse(BigDecimal.ONE);
    }

    /// `2026-03-01 12:00:00` on the platform's clock. Empty for what stands there when nothing has happened yet.
    public Optional<Instant> time(String path, ZoneId zone) {
        String text = text(path);
        if (text == null) {
            return Optional.empty();
        }
        try {
            Instant at = LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant();
            return at.isAfter(Instant.EPOCH) ? Optional.of(at) : Optional.empty();
        } catch (DateTimeException e) {
            throw new Unfit(RefusalReason.TIME_UNREADABLE, placeOf(path));
        }
    }

    public Instant requiredTime(String path, ZoneId zone) {
        return time(path, zone).orElseThrow(() -> new Unfit(RefusalReason.FIELD_MISSING, placeOf(path)));
    }

    /// Seconds, or milliseconds where the number is that large, since 1970; empty for 0.
    public Optional<Instant> epoch(String path) {
        Optional<BigDecimal> number = yuan(path);
        if (number.isEmpty() || number.get().signum() <= 0) {
            return Optional.empty();
        }
        try {
            long value = number.get().longValueExact();
            return Optional.of(value < MILLISECONDS_FROM ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value));
        } catch (ArithmeticException e) {
            throw new Unfit(RefusalReason.TIME_UNREADABLE, placeOf(path));
        }
    }

    public Instant requiredEpoch(String path) {
        return epoch(path).orElseThrow(() -> new Unfit(RefusalReason.FIELD_MISSING, placeOf(path)));
    }

    private JsonNode find(String path) {
        JsonNode found = node;
        for (String name : path.split("/")) {
            found = found.path(name);
        }
        return found;
    }

    private String placeOf(String path) {
        return place.isEmpty() ? path : place + "/" + path;
    }
}
