package io.waterwheel.loyalty;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Every member's points, by double entry: each booking is postings between accounts that sum to zero, and
/// none is ever changed or deleted. Bookings of all callers are gathered and written together, so asking for
/// many at a time and asking from many threads cost about the same.
public interface PointsLedger {

    /// Books commands in the order given, each whole or not at all, and returns when they are on disk. Later
    /// ones see what earlier ones did. A command whose key was booked before changes nothing and is answered
    /// as it was then.
    ///
    /// Not within a transaction of the caller's: what must go together with other effects is booked under a
    /// key that the caller wrote down first, and booked again after a crash.
    ///
    /// @return what became of each, in the order given
    /// @throws io.waterwheel.kernel.problem.Problem `overloaded` when too much is waiting; then nothing of
    /// this was
    ///         booked
    List<Booking> book(List<PointsCommand> commands);

    /// What customers have now; nothing for those who never had points.
    Map<CustomerNo, PointsBalance> balances(BrandId brand, Collection<CustomerNo> customers);

    /// What somebody can spend now: their own points, and those of others whom they share an account with.
    ///
    /// @param customer as it is now
    Points spendable(BrandId brand, CustomerNo customer);
}
