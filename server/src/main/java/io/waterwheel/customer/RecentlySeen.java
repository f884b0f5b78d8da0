package io.waterwheel.customer;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.LoggedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// Remembers who was seen when, so that an event which only says "seen again" costs nothing. "Last seen" is kept to
/// ten minutes: reading and writing everyone again with every click would cost more than all the rest.
///
/// Not thread-safe in what it promises: one reader or writer of the log asks it, in log order.
public final class RecentlySeen {

    /// How exact "last seen" is.
    public static final Duration SEEN_GRAIN = Duration.ofMinutes(10);
    private static final long GRAIN = SEEN_GRAIN.toMillis() * 1_000;
    private static final IdentifierKind[] TELLING = {
        IdentifierKind.MEMBER_NO, IdentifierKind.EMAIL, IdentifierKind.PHONE
    };

    /// Half a million entries in sets of four, each of four numbers: a cache of objects missed the processor's own at
    /// every event. Of those that want one place the one seen longest ago is forgotten, which costs a look.
    private static final int SET_BITS = 17;

    private static final int WAYS = 4;
    private static final int FIELDS = 4;
    private static final int FROM = 1;
    private static final int TO = 2;
    private static final int TOLD = 3;

    /// Spreads numbers that follow each other: 2⁶⁴ divided by the golden ratio.
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] seen = new long[(FIELDS * WAYS) << SET_BITS];

    /// What was marked may not have been written: everything is looked at again.
    public void forget() {
        Arrays.fill(seen, 0);
    }

    /// Whether the event may change what its customer is to the brand; then it is remembered as taken into account.
    public boolean mayChange(LoggedEvent event, CustomerNo customer) {
        return switch (event.name()) {
            case EventNames.MESSAGE_SENT,
                    EventNames.MESSAGE_DELIVERED,
                    EventNames.TAG_ADDED,
                    EventNames.TAG_REMOVED,
                    EventNames.SEGMENT_ENTERED,
                    EventNames.SEGMENT_LEFT,
                    EventNames.JOURNEY_ENTERED,
                    EventNames.JOURNEY_GOAL_REACHED,
                    EventNames.JOURNEY_EXITED,
                    EventNames.JOURNEY_SIGNALLED,
                    EventNames.CUSTOMERS_MERGED,
                    EventNames.CUSTOMERS_SEPARATED,
                    EventNames.SAME_PERSON_CONFIRMED,
                    EventNames.DIFFERENT_PEOPLE_CONFIRMED -> false;
            case EventNames.FRIEND_ADDED,
                    EventNames.FRIEND_REMOVED,
                    EventNames.CONSENT_GRANTED,
                    EventNames.CONSENT_WITHDRAWN,
                    EventNames.MESSAGE_FAILED -> true;
            default -> seenAnew(event, customer);
        };
    }

    private boolean seenAnew(LoggedEvent event, CustomerNo customer) {
        // Never 0, which marks an empty entry.
        long key = ((long) event.brand().value() << Integer.SIZE) | customer.value();
        long at = micros(event.at());
        long telling = telling(event);
        int first = (int) ((key * SPREAD) >>> (Long.SIZE - SET_BITS)) * WAYS * FIELDS;
        int place = first;
        for (int entry = first; entry < first + WAYS * FIELDS; entry += FIELDS) {
            if (seen[entry] == key) {
                return widened(entry, at, telling);
            }
            if (seen[entry] == 0 || (seen[place] != 0 && seen[entry + TO] < seen[place + TO])) {
                place = entry;
            }
        }
        seen[place] = key;
        seen[place + FROM] = at;
        seen[place + TO] = at;
        seen[place + TOLD] = telling;
        return true;
    }

    /// Takes the event into a customer's entry.
    ///
    /// @return whether that changed it by more than the grain
    private boolean widened(int entry, long at, long telling) {
        long told = seen[entry + TOLD];
        if (at >= seen[entry + FROM] && at <= seen[entry + TO] + GRAIN && (telling & ~told) == 0) {
            return false;
        }
        seen[entry + FROM] = Math.min(seen[entry + FROM], at);
        seen[entry + TO] = Math.max(seen[entry + TO], at);
        seen[entry + TOLD] = told | telling;
        return true;
    }

    /// Which kinds of identifier that make somebody more than a visitor, or reachable, the event has, one bit each.
    private static long telling(LoggedEvent event) {
        long bits = 0;
        for (int i = 0; i < TELLING.length; i++) {
            if (event.identifiedBy().contains(TELLING[i])) {
                bits |= 1L << i;
            }
        }
        return bits;
    }

    /// As exactly as the database keeps time.
    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
