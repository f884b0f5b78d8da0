package io.waterwheel.kernel.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The newest events in memory, without a gap, so that readers who keep up need not ask the database for what this
/// node has just written.
final class LogTail {

    private static final long CHARACTERS_MOST = 64 << 20;

    private final ArrayDeque<List<LoggedEvent>> batches = new ArrayDeque<>();
    private long characters;

    /// Adds a committed batch. Positions that another node wrote in between make what was held useless.
    synchronized void add(List<LoggedEvent> batch) {
        if (batch.isEmpty()) {
            return;
        }
        if (!batches.isEmpty()
                && batches.getLast().getLast().position() + 1
                        != batch.getFirst().position()) {
            batches.clear();
            characters = 0;
        }
        batches.addLast(batch);
        characters += size(batch);
        while (characters > CHARACTERS_MOST && batches.size() > 1) {
            characters -= size(batches.removeFirst());
        }
    }

    /// What is held does not count any more.
    synchronized void clear() {
        batches.clear();
        characters = 0;
    }

    /// What follows `after`, if the tail reaches back that far.
    ///
    /// @return empty when the database must be asked
    synchronized Optional<List<LoggedEvent>> read(long after, int limit) {
        if (batches.isEmpty()
                || after + 1 < batches.getFirst().getFirst().position()
                || after >= batches.getLast().getLast().position()) {
            return Optional.empty();
        }
        // Readers are near the end, so they are looked for from there.
        Deque<List<LoggedEvent>> asked = new ArrayDeque<>();
        Iterator<List<LoggedEvent>> newestFirst = batches.descendingIterator();
        long first;
        do {
            List<LoggedEvent> batch = newestFirst.next();
            asked.addFirst(batch);
            first = batch.getFirst().position();
        } while (first > after + 1);
        List<LoggedEvent> found = new ArrayList<>();
        for (List<LoggedEvent> batch : asked) {
            int from = (int) Math.max(0, after + 1 - batch.getFirst().position());
            found.addAll(batch.subList(from, Math.min(batch.size(), from + limit - found.size())));
            if (found.size() == limit) {
                break;
            }
        }
        return Optional.of(found);
    }

    private static long size(List<LoggedEvent> batch) {
        return batch.stream()
                .mapToLong(event -> 200L + event.properties().length())
                .sum();
    }
}
