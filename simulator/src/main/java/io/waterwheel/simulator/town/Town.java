package io.waterwheel.simulator.town;

import io.waterwheel.simulator.world.Behaviour;
import io.waterwheel.simulator.world.Guide;
import io.waterwheel.simulator.world.TagGroup;
import io.waterwheel.simulator.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The whole state of the simulated world. One thing happens at a time: everything that reads or changes it runs in
/// [#alone], which is short and does no network I/O.
public final class Town implements AutoCloseable {

    /// One application message to guides.
    public record GuideNotice(String msgid, List<String> userids, String text, long at) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Journal journal;
    private Consumer<Fact> observer = fact -> {};
    private final State state = new State();

    /// @param directory holds the journal; without it the town is forgotten at the end
    public Town(Optional<Path> directory) {
        journal = new Journal(directory);
        journal.replay(state::apply);
    }

    public <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /// The one who hears of every new fact, after it has taken effect and still alone; facts read back from the
    /// journal are not news.
    public void observe(Consumer<Fact> newObserver) {
        observer = newObserver;
    }

    /// Writes the fact down, then lets it take effect.
    public void record(Fact fact) {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("facts are recorded alone");
        }
        journal.append(fact);
        state.apply(fact);
        observer.accept(fact);
    }

    public World world() {
        return state.world;
    }

    /// Whether the world has not been replaced since; also out of turn.
    @SuppressWarnings("ReferenceEquality") // an equal world that was set again is another one
    public boolean isIn(World someWorld) {
        return state.world == someWorld;
    }

    /// The world's behaviour as last changed.
    public Behaviour behaviour() {
        return state.behaviour;
    }

    public Directory directory() {
        return state.directory;
    }

    public Friendships friendships() {
        return state.friendships;
    }

    public Collection<MassSend> massSends() {
        return Collections.unmodifiableCollection(state.massSends.values());
    }

    public Optional<MassSend> massSend(String msgid) {
        return state.massSend(msgid);
    }

    /// Members of the corp who have not left.
    public List<Guide> guides() {
        return state.world.guides().stream()
                .filter(guide -> state.directory.guide(guide.userid()).isPresent())
                .toList();
    }

    public Groups groups() {
        return state.groups;
    }

    public Collection<Moment> moments() {
        return Collections.unmodifiableCollection(state.moments.values());
    }

    public Optional<Moment> moment(String momentId) {
        return Optional.ofNullable(state.moments.get(momentId));
    }

    public Inboxes inboxes() {
        return state.inboxes;
    }

    public Orders orders() {
        return state.orders;
    }

    public List<TagGroup> tagGroups() {
        return state.tagGroups;
    }

    public List<GuideNotice> notices() {
        return Collections.unmodifiableList(state.notices);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
