package io.waterwheel.intake.collect;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// When an event happened, with the error of the sender's clock taken out: what the sender says of the moment of
/// sending is compared with the moment of arrival (Segment specification, "timestamp calculation").
final class EventTime {

    private static final DateTimeFormatter OFFSET_WITHOUT_COLON =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][.SS][.S]XX");

    /// As every Segment library writes it; read by hand, because each event has one and a formatter is slow.
    private static final String USUAL = "yyyy-MM-ddTHH:mm:ss.SSSZ";

    private EventTime() {}

    /// @param sentAt one that cannot be read corrects nothing
    /// @throws DateTimeException when `timestamp` cannot be read
    static Instant of(@Nullable String timestamp, @Nullable String sentAt, Instant receivedAt, ZoneId zone) {
        if (timestamp == null || timestamp.isBlank()) {
            return receivedAt;
        }
        return parse(timestamp, zone).plus(error(sentAt, receivedAt, zone));
    }

    private static Duration error(@Nullable String sentAt, Instant receivedAt, ZoneId zone) {
        if (sentAt == null || sentAt.isBlank()) {
            return Duration.ZERO;
        }
        try {
            return Duration.between(parse(sentAt, zone), receivedAt);
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private static boolean usual(String text) {
        for (int i = 0; i < USUAL.length(); i++) {
            char wanted = USUAL.charAt(i);
            char c = text.charAt(i);
            boolean digit = Character.isLetter(wanted) && wanted != 'T' && wanted != 'Z';
            if (digit ? c < '0' || c > '9' : c != wanted) {
                return false;
            }
        }
        return true;
    }

    private static Instant fields(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        1_000_000 * number(text, 20, 23))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /// A time without an offset is read in the brand's zone, a bare day as its beginning.
    private static Instant parse(String raw, ZoneId zone) {
        String text = raw.strip().replace(' ', 'T');
        int length = text.length();
        char last = text.charAt(length - 1);
        if (last == 'Z') {
            return length == USUAL.length() && usual(text) ? fields(text) : Instant.parse(text);
        }
        if (length == "2009-12-01".length()) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
        if (sign <= text.indexOf('T')) {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        }
        return text.indexOf(':', sign) > 0
                ? OffsetDateTime.parse(text).toInstant()
                : OffsetDateTime.parse(text, OFFSET_WITHOUT_COLON).toInstant();
    }
}
