package io.waterwheel.wecom.asked;

import java.time.Duration;
import java.time.Instant;

/// When something that guides were asked for is looked at, or asked for, again.
public final class Again {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private Again() {}

    /// Often at first, rarely later, and once more when the guides' time is over.
    public static Instant look(Instant asked, Instant until, Instant now) {
        Duration age = Duration.between(asked, now);
        Duration pause = age.compareTo(Duration.ofMinutes(2)) < 0
                ? Duration.ofSeconds(5)
                : age.compareTo(Duration.ofHours(1)) < 0 ? Duration.ofSeconds(30) : LONGEST_PAUSE;
        Instant next = now.plus(pause);
        return next.isAfter(until) && now.isBefore(until) ? until : next;
    }

    /// How long to wait before a call that was refused is made again: longer each time.
    public static Duration pause(int attempts, Duration least) {
        Duration pause = Duration.ofSeconds(1L << Math.min(10, attempts));
        Duration longer = pause.compareTo(least) < 0 ? least : pause;
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
}
