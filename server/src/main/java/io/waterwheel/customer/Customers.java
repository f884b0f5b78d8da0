package io.waterwheel.customer;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/// What other modules may ask about customers, always in bulk.
public interface Customers {

    /// List lines of those customers the brand knows, in the order asked; unknown numbers are left out.
    List<CustomerRow> rows(BrandId brand, Collection<CustomerNo> customers);

    List<CustomerFacts> facts(Collection<CustomerNo> customers);

    List<RelationFacts> relations(Collection<CustomerNo> customers);

    /// Whose friends in WeCom these customers are or were.
    List<FriendFacts> friends(Collection<CustomerNo> customers);

    /// Which of these order and refund events count: the first of each order number. A second one under another
    /// message id is in the log and in no number.
    Set<Long> countedPurchases(Collection<Long> positions);

    /// Which of these customers have an order or a refund that counts and stands behind `position` in the log: a
    /// reader that has come so far has not heard of it yet.
    Set<CustomerNo> purchasedBehind(long position, Collection<CustomerNo> customers);

    /// The plain addresses by which a channel may reach customers, for each customer the one seen last first; those
    /// without one are left out. A WeCom address is known to one corp only: the channel takes the one it knows.
    Map<CustomerNo, List<String>> addresses(ChannelKind channel, Collection<CustomerNo> customers);

    /// The plain values of one kind whose own numbers lie behind `from` and not behind `to`, by number; those that
    /// too many share are left out. Numbers only grow, so whoever keeps what it has come to hears of every new one.
    Map<CustomerNo, String> between(IdentifierKind kind, int from, int to);

    /// The plain values of one kind of identifier, for each customer the one seen last first.
    Map<CustomerNo, List<String>> identifiers(IdentifierKind kind, Collection<CustomerNo> customers);

    /// Those of `customers` whom `channel` can technically reach now: bound, or an address known, and not ended.
    RoaringBitmap bound(BrandId brand, ChannelKind channel, RoaringBitmap customers);

    /// Those of `customers` who consent to `purpose` on `channel`. Marketing by e-mail, SMS or phone needs consent
    /// granted; becoming a WeCom friend or a follower is consent until withdrawn; service messages need only that
    /// consent was not withdrawn.
    RoaringBitmap consenting(BrandId brand, ChannelKind channel, String purpose, RoaringBitmap customers);

    /// Those of `customers` who asked the brand for quiet at that time: no marketing is sent to them.
    ///
    /// @param hours whether hours of the day count; a plan for later does not know the hour yet
    RoaringBitmap quiet(Brand brand, RoaringBitmap customers, Instant at, boolean hours);

    /// Those of `customers` who asked the brand for quiet at this hour of their day, and when these hours end.
    /// An hour is one in their own zone, or the brand's where theirs is not known.
    Map<CustomerNo, Instant> quietHours(Brand brand, RoaringBitmap customers, Instant at);

    /// In which zone customers live, by their attribute `timezone` such as `Europe/Paris`; those without one,
    /// or with one that nobody knows, are left out.
    Map<CustomerNo, ZoneId> zones(Collection<CustomerNo> customers);

    /// The names and other template values of customers: `name`, `city`, `gender`, `birthday` and every attribute.
    Map<CustomerNo, Map<String, String>> templateValues(Set<CustomerNo> customers);

    /// The same of some names only, for many customers: what else is known of them is not read.
    Map<CustomerNo, Map<String, String>> templateValues(Set<CustomerNo> customers, Set<String> names);

    /// Everyone a list would show.
    RoaringBitmap matching(BrandId brand, CustomerFilter filter);

    /// The customers of identifiers, by value; those nobody has are left out.
    Map<String, CustomerNo> named(BrandId brand, IdentifierKind kind, Collection<String> values);

    /// Who has identifiers, by value as it was given; those nobody has are left out.
    Map<String, Holder> holders(BrandId brand, IdentifierKind kind, Collection<String> values);

    /// When identifiers were erased because their person asked to be forgotten; those that never were are left out.
    /// What is older than that must not be stored again by whoever keeps identifiers of its own.
    Map<Identifier, Instant> erased(BrandId brand, Collection<Identifier> identifiers);

    /// Those of `numbers` whose person was forgotten, as the database has it now: none of them is ever anybody's again.
    Set<CustomerNo> erased(Collection<CustomerNo> numbers);

    /// The highest number given so far, 0 when there is none: whoever has a higher one later is new.
    int newest();

    /// The customers that numbers belong to now: a number stays what it was when its customer merges with another or
    /// comes apart, and this says whose it is. Numbers nobody has are their own.
    Map<CustomerNo, CustomerNo> current(Collection<CustomerNo> numbers);

    /// The same for one.
    default CustomerNo currentOf(CustomerNo number) {
        return current(List.of(number)).getOrDefault(number, number);
    }

    /// The same for a set: the present customers of all its numbers.
    RoaringBitmap current(RoaringBitmap numbers);

    /// For every number that belongs to one of these customers, the customer.
    Map<CustomerNo, CustomerNo> numbers(Collection<CustomerNo> customers);

    /// The last change of who is who, 0 when there was none; it goes on the log with the change.
    long identityMark();

    /// Whose numbers belong to somebody else than at that mark.
    IdentityMoves moves(long mark);
}
