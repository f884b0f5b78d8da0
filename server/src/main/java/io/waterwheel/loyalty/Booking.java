package io.waterwheel.loyalty;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What became of a command.
public sealed interface Booking {

    /// It stands in the ledger, since now or since the key was first booked.
    ///
    /// @param entry    its number; later entries have larger numbers
    /// @param points   how much moved; less than asked only where a rule says so, such as a debt that was paid
    /// @param repeated whether the key was booked before
    record Booked(long entry, Points points, boolean repeated) implements Booking {}

    /// The member has less; nothing was booked and the key is free.
    record Insufficient(Points available) implements Booking {}

    /// It cannot be booked, and the key is free.
    record Refused(Refusal why) implements Booking {}

    /// Why nothing was booked, such as `absurd-amount`; null when it stands.
    default @Nullable String refusal() {
        return switch (this) {
            case Booked _ -> null;
            case Insufficient _ -> "insufficient";
            case Refused(Refusal why) -> why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    enum Refusal {
        /// The key stands for something else: another member, kind or amount.
        KEY_TAKEN,
        /// What it refers to is not in the ledger, or is not of this member.
        UNKNOWN_REFERENCE,
        /// More would be taken or given back than there was.
        MORE_THAN_BOOKED,
        /// What was kept back is decided already.
        DECIDED_ALREADY,
        /// Nothing, or more than a member may have.
        ABSURD_AMOUNT,
        /// It would expire before it can be spent, or lies further ahead than a clock can be wrong.
        ABSURD_TIME
    }
}
