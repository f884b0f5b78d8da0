package io.waterwheel.segment.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// The `now` of one evaluation and where its days begin. It is fixed once for the whole tree.
///
/// A relative window moves with every instant, which would make every answer new. [#exact] is for members that
/// will be acted on: true to the second. [#shared] is for counts on the screen: all questions of one minute are
/// answered as of that minute's end, so they find each other's leaves in the cache. Both look forward, never
/// back, so what was acknowledged before the question is always in.
public record Moment(Instant now, ZoneId zone) {

    public static Moment exact(Instant at, ZoneId zone) {
        return new Moment(upTo(at, ChronoUnit.SECONDS), zone);
    }

    static Moment shared(Instant at, ZoneId zone) {
        return new Moment(upTo(at, ChronoUnit.MINUTES), zone);
    }

    private static Instant upTo(Instant at, ChronoUnit unit) {
        Instant cut = at.truncatedTo(unit);
        return cut.equals(at) ? at : cut.plus(1, unit);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    Instant daysAgo(long days) {
        return now.minus(Duration.ofDays(days));
    }
}
