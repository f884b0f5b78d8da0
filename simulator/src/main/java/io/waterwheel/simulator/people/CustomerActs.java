package io.waterwheel.simulator.people;

import io.waterwheel.simulator.callback.Callbacks;
import io.waterwheel.simulator.callback.Manner;
import io.waterwheel.simulator.town.Fact;
import io.waterwheel.simulator.town.Friendships.Friend;
import io.waterwheel.simulator.town.Received;
import io.waterwheel.simulator.town.Town;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// What a customer does because somebody asked for it, not because of a draw.
public final class CustomerActs implements AutoCloseable {

    /// What came of it.
    public enum Outcome {
        DONE,
        NOT_FOUND,
        NOT_POSSIBLE
    }

    private final Town town;
    private final Callbacks callbacks;
    private final InstantSource clock;
    private final Browser browser = new Browser();

    public CustomerActs(Town town, Callbacks callbacks, InstantSource clock) {
        this.town = town;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    public Outcome read(String person, String messageKey) {
        return town.alone(() -> {
            if (town.inboxes().find(person, messageKey).isEmpty()) {
                return Outcome.NOT_FOUND;
            }
            town.record(new Fact.MessageRead(person, messageKey, clock.millis()));
            return Outcome.DONE;
        });
    }

    /// Opens the message's first link as that customer.
    public Outcome click(String person, String messageKey) {
        Optional<Received> received = town.alone(() -> town.inboxes().find(person, messageKey));
        if (received.isEmpty()) {
            return Outcome.NOT_FOUND;
        }
        var link = Step.link(received.get());
        if (link.isEmpty() || !browser.open(link.get(), person)) {
            return Outcome.NOT_POSSIBLE;
        }
        return clicked(person, messageKey, link.get());
    }

    /// Notes a click that somebody's own browser makes, when the message does carry that link.
    public Outcome clicked(String person, String messageKey, String link) {
        return town.alone(() -> {
            var received = town.inboxes().find(person, messageKey);
            if (received.isEmpty() || !received.get().message().links().contains(link)) {
                return Outcome.NOT_FOUND;
            }
            town.record(new Fact.LinkClicked(person, messageKey, link, clock.millis()));
            return Outcome.DONE;
        });
    }

    /// The customer deletes the guide who sent the message, or without one any guide. To the guide WeCom tells it as
    /// `del_follow_user` (WeCom doc path/92130).
    public Outcome deleteFriend(String person, String messageKey) {
        return town.alone(() -> {
            var externalUserid = town.directory()
                    .person(person)
                    .map(found -> found.externalUserid())
                    .orElse(null);
            if (externalUserid == null) {
                return Outcome.NOT_FOUND;
            }
            var sender = town.inboxes()
                    .find(person, messageKey)
                    .map(received -> received.message().sender());
            var friend = town.friendships().ofCustomer(externalUserid).stream()
                    .map(Friend::follow)
                    .filter(follow -> sender.isEmpty() || sender.get().equals(follow.userid()))
                    .findFirst();
            if (friend.isEmpty()) {
                return Outcome.NOT_POSSIBLE;
            }
            var userid = friend.get().userid();
            town.record(new Fact.FriendRemoved(externalUserid, userid));
            callbacks.push(
                    town.world(),
                    Map.of("ChangeType", "del_follow_user", "UserID", userid, "ExternalUserID", externalUserid),
                    Manner.PROPER);
            return Outcome.DONE;
        });
    }

    @Override
    public void close() {
        browser.close();
    }
}
