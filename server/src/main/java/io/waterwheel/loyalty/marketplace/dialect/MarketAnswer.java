package io.waterwheel.loyalty.marketplace.dialect;

/// What a marketplace is answered when nothing was refused.
public sealed interface MarketAnswer {

    /// @param known  whether the mobile number is somebody's
    /// @param linked whether this very account is bound already
    record Bindable(boolean known, boolean linked) implements MarketAnswer {}

    /// @param joined whether they became a member by this call
    record Bound(MemberStanding standing, boolean joined) implements MarketAnswer {}

    record Unbound() implements MarketAnswer {}

    record Seen(MemberStanding standing) implements MarketAnswer {}

    /// @param available what the member has now
    record Changed(long available, boolean repeated) implements MarketAnswer {}
}
