package io.waterwheel.simulator.town;

import io.waterwheel.simulator.world.Behaviour;
import io.waterwheel.simulator.world.TagGroup;
import io.waterwheel.simulator.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The whole state of the simulated world. One thing happens at a time: everything that reads or changes it runs in
/// [#alone], which is short and does no network I/O.
public final class Town implements AutoCloseable {

    /// One application message to guides.
    public record GuideNotice(String msgid, List<String> userids, String text, long at) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Journal journal;
    private Consumer<Fact> observer = fact -> {};
    private volatile World world = World.empty();
    private Behaviour behaviour = Behaviour.STILL;
    private Directory directory = new Directory(world);
    private Friendships friendships = new Friendships(world);
    private Map<String, MassSend> massSends = new LinkedHashMap<>();
    private Inboxes inboxes = new Inboxes();
    private Orders orders = new Orders();
    private List<TagGroup> tagGroups = List.of();
    private List<GuideNotice> notices = new ArrayList<>();

    /// @param directory holds the journal; without it the town is forgotten at the end
    public Town(Optional<Path> directory) {
        journal = new Journal(directory);
        journal.replay(this::apply);
    }

    public <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /// The one who hears of every new fact, after it has taken effect and still alone; facts read back from the journal
    /// are not news.
    public void observe(Consumer<Fact> newObserver) {
        observer = newObserver;
    }

    /// Writes the fact down, then lets it take effect.
    public void record(Fact fact) {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("facts are recorded alone");
        }
        journal.append(fact);
        apply(fact);
        observer.accept(fact);
    }

    /// Also readable out of turn, to see whether it has been replaced.
    public World world() {
        return world;
    }

    /// The world's behaviour as last changed.
    public Behaviour behaviour() {
        return behaviour;
    }

    public Directory directory() {
        return directory;
    }

    public Friendships friendships() {
        return friendships;
    }

    public Collection<MassSend> massSends() {
        return Collections.unmodifiableCollection(massSends.values());
    }

    public Optional<MassSend> massSend(String msgid) {
        return Optional.ofNullable(massSends.get(msgid));
    }

    public Inboxes inboxes() {
        return inboxes;
    }

    public Orders orders() {
        return orders;
    }

    public List<TagGroup> tagGroups() {
        return tagGroups;
    }

    public List<GuideNotice> notices() {
        return Collections.unmodifiableList(notices);
    }

    private void apply(Fact fact) {
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

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
