package io.waterwheel.customer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.LoggedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Remembers who was seen when, so that an event which only says "seen again" costs nothing. "Last seen" is kept to
/// ten minutes: reading and writing everyone again with every click would cost more than all the rest.
///
/// Not thread-safe in what it promises: one reader or writer of the log asks it, in log order.
public final class RecentlySeen {

    /// How exact "last seen" is.
    public static final Duration SEEN_GRAIN = Duration.ofMinutes(10);
    private static final int REMEMBERED_MOST = 500_000;
    private static final IdentifierKind[] TELLING = {IdentifierKind.MEMBER_NO, IdentifierKind.EMAIL};

    private final Cache<Key, Seen> seen =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MOST).build();

    private record Key(BrandId brand, CustomerNo customer) {}

    /// @param telling the kinds of identifier that have been taken into account
    private record Seen(Instant from, Instant to, Set<IdentifierKind> telling) {}

    /// What was marked may not have been written: everything is looked at again.
    public void forget() {
        seen.invalidateAll();
    }

    /// Whether the event may change what its customer is to the brand; then it is remembered as taken into account.
    public boolean mayChange(LoggedEvent event, CustomerNo customer) {
        return switch (event.name()) {
            case EventNames.MESSAGE_SENT,
                    EventNames.MESSAGE_DELIVERED,
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
        Key key = new Key(event.brand(), customer);
        Seen known = seen.getIfPresent(key);
        Set<IdentifierKind> telling = event.identifiedBy();
        if (known != null
                && !event.at().isBefore(known.from)
                && !event.at().isAfter(known.to.plus(SEEN_GRAIN))
                && !tellsMore(telling, known.telling)) {
            return false;
        }
        seen.put(key, merged(known, event));
        return true;
    }

    private static boolean tellsMore(Set<IdentifierKind> telling, Set<IdentifierKind> known) {
        for (IdentifierKind kind : TELLING) {
            if (telling.contains(kind) && !known.contains(kind)) {
                return true;
            }
        }
        return false;
    }

    private static Seen merged(@Nullable Seen known, LoggedEvent event) {
        if (known == null) {
            return new Seen(event.at(), event.at(), event.identifiedBy());
        }
        Instant from = event.at().isBefore(known.from) ? event.at() : known.from;
        Instant to = event.at().isAfter(known.to) ? event.at() : known.to;
        Set<IdentifierKind> telling = new HashSet<>(known.telling);
        telling.addAll(event.identifiedBy());
        return new Seen(from, to, Set.copyOf(telling));
    }
}
