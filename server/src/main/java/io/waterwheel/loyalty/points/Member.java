package io.waterwheel.loyalty.points;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A customer with all accounts that are theirs now, whose lots are spent in one order.
final class Member {

    private final BrandId brand;
    private final CustomerNo customer;
    private final List<Account> accounts = new ArrayList<>();
    private final TreeSet<Lot> lots = new TreeSet<>(Lot.TO_SPEND);
    private final List<Member> lenders = new ArrayList<>();

    Member(BrandId brand, CustomerNo customer) {
        this.brand = brand;
        this.customer = customer;
    }

    /// Some points of one lot.
    record Slice(Lot lot, long amount) {}

    BrandId brand() {
        return brand;
    }

    CustomerNo customer() {
        return customer;
    }

    List<Account> accounts() {
        return accounts;
    }

    void add(Account account) {
        accounts.add(account);
        account.belongsTo(this);
    }

    /// A lot may be spent, unless it is empty or not in time.
    void offer(Lot lot) {
        lots.add(lot);
    }

    /// May spend what another has, too.
    void spendsOf(Member lender) {
        lenders.add(lender);
    }

    List<Member> lenders() {
        return lenders;
    }

    /// Their own points first, those that expire first before others; then those of whom they share with.
    Comparator<Lot> order() {
        return Comparator.<Lot, Boolean>comparing(lot -> lot.account().member() != this)
                .thenComparing(Lot.TO_SPEND);
    }

    /// The lots that would pay for what they spend, up to so many points. When their own do not do, those of
    /// whom they share with, whichever expires first; not of somebody who owes.
    List<Slice> toSpend(long points, Instant now) {
        List<Slice> slices = upTo(points, now, null);
        long missing = points - Book.sum(slices);
        if (missing == 0 || lenders.isEmpty()) {
            return slices;
        }
        List<Slice> lent = new ArrayList<>();
        for (Member lender : lenders) {
            if (lender.accounts.stream().allMatch(account -> account.debt() == 0)) {
                lent.addAll(lender.upTo(missing, now, null));
            }
        }
        lent.sort(Comparator.comparing(Slice::lot, Lot.TO_SPEND));
        for (Slice slice : lent) {
            long amount = Math.min(missing, slice.amount());
            if (amount > 0) {
                slices.add(new Slice(slice.lot(), amount));
                missing -= amount;
            }
        }
        return slices;
    }

    /// Everything that is theirs, spendable or not.
    long total() {
        long total = 0;
        for (Account account : accounts) {
            total += account.available() + account.pending() + account.frozen();
        }
        return total;
    }

    /// The lots that would pay, up to so many points; less if there are not so many.
    ///
    /// @param but does not pay
    List<Slice> upTo(long points, Instant now, @Nullable Lot but) {
        List<Slice> slices = new ArrayList<>();
        List<Lot> empty = new ArrayList<>();
        long missing = points;
        for (Lot lot : lots) {
            if (missing == 0) {
                break;
            }
            if (lot.remaining() == 0 || lot.expired(now)) {
                empty.add(lot);
            } else if (lot != but && lot.spendable(now)) {
                long amount = Math.min(missing, lot.remaining());
                slices.add(new Slice(lot, amount));
                missing -= amount;
            }
        }
        // What is given back to one of them offers it again.
        empty.forEach(lots::remove);
        return slices;
    }
}
