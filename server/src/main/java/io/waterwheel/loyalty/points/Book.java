package io.waterwheel.loyalty.points;

import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Booking.Booked;
import io.waterwheel.loyalty.Booking.Insufficient;
import io.waterwheel.loyalty.Booking.Refusal;
import io.waterwheel.loyalty.Booking.Refused;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.Occasion;
import io.waterwheel.loyalty.PointsReason;
import io.waterwheel.loyalty.points.Member.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Works out commands one after the other on what lies on the [Desk], and notes the entries they make. A
/// command is looked at wholly before it changes anything.
final class Book {

    private static final PointsReason MATURED = PointsReason.of("matured");
    private static final PointsReason SHARED = PointsReason.of("shared");

    private final Desk desk;
    private final Instant now;
    private final List<Entry> made = new ArrayList<>();
    private final Freezing freezing;
    private final Reversal reversal;
    private long last;

    /// @param last the number of the last entry there is
    Book(Desk desk, long last, Instant now) {
        this.desk = desk;
        this.last = last;
        this.now = now;
        this.freezing = new Freezing(this);
        this.reversal = new Reversal(this);
    }

    Booking book(PointsCommand command) {
        Occasion occasion = command.occasion();
        Account account = desk.account(new AccountId(occasion.brand(), occasion.customer()));
        Entry known = desk.entry(occasion.brand(), occasion.key());
        if (known != null) {
            return again(command, account, known);
        }
        Refusal refusal = Bounds.check(command, now);
        if (refusal != null) {
            return new Refused(refusal);
        }
        return switch (command) {
            case PointsCommand.Earn earn -> earn(earn, account);
            case PointsCommand.Open open -> open(open, account);
            case PointsCommand.Spend spend -> spend(spend, account);
            case PointsCommand.Freeze freeze -> freezing.freeze(freeze, account);
            case PointsCommand.Capture capture -> freezing.capture(capture, account);
            case PointsCommand.Release release -> freezing.release(release, account);
            case PointsCommand.TakeBack take -> reversal.takeBack(take, account);
            case PointsCommand.GiveBack give -> reversal.giveBack(give, account);
            case PointsCommand.Deduct deduct -> deduct(deduct, account);
        };
    }

    private Booking again(PointsCommand command, Account account, Entry known) {
        Points asked = Bounds.asked(command);
        String reference = Bounds.reference(command);
        Entry referred =
                reference == null ? null : desk.entry(command.occasion().brand(), reference);
        boolean same = known.kind() == EntryKind.of(command)
                && mine(known, account)
                && (asked == null || asked.value() == known.asked())
                && (reference == null
                        || referred != null && Long.valueOf(referred.id()).equals(known.refersTo()));
        return same ? new Booked(known.id(), new Points(known.points()), true) : new Refused(Refusal.KEY_TAKEN);
    }

    private Booking earn(PointsCommand.Earn earn, Account account) {
        boolean pending = earn.availableAt() != null && earn.availableAt().isAfter(now);
        return add(earn, Side.ISSUED, account, earn.points(), pending ? earn.availableAt() : null, earn.expiresAt());
    }

    private Booking open(PointsCommand.Open open, Account account) {
        return add(open, Side.OPENED, account, open.points(), null, open.expiresAt());
    }

    private Booking add(
            PointsCommand command,
            Side from,
            Account account,
            Points points,
            @Nullable Instant availableAt,
            @Nullable Instant expiresAt) {
        if (!room(account, points)) {
            return new Refused(Refusal.ABSURD_AMOUNT);
        }
        Draft draft = draft(command, account, points, null);
        draft.brand(from, -points.value());
        // What was on its way while its person was forgotten expires as it comes.
        Instant lost = desk.forgotten(account.id().opened()) ? now : expiresAt;
        Lot lot = desk.put(Lot.fresh(draft.id(), account, points.value(), availableAt != null, availableAt, lost));
        long paid = arrive(draft, lot, points.value());
        return done(draft, points.value() - paid);
    }

    private Booking spend(PointsCommand.Spend spend, Account account) {
        List<Slice> slices = account.member().toSpend(spend.points().value(), now);
        long found = sum(slices);
        if (found < spend.points().value()) {
            return new Insufficient(new Points(found));
        }
        mature(slices);
        Draft draft = draft(spend, account, spend.points(), null);
        for (Slice slice : slices) {
            draft.lot(slice.lot(), -slice.amount());
            draft.payee(Side.of(spend.payee()), slice.lot(), slice.amount());
        }
        return done(draft, found);
    }

    private Booking deduct(PointsCommand.Deduct deduct, Account account) {
        List<Slice> slices = account.member().upTo(deduct.points().value(), now, null);
        long found = sum(slices);
        if (found < deduct.points().value()) {
            return new Insufficient(new Points(found));
        }
        mature(slices);
        Draft draft = draft(deduct, account, deduct.points(), null);
        slices.forEach(slice -> draft.lot(slice.lot(), -slice.amount()));
        draft.brand(Side.ADJUSTED, found);
        return done(draft, found);
    }

    /// Points come into a lot; whoever owns it pays debts with them first.
    ///
    /// @return how much paid debts
    long arrive(Draft draft, Lot lot, long amount) {
        draft.lot(lot, amount);
        long paid = 0;
        for (Account debtor : lot.account().member().accounts()) {
            long pays = Math.min(debtor.debt(), amount - paid);
            if (pays > 0) {
                draft.lot(lot, -pays);
                draft.debt(debtor, -pays);
                paid += pays;
            }
        }
        desk.put(lot);
        return paid;
    }

    /// Lots whose time has come and that nobody has matured yet, before they are spent.
    void mature(List<Slice> slices) {
        for (Slice slice : slices) {
            Lot lot = slice.lot();
            if (lot.pending()) {
                long amount = lot.remaining();
                Draft draft = new Draft(++last, lot.account(), null, EntryKind.MATURE, amount, now, MATURED, null);
                draft.mature(lot);
                note(draft.done(amount));
            }
        }
    }

    Draft draft(PointsCommand command, Account account, Points asked, @Nullable Entry refersTo) {
        Occasion occasion = command.occasion();
        return new Draft(
                ++last,
                account,
                occasion.key(),
                EntryKind.of(command),
                asked.value(),
                occasion.at(),
                occasion.reason(),
                refersTo);
    }

    Booked done(Draft draft, long points) {
        note(draft.done(points));
        return new Booked(draft.id(), new Points(points), false);
    }

    /// What another has of a command, beside the entry that answers it; it says nothing of what for.
    Draft beside(PointsCommand command, Account whose, Points points, Entry refersTo) {
        Instant at = command.occasion().at();
        return new Draft(++last, whose, null, EntryKind.of(command), points.value(), at, SHARED, refersTo);
    }

    private void note(Entry entry) {
        made.add(entry);
        desk.put(entry);
    }

    /// Whether an entry is of the customer whose account this is.
    boolean mine(Entry entry, Account account) {
        return desk.account(entry.account()).member() == account.member();
    }

    /// Whether the customer may have so many more.
    boolean room(Account account, Points more) {
        return account.member().total() + more.value() <= Points.MOST;
    }

    static long sum(List<Slice> slices) {
        return slices.stream().mapToLong(Slice::amount).sum();
    }

    Desk desk() {
        return desk;
    }

    Instant now() {
        return now;
    }

    /// What was booked, in order.
    List<Entry> made() {
        return made;
    }
}
