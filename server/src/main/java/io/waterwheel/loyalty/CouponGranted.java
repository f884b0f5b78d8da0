package io.waterwheel.loyalty;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What became of a wish for a coupon.
public sealed interface CouponGranted {

    /// The customer has it.
    ///
    /// @param coupon   its id
    /// @param repeated whether the key was used for it before
    record Issued(long coupon, boolean repeated) implements CouponGranted {}

    /// There is none; the key is free.
    record Refused(Reason why) implements CouponGranted {}

    /// Why there is none, such as `sold-out`; null when the customer has it.
    default @Nullable String refusal() {
        return switch (this) {
            case Issued _ -> null;
            case Refused(Reason why) -> why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    enum Reason {
        /// The template is a draft or was stopped.
        NOT_ACTIVE,
        /// As many were issued as there may be.
        SOLD_OUT,
        /// All of the budget is taken.
        BUDGET_USED_UP,
        /// The customer had as many as one may have.
        LIMIT_REACHED,
        /// What would be issued is over already.
        OVER,
        /// The key stands for a coupon of another template or customer.
        KEY_TAKEN
    }
}
