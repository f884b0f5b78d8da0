package io.waterwheel.segment.now;

import io.waterwheel.customer.FriendFacts;
import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.customer.TouchpointFacts;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.language.TextMatch;
import io.waterwheel.segment.language.TouchpointCondition;
import java.util.List;

/// How it stands with a way to reach one customer.
final class TouchpointNow {

    private TouchpointNow() {}

    static boolean meets(TouchpointCondition asked, PresentCustomer customer) {
        TouchpointFacts touchpoint = switch (asked.channel()) {
            case WECOM -> customer.relation().wecom();
            case EMAIL -> customer.relation().email();
            case SMS -> customer.relation().sms();
        };
        return asked.friendsOf().isEmpty()
                ? switch (asked.state()) {
                    case HAS -> touchpoint.known();
                    case REACHABLE -> touchpoint.reachable();
                    case UNSUBSCRIBED -> touchpoint.refused();
                    case LOST -> touchpoint.ended();
                }
                : friendship(asked, customer, touchpoint.refused());
    }

    private static boolean friendship(TouchpointCondition asked, PresentCustomer customer, boolean refused) {
        TextMatch match = TextMatch.of(Operator.IN, asked.friendsOf());
        List<FriendFacts> friends = customer.friends().stream()
                .filter(friend -> match.test(friend.guide()))
                .toList();
        boolean lasts = friends.stream().anyMatch(FriendFacts::lasts);
        return switch (asked.state()) {
            case HAS -> !friends.isEmpty();
            case REACHABLE -> lasts && !refused;
            case LOST -> !friends.isEmpty() && !lasts;
            case UNSUBSCRIBED -> throw new IllegalArgumentException(asked.state() + " has no guides");
        };
    }
}
