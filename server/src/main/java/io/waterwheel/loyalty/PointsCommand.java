package io.waterwheel.loyalty;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something to be booked. Its key names the occasion, such as `order:A100:earn`; booked once, whatever is
/// retried.
public sealed interface PointsCommand {

    /// Who asks, for which occasion and why.
    Occasion occasion();

    /// What all commands say.
    ///
    /// @param key    names the occasion within the brand, at most 200 characters
    /// @param at     when it happened; the statement is in the order of booking
    /// @param reason why, for the member and for whoever looks into it later
    record Occasion(BrandId brand, CustomerNo customer, String key, Instant at, PointsReason reason) {

        public Occasion {
            if (key.isBlank() || key.length() > 200) {
                throw new IllegalArgumentException("a key has 1 to 200 characters");
            }
        }
    }

    /// The member gets points.
    ///
    /// @param availableAt from when on they can be spent; null for at once
    /// @param expiresAt   when what is left of them is lost; null for never
    record Earn(
            Occasion occasion,
            Points points,
            @Nullable Instant availableAt,
            @Nullable Instant expiresAt) implements PointsCommand {}

    /// Points a member brought from the system before.
    ///
    /// @param expiresAt null for never
    record Open(Occasion occasion, Points points, @Nullable Instant expiresAt) implements PointsCommand {}

    /// The member pays with points; those that expire first go first. All or nothing.
    record Spend(Occasion occasion, Points points, Payee payee) implements PointsCommand {}

    /// Keeps points back until it is decided. The key of this command names them later.
    record Freeze(Occasion occasion, Points points) implements PointsCommand {}

    /// Pays with what was kept back; what is not needed is given back.
    ///
    /// @param frozen the key of the freezing
    record Capture(Occasion occasion, String frozen, Points points, Payee payee) implements PointsCommand {}

    /// Gives back what was kept back.
    record Release(Occasion occasion, String frozen) implements PointsCommand {}

    /// Takes back points that were earned, in part or whole: an order was refunded. What was spent of them
    /// already is treated by the brand's [DebtRule].
    ///
    /// @param earned the key of the earning
    /// @param points of all takings together never more than was earned
    record TakeBack(Occasion occasion, String earned, Points points, DebtRule rule) implements PointsCommand {}

    /// Gives back points that were spent, in part or whole, to the lots they came from. What has expired
    /// since is given back until `expiresAt`.
    ///
    /// @param spent     the key of the spending or capture
    /// @param expiresAt null for never
    record GiveBack(
            Occasion occasion,
            String spent,
            Points points,
            @Nullable Instant expiresAt) implements PointsCommand {}

    /// A person corrects the balance downwards; never below zero.
    record Deduct(Occasion occasion, Points points) implements PointsCommand {}

    /// Who gets points that are spent.
    enum Payee {
        /// Goods and gifts.
        MALL,
        /// Money off an order.
        ORDER,
        /// Lucky draws and games.
        GAME
    }

    /// What happens when points are taken back that were spent already.
    enum DebtRule {
        /// The member's other points pay, then the member owes.
        OTHERS_THEN_DEBT,
        /// The member owes; other points stay.
        DEBT,
        /// The member's other points pay, and the brand bears the rest.
        OTHERS_THEN_FORGIVE,
        /// The brand bears it.
        FORGIVE
    }
}
