package io.waterwheel.simulator.fault;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// The faults that wait for a call. Safe from any thread; not kept over a restart.
public final class Faults {

    /// A fault that waits.
    ///
    /// @param met how many calls have met it so far
    public record Waiting(Fault fault, long since, int met) {}

    private final InstantSource clock;
    private final SplittableRandom random = new SplittableRandom(1);
    private final List<Waiting> waiting = new ArrayList<>();

    public Faults(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized void add(Fault fault) {
        waiting.add(new Waiting(fault, clock.millis(), 0));
    }

    public synchronized void clear() {
        waiting.clear();
    }

    public synchronized List<Waiting> waiting() {
        return List.copyOf(waiting);
    }

    /// The fault that this call meets, the longest waiting first.
    public synchronized Optional<Fault> meet(String path) {
        waiting.removeIf(this::over);
        for (int i = 0; i < waiting.size(); i++) {
            var candidate = waiting.get(i);
            var fault = candidate.fault();
            if (fault.befalls(path) && chosen(fault)) {
                waiting.set(i, new Waiting(fault, candidate.since(), candidate.met() + 1));
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private boolean chosen(Fault fault) {
        return fault.kind() == Fault.Kind.FAIL_LIST || random.nextDouble() < fault.shareOrDefault();
    }

    private boolean over(Waiting candidate) {
        var fault = candidate.fault();
        var times = fault.times();
        var millis = fault.millis();
        boolean used = times != null && candidate.met() >= times;
        boolean late =
                fault.kind() != Fault.Kind.SLOW && millis != null && clock.millis() >= candidate.since() + millis;
        return used || late;
    }
}
