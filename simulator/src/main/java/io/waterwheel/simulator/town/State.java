package io.waterwheel.simulator.town;

import io.waterwheel.simulator.town.Town.GuideNotice;
import io.waterwheel.simulator.world.Behaviour;
import io.waterwheel.simulator.world.TagGroup;
import io.waterwheel.simulator.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What all facts so far add up to.
final class State {
    volatile World world = World.empty();
    Behaviour behaviour = Behaviour.STILL;
    Directory directory = new Directory(world);
    Friendships friendships = new Friendships(world);
    Map<String, MassSend> massSends = new LinkedHashMap<>();
    Inboxes inboxes = new Inboxes();
    Orders orders = new Orders();
    List<TagGroup> tagGroups = List.of();
    List<GuideNotice> notices = new ArrayList<>();
    Groups groups = new Groups();
    Map<String, Moment> moments = new LinkedHashMap<>();

    Optional<MassSend> massSend(String msgid) {
        return Optional.ofNullable(massSends.get(msgid));
    }

    void apply(Fact fact) {
        switch (fact) {
            case Fact.WorldSet set -> begin(set.world());
            case Fact.BehaviourSet set -> behaviour = set.behaviour();
            case Fact.FriendAdded added -> friendships.add(added.externalUserid(), added.follow());
            case Fact.FriendRemoved removed -> friendships.remove(removed.externalUserid(), removed.userid());
            case Fact.TagsDefined defined -> define(defined.groups());
            case Fact.TagsMarked marked -> friendships.mark(marked);
            case Fact.MassSendCreated created -> massSends.put(created.msgid(), new MassSend(created));
            case Fact.MassSendConfirmed confirmed -> confirm(confirmed);
            case Fact.MassSendReminded reminded ->
                massSend(reminded.msgid()).ifPresent(send -> send.reminded(reminded.at()));
            case Fact.MassSendCancelled cancelled -> massSend(cancelled.msgid()).ifPresent(MassSend::cancel);
            case Fact.GuidesNotified(var msgid, var userids, var text, var at) ->
                notices.add(new GuideNotice(msgid, userids, text, at));
            case Fact.GuideLeft(var userid) -> directory.leave(userid);
            case Fact.GroupSet(var group) -> groups.set(group);
            case Fact.GroupDismissed(var chatId) -> groups.dismiss(chatId);
            case Fact.MomentCreated created -> moments.put(created.momentId(), new Moment(created));
            case Fact.MomentPublished published -> publish(published);
            case Fact.MomentCancelled(var momentId) ->
                Optional.ofNullable(moments.get(momentId)).ifPresent(Moment::cancel);
            case Fact.MailAccepted accepted -> file(accepted);
            case Fact.MessageRead(var person, var key, var at) ->
                inboxes.find(person, key).ifPresent(received -> received.read(at));
            case Fact.LinkClicked(var person, var key, var url, var at) ->
                inboxes.find(person, key).ifPresent(received -> received.clicked(at));
            case Fact.OrderPlaced(var order) -> place(order);
            case Fact.OrderTold(var orderId, var taken) -> orders.told(orderId, taken);
        }
    }

    private void begin(World newWorld) {
        directory = new Directory(newWorld);
        friendships = new Friendships(newWorld);
        world = newWorld;
        behaviour = newWorld.behaviour();
        massSends = new LinkedHashMap<>();
        inboxes = new Inboxes();
        orders = new Orders();
        tagGroups = newWorld.tagGroups();
        notices = new ArrayList<>();
        groups = new Groups();
        moments = new LinkedHashMap<>();
    }

    private void define(List<TagGroup> groups) {
        tagGroups = List.copyOf(groups);
        friendships.keepOnly(groups.stream()
                .flatMap(group -> group.tag().stream())
                .map(TagGroup.Tag::id)
                .collect(Collectors.toSet()));
    }

    private void confirm(Fact.MassSendConfirmed confirmed) {
        massSend(confirmed.msgid()).ifPresent(send -> {
            send.confirmed(confirmed);
            if (send.content().toGroups()) {
                confirmed.statuses().forEach((chatId, status) -> {
                    if (status == 1) {
                        post(send, confirmed, chatId);
                    }
                });
                return;
            }
            var message = send.content().asMessage(send.msgid(), confirmed.userid());
            confirmed.statuses().forEach((externalUserid, status) -> {
                if (status == 1) {
                    directory
                            .byExternalUserid(externalUserid)
                            .ifPresent(person -> inboxes.deliver(person.id(), message, confirmed.at()));
                }
            });
        });
    }

    /// Everybody in a group reads it there; somebody in two groups reads it twice.
    private void post(MassSend send, Fact.MassSendConfirmed confirmed, String chatId) {
        var content = send.content();
        groups.post(chatId, new Groups.Post(send.msgid(), confirmed.userid(), content.text(), confirmed.at()));
        var message = new Message(
                send.msgid() + "/" + chatId, Channel.GROUP, confirmed.userid(), "", content.text(), Links.in(content));
        groups.find(chatId).stream()
                .flatMap(group -> group.customers().stream())
                .forEach(customer -> directory
                        .byExternalUserid(customer)
                        .ifPresent(person -> inboxes.deliver(person.id(), message, confirmed.at())));
    }

    private void publish(Fact.MomentPublished published) {
        var moment = moments.get(published.momentId());
        if (moment == null) {
            return;
        }
        moment.publish(published.userid(), new Moment.Published(published.at(), published.customers()));
        var message = moment.asMessage(published.userid());
        published
                .customers()
                .forEach(customer -> directory
                        .byExternalUserid(customer)
                        .ifPresent(person -> inboxes.deliver(person.id(), message, published.at())));
    }

    private void file(Fact.MailAccepted accepted) {
        var person = accepted.person();
        if (person == null) {
            inboxes.countUnclaimedMail();
        } else {
            inboxes.deliver(person, accepted.message(), accepted.at());
        }
    }

    private void place(Order order) {
        orders.place(order, world.shop() != null);
        var messageKey = order.messageKey();
        if (messageKey != null) {
            inboxes.find(order.person(), messageKey).ifPresent(received -> received.bought(order.id()));
        }
    }
}
