package io.waterwheel.customer.relation;

import io.waterwheel.kernel.event.IdentifierKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a brand's marketing may reach a customer by one channel now.
///
/// @param reachable there is an address that works, and the customer allows it
/// @param reasons   everything that stands against it, empty when reachable
/// @param connected whether this product can send by the channel yet
public record Reachability(ReachChannel channel, boolean reachable, List<Unreachable> reasons, boolean connected) {

    /// What one channel's touchpoints come to.
    enum Touch {
        NONE,
        USABLE,
        ENDED
    }

    /// @param addresses the kinds of identifier the customer has
    /// @param touch     by channel; those that keep no touchpoints are left out
    /// @param consent   to marketing by channel, or for `any`; absent where nothing was said
    /// @param quiet     whether the customer asked for quiet now
    static Reachability judge(
            ReachChannel channel,
            Set<IdentifierKind> addresses,
            Map<String, Touch> touch,
            Map<String, Boolean> consent,
            boolean quiet) {
        List<Unreachable> reasons = new ArrayList<>();
        Unreachable address =
                address(channel, addresses.contains(channel.address()), touch.getOrDefault(channel.code(), Touch.NONE));
        if (address != null) {
            reasons.add(address);
        }
        Boolean said = consent.getOrDefault(channel.code(), consent.get("any"));
        if (Boolean.FALSE.equals(said)) {
            reasons.add(Unreachable.WITHDRAWN);
        } else if (said == null && mustBeGranted(channel)) {
            reasons.add(Unreachable.NOT_CONSENTED);
        }
        if (quiet) {
            reasons.add(Unreachable.QUIET);
        }
        return new Reachability(channel, reasons.isEmpty(), List.copyOf(reasons), channel.connected());
    }

    private static @Nullable Unreachable address(ReachChannel channel, boolean known, Touch touch) {
        return switch (channel) {
            case WECOM ->
                switch (touch) {
                    case USABLE -> null;
                    case ENDED -> Unreachable.FRIEND_REMOVED;
                    case NONE -> known ? Unreachable.NOT_A_FRIEND : Unreachable.NO_ADDRESS;
                };
            case EMAIL, SMS -> !known ? Unreachable.NO_ADDRESS : touch == Touch.ENDED ? Unreachable.BOUNCED : null;
            case OFFICIAL_ACCOUNT, MINI_PROGRAM ->
                switch (touch) {
                    case USABLE -> null;
                    case ENDED -> Unreachable.UNFOLLOWED;
                    case NONE -> known ? Unreachable.ACCOUNT_UNKNOWN : Unreachable.NO_ADDRESS;
                };
        };
    }

    /// Becoming a friend or follower is consent until it is withdrawn; a number or an address alone is not.
    private static boolean mustBeGranted(ReachChannel channel) {
        return switch (channel) {
            case SMS, EMAIL -> true;
            case WECOM, OFFICIAL_ACCOUNT, MINI_PROGRAM -> false;
        };
    }
}
