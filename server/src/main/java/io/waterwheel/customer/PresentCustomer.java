package io.waterwheel.customer;

import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a brand knows of one customer at this moment: everything acknowledged before it was asked is in it. Parts
/// that were not asked for are empty.
///
/// @param customer whom the number that was asked for belongs to now
/// @param events   in their order: by time, then by place in the log
public record PresentCustomer(
        CustomerNo customer,
        CustomerFacts facts,
        RelationFacts relation,
        Set<TagId> tags,
        List<FriendFacts> friends,
        List<PurchaseFacts> purchases,
        List<EventFacts> events) {

    public PresentCustomer {
        tags = Set.copyOf(tags);
        friends = List.copyOf(friends);
        purchases = List.copyOf(purchases);
        events = List.copyOf(events);
    }

    /// Which parts a question needs; the relation is always there.
    ///
    /// @param described what is known of the person
    /// @param reach     by which ways they may be reached; `relation` says no of all where it was not asked for
    /// @param friends   whose friends they are in WeCom
    /// @param purchases null for none; `events` likewise
    public record Parts(
            boolean described,
            boolean reach,
            boolean friends,
            boolean tags,
            @Nullable Purchases purchases,
            @Nullable Events events) {

        /// What was bought, and nothing else.
        public static Parts only(Purchases purchases) {
            return new Parts(false, false, false, false, purchases, null);
        }
    }

    /// @param when in which stretch of time
    /// @param sold with what was sold, where and by which way
    /// @param upTo none that stands behind this place in the log; [#ALL] for a question that follows no log
    public record Purchases(Stretch when, boolean sold, long upTo) {

        public static final long ALL = Long.MAX_VALUE;
    }

    /// @param names which events
    /// @param told  those of them whose properties are read too
    /// @param when  in which stretch of time
    public record Events(Set<String> names, Set<String> told, Stretch when) {}

    /// @param from the first instant inside
    /// @param to   the first instant after it
    public record Stretch(Instant from, Instant to) {

        /// All that can have happened.
        public static final Stretch ALWAYS =
                new Stretch(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));

        public boolean contains(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }

        /// The shortest that holds both.
        public Stretch with(Stretch other) {
            return new Stretch(from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
        }
    }
}
