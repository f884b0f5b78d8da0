package io.waterwheel.simulator.people;

import io.waterwheel.simulator.town.Fact;
import io.waterwheel.simulator.town.Inboxes;
import io.waterwheel.simulator.town.MassSend;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.Draws;
import io.waterwheel.simulator.world.World;
import java.time.InstantSource;
import java.util.LinkedHashMap;

/// Guides, who confirm their mass-send tasks, unasked or when told to.
public final class Guides {
    private final Town town;
    private final Agenda agenda;
    private final InstantSource clock;

    Guides(Town town, Agenda agenda, InstantSource clock) {
        this.town = town;
        this.agenda = agenda;
        this.clock = clock;
    }

    /// What came of telling a guide to confirm.
    public enum Confirmation {
        CONFIRMED,
        ALREADY_CONFIRMED,
        CANCELLED,
        NO_SUCH_TASK
    }

    /// Sends the guide's part now. Whether each customer gets it is decided at this moment: still a friend, and not
    /// yet over the month's limit. Runs in the town's turn.
    public Confirmation confirm(String userid, String msgid) {
        var send = town.massSend(msgid).orElse(null);
        var task = send == null ? null : send.task(userid).orElse(null);
        if (send == null || task == null) {
            return Confirmation.NO_SUCH_TASK;
        }
        if (town.directory().guide(userid).isEmpty()) {
            return Confirmation.NO_SUCH_TASK;
        }
        if (task.confirmedAt() != null) {
            return Confirmation.ALREADY_CONFIRMED;
        }
        if (send.cancelled()) {
            return Confirmation.CANCELLED;
        }
        var statuses = new LinkedHashMap<String, Integer>();
        long now = clock.millis();
        boolean groups = send.content().toGroups();
        task.recipients()
                .forEach(recipient -> statuses.put(
                        recipient, groups ? inGroup(userid, recipient, now) : status(userid, recipient, now)));
        town.record(new Fact.MassSendConfirmed(msgid, userid, statuses, now));
        return Confirmation.CONFIRMED;
    }

    /// Plans the confirmations that the draws decide on. Runs in the town's turn.
    void planConfirmations(MassSend send) {
        var world = town.world();
        var behaviour = town.behaviour();
        for (var task : send.tasks()) {
            var userid = task.userid();
            boolean willing = Draws.uniform(world.seed(), userid, send.msgid(), "confirm") < behaviour.confirmRate();
            if (willing && task.confirmedAt() == null && !send.cancelled()) {
                double pace = 0.5 + Draws.uniform(world.seed(), userid, send.msgid(), "pace");
                agenda.after(behaviour.confirmDelayMs() * pace, () -> confirmIn(world, userid, send.msgid()));
            }
        }
    }

    private void confirmIn(World world, String userid, String msgid) {
        town.alone(() -> town.isIn(world) ? confirm(userid, msgid) : Confirmation.NO_SUCH_TASK);
    }

    /// Publishes the guide's part of a moment now. Customers who have seen as many this month as they may are left out.
    /// Runs in the town's turn.
    ///
    /// @return whether there was anything to publish
    public boolean publish(String userid, String momentId) {
        var moment = town.moment(momentId).orElse(null);
        if (moment == null
                || moment.cancelled()
                || !moment.guides().contains(userid)
                || town.directory().guide(userid).isEmpty()
                || moment.published(userid).isPresent()) {
            return false;
        }
        long now = clock.millis();
        var month = Inboxes.monthOf(now);
        int most = town.world().limits().momentsSeen();
        var customers = town.friendships().ofGuide(userid).stream()
                .filter(friend ->
                        moment.tags().isEmpty() || friend.tagIds().stream().anyMatch(moment.tags()::contains))
                .map(friend -> friend.externalUserid())
                .filter(customer -> town.directory()
                        .byExternalUserid(customer)
                        .filter(person -> town.inboxes().moments(person.id(), month) < most)
                        .isPresent())
                .toList();
        town.record(new Fact.MomentPublished(momentId, userid, customers, now));
        return true;
    }

    /// A group that is gone, or another's by now, is told as WeCom tells of a customer who is no friend any more.
    private int inGroup(String userid, String chatId, long now) {
        boolean own = town.groups()
                .find(chatId)
                .filter(group -> group.owner().equals(userid))
                .isPresent();
        if (!own) {
            return 2;
        }
        var month = Inboxes.monthOf(now);
        int most = town.world().limits().customerMessagesIn(month);
        return town.groups().posts(chatId, month) >= most ? 3 : 1;
    }

    private int status(String userid, String externalUserid, long now) {
        if (town.friendships().between(userid, externalUserid).isEmpty()) {
            return 2;
        }
        var person = town.directory().byExternalUserid(externalUserid).orElseThrow();
        var month = Inboxes.monthOf(now);
        int most = town.world().limits().customerMessagesIn(month);
        return town.inboxes().massMessages(person.id(), month) >= most ? 3 : 1;
    }
}
