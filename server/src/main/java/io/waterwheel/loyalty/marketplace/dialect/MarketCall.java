package io.waterwheel.loyalty.marketplace.dialect;

import org.jspecify.annotations.Nullable;

/// What a marketplace asks, whichever way it says it.
public sealed interface MarketCall {

    /// More than any marketplace moves at once.
    long MOST_POINTS = 10_000_000;

    /// The marketplace's id of the buyer, the same in every call of one shop.
    String account();

    /// Whether the buyer can be bound, and to somebody known.
    record Ask(String account, Mobile mobile) implements MarketCall {}

    /// Binds.
    ///
    /// @param enrols makes a member of who is none
    record Bind(String account, Mobile mobile, boolean enrols) implements MarketCall {}

    record Unbind(String account) implements MarketCall {}

    /// What the member has.
    record Look(String account) implements MarketCall {}

    /// Points that move on the marketplace.
    ///
    /// @param record names it: sent again, nothing moves twice
    /// @param of     what is given back, by the record it was spent under
    record Change(
            String account,
            String record,
            Kind kind,
            long points,
            @Nullable String of) implements MarketCall {}

    enum Kind {
        EARN,
        SPEND,
        GIVE_BACK
    }

    /// The buyer's mobile number, in plain or mixed; a marketplace that tells neither leaves both out.
    record Mobile(@Nullable String phone, @Nullable String mix) {

        @Override
        public String toString() {
            return "Mobile[…]";
        }
    }
}
