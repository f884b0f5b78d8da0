package io.waterwheel.touch.send;

import io.waterwheel.touch.send.Calling.Tried;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Calls of one broadcast that the channel refuses for now, such as to a mailbox that is full: they hold up nobody
/// else, are tried again now and then, and are not believed in for ever.
final class RefusedCalls {

    /// How often the refusal of one is believed while the channel takes others.
    static final int TRIES = 6;

    /// How long, when there is nobody else by whom to tell it from a channel that is down.
    static final Duration PATIENCE = Duration.ofHours(4);

    /// When more are refused, it is not about them.
    private static final int MOST = 200;

    /// Of so many calls at least, and of so many at most one: then it is about that one.
    private static final int OF = 4;

    private final InstantSource clock;
    private final boolean apart;
    private final Backoff backoff = new Backoff();
    private List<Refused> waiting = new ArrayList<>();
    private Pause pause;
    private boolean works;
    private boolean all;

    /// @param apart whether the channel is given several calls at once, so that the refusal of one among others that
    ///              are taken says something of that one; otherwise it may always be the channel that asks for a
    ///              rest
    RefusedCalls(InstantSource clock, boolean apart) {
        this.clock = clock;
        this.apart = apart;
        this.pause = new Pause(clock, Duration.ZERO);
    }

    private record Refused(Tried tried, int tries, Instant since) {}

    int size() {
        return waiting.size();
    }

    boolean hasRoomFor(int more) {
        return waiting.size() + more <= MOST;
    }

    /// @param later refused just now
    void add(List<Tried> later) {
        if (waiting.isEmpty() && !later.isEmpty()) {
            rest();
        }
        later.forEach(one -> waiting.add(new Refused(one, 1, clock.instant())));
    }

    /// Whether the channel took so many others that it is about those it refused. A limit that is reached refuses
    /// many.
    boolean areFew(int refused, int tried) {
        return apart && refused * OF <= tried;
    }

    /// @param later few, or none, of so many that were tried
    void among(List<Tried> later, int tried) {
        works |= tried >= OF;
        add(later);
    }

    /// Those to be tried now; only one of them, to see whether the channel works, unless it is known to.
    List<PlannedCall> due() {
        return waiting.stream()
                .limit(!pause.over() ? 0 : works || all ? waiting.size() : 1)
                .map(one -> one.tried.call())
                .toList();
    }

    /// @param tried what came of those that were due
    /// @return those that nobody believes in any more
    List<Tried> tried(List<Tried> tried) {
        boolean took = tried.stream().anyMatch(one -> !one.later());
        boolean counts = apart && works;
        // Whose turn it was comes last.
        List<Refused> left = new ArrayList<>(waiting.subList(tried.size(), waiting.size()));
        for (int i = 0; i < tried.size(); i++) {
            Refused before = waiting.get(i);
            if (tried.get(i).later()) {
                left.add(new Refused(tried.get(i), before.tries + (counts ? 1 : 0), before.since));
            }
        }
        Instant given = clock.instant().minus(PATIENCE);
        List<Tried> over = left.stream()
                .filter(one -> one.tries >= TRIES || !one.since.isAfter(given))
                .map(Refused::tried)
                .toList();
        left.removeIf(one -> over.contains(one.tried));
        // After one that found out that the channel works come the others, at once.
        all = took && tried.size() < waiting.size();
        works = false;
        waiting = left;
        if (took) {
            backoff.reset();
        }
        if (!all) {
            rest();
        }
        return over;
    }

    private void rest() {
        pause = new Pause(clock, backoff.after(Duration.ZERO));
    }
}
