package io.waterwheel.loyalty.points;

import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Booking.Insufficient;
import io.waterwheel.loyalty.Booking.Refusal;
import io.waterwheel.loyalty.Booking.Refused;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.points.Member.Slice;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Points that are kept back until something is decided, of the lots they came from.
final class Freezing {

    private final Book book;

    Freezing(Book book) {
        this.book = book;
    }

    Booking freeze(PointsCommand.Freeze freeze, Account account) {
        List<Slice> slices = account.member().toSpend(freeze.points().value(), book.now());
        long found = Book.sum(slices);
        if (found < freeze.points().value()) {
            return new Insufficient(new Points(found));
        }
        book.mature(slices);
        Draft draft = book.draft(freeze, account, freeze.points(), null);
        for (Slice slice : slices) {
            draft.lot(slice.lot(), -slice.amount());
            draft.frozen(slice.lot(), slice.amount());
        }
        return book.done(draft, found);
    }

    Booking capture(PointsCommand.Capture capture, Account account) {
        Entry frozen = book.desk().entry(capture.occasion().brand(), capture.frozen());
        Refusal refusal = undecided(frozen, account);
        if (refusal != null || frozen == null) {
            return new Refused(refusal == null ? Refusal.UNKNOWN_REFERENCE : refusal);
        }
        if (capture.points().value() > frozen.points()) {
            return new Refused(Refusal.MORE_THAN_BOOKED);
        }
        Draft draft = book.draft(capture, account, capture.points(), frozen);
        long missing = capture.points().value();
        for (Slice slice : slices(frozen, account)) {
            long paid = Math.min(missing, slice.amount());
            if (paid > 0) {
                draft.frozen(slice.lot(), -paid);
                draft.payee(Side.of(capture.payee()), slice.lot(), paid);
            }
            release(draft, slice.lot(), slice.amount() - paid);
            missing -= paid;
        }
        return book.done(draft, capture.points().value());
    }

    Booking release(PointsCommand.Release release, Account account) {
        Entry frozen = book.desk().entry(release.occasion().brand(), release.frozen());
        Refusal refusal = undecided(frozen, account);
        if (refusal != null || frozen == null) {
            return new Refused(refusal == null ? Refusal.UNKNOWN_REFERENCE : refusal);
        }
        Draft draft = book.draft(release, account, new Points(frozen.points()), frozen);
        slices(frozen, account).forEach(slice -> release(draft, slice.lot(), slice.amount()));
        return book.done(draft, frozen.points());
    }

    private @Nullable Refusal undecided(@Nullable Entry frozen, Account account) {
        if (frozen == null || frozen.kind() != EntryKind.FREEZE || !book.mine(frozen, account)) {
            return Refusal.UNKNOWN_REFERENCE;
        }
        return book.desk().about(frozen).isEmpty() ? null : Refusal.DECIDED_ALREADY;
    }

    /// Back to the lot; to nobody if that has expired meanwhile.
    private void release(Draft draft, Lot lot, long amount) {
        if (amount == 0) {
            return;
        }
        draft.frozen(lot, -amount);
        if (lot.expired(book.now())) {
            lot.expire(amount);
            draft.brand(Side.EXPIRED, amount);
        } else {
            book.arrive(draft, lot, amount);
        }
    }

    private List<Slice> slices(Entry frozen, Account account) {
        return frozen.postings().stream()
                .filter(posting -> posting.side() == Side.FROZEN)
                .map(posting -> new Slice(book.desk().lot(Objects.requireNonNull(posting.lot())), posting.amount()))
                .sorted(Comparator.comparing(Slice::lot, account.member().order()))
                .toList();
    }
}
