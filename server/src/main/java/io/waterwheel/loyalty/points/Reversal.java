package io.waterwheel.loyalty.points;

import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Booking.Refusal;
import io.waterwheel.loyalty.Booking.Refused;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.DebtRule;
import io.waterwheel.loyalty.points.Member.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Orders come back: what was earned is taken back, what was spent is given back.
final class Reversal {

    private final Book book;

    Reversal(Book book) {
        this.book = book;
    }

    /// First what is left of the lot. What of it has expired is lost already and is not taken a second time.
    /// The rest was spent, or is frozen, and is treated by the rule.
    Booking takeBack(PointsCommand.TakeBack take, Account account) {
        Entry earned = book.desk().entry(take.occasion().brand(), take.earned());
        if (earned == null
                || earned.kind() != EntryKind.EARN && earned.kind() != EntryKind.OPEN
                || !book.mine(earned, account)) {
            return new Refused(Refusal.UNKNOWN_REFERENCE);
        }
        long before = book.desk().about(earned).stream().mapToLong(Entry::asked).sum();
        long asked = take.points().value();
        if (asked > earned.asked() - before) {
            return new Refused(Refusal.MORE_THAN_BOOKED);
        }
        Lot lot = book.desk().lot(earned.id());
        long left = Math.min(asked, lot.remaining());
        long expired = Math.min(asked - left, lot.expired());
        long spent = asked - left - expired;
        List<Slice> others = othersPay(take.rule()) ? lot.account().member().upTo(spent, book.now(), lot) : List.of();
        long paid = Book.sum(others);
        boolean owes = take.rule() == DebtRule.DEBT || take.rule() == DebtRule.OTHERS_THEN_DEBT;
        long debt = owes ? spent - paid : 0;

        book.mature(others);
        Draft draft = book.draft(take, account, take.points(), earned);
        if (left > 0) {
            draft.lot(lot, -left);
        }
        if (expired > 0) {
            lot.expire(-expired);
        }
        others.forEach(slice -> draft.lot(slice.lot(), -slice.amount()));
        if (debt > 0) {
            draft.debt(lot.account(), debt);
        }
        draft.brand(Side.FORGIVEN, -(spent - paid - debt));
        draft.brand(earned.kind() == EntryKind.OPEN ? Side.OPENED : Side.ISSUED, left + spent);
        return book.done(draft, left + paid + debt);
    }

    private static boolean othersPay(DebtRule rule) {
        return rule == DebtRule.OTHERS_THEN_DEBT || rule == DebtRule.OTHERS_THEN_FORGIVE;
    }

    /// To the lots they came from, in the reverse of the order they were spent in: to those of others before their
    /// own, and to those that expire last first. What has expired meanwhile comes in a new lot, of whoever had it.
    Booking giveBack(PointsCommand.GiveBack give, Account account) {
        Entry spent = book.desk().entry(give.occasion().brand(), give.spent());
        if (spent == null
                || spent.kind() != EntryKind.SPEND && spent.kind() != EntryKind.CAPTURE
                || !book.mine(spent, account)) {
            return new Refused(Refusal.UNKNOWN_REFERENCE);
        }
        List<Slice> slices = outstanding(spent, account);
        long asked = give.points().value();
        if (asked > Book.sum(slices)) {
            return new Refused(Refusal.MORE_THAN_BOOKED);
        }
        if (!book.room(account, give.points())) {
            return new Refused(Refusal.ABSURD_AMOUNT);
        }
        Side payee = payee(spent);
        Draft draft = book.draft(give, account, give.points(), spent);
        long missing = asked;
        long paid = 0;
        Map<Account, List<Slice>> late =
                new TreeMap<>(Comparator.comparing(each -> each.id().opened()));
        for (Slice slice : slices) {
            Lot lot = slice.lot();
            long amount = Math.min(missing, slice.amount());
            missing -= amount;
            if (amount > 0 && lot.expired(book.now())) {
                Account whose = lot.account().member() == account.member() ? account : lot.account();
                late.computeIfAbsent(whose, _ -> new ArrayList<>()).add(new Slice(lot, amount));
            } else if (amount > 0) {
                draft.payee(payee, lot, -amount);
                paid += book.arrive(draft, lot, amount);
            }
        }
        paid += anew(draft, payee, give, late.remove(account));
        Booking booked = book.done(draft, asked - paid);
        late.forEach((whose, theirs) -> {
            Points points = new Points(Book.sum(theirs));
            Draft beside = book.beside(give, whose, points, spent);
            book.done(beside, points.value() - anew(beside, payee, give, theirs));
        });
        return booked;
    }

    /// What comes too late for its lots comes in a new one.
    ///
    /// @return how much paid debts
    private long anew(Draft draft, Side payee, PointsCommand.GiveBack give, @Nullable List<Slice> late) {
        if (late == null) {
            return 0;
        }
        late.forEach(slice -> draft.payee(payee, slice.lot(), -slice.amount()));
        long points = Book.sum(late);
        Lot fresh = Lot.fresh(draft.id(), draft.account(), points, false, null, give.expiresAt());
        return book.arrive(draft, book.desk().put(fresh), points);
    }

    private List<Slice> outstanding(Entry spent, Account account) {
        TreeMap<Lot, Long> outstanding = new TreeMap<>(account.member().order().reversed());
        add(outstanding, spent);
        book.desk().about(spent).forEach(given -> add(outstanding, given));
        List<Slice> slices = new ArrayList<>();
        for (Map.Entry<Lot, Long> each : outstanding.entrySet()) {
            slices.add(new Slice(each.getKey(), each.getValue()));
        }
        return slices;
    }

    private void add(Map<Lot, Long> outstanding, Entry entry) {
        for (Posting posting : entry.postings()) {
            Long lot = posting.lot();
            if (posting.side().ofPayee() && lot != null) {
                outstanding.merge(book.desk().lot(lot), posting.amount(), Long::sum);
            }
        }
    }

    private static Side payee(Entry spent) {
        return spent.postings().stream()
                .map(Posting::side)
                .filter(Side::ofPayee)
                .findFirst()
                .orElseThrow();
    }
}
