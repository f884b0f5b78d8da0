package io.waterwheel.journey.count;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The numbers of one journey at one moment.
public final class JourneyTally {

    private final long journey;
    private final Map<TallyKey, Long> counts;
    private final Map<TallyKey, Long> aside;

    /// @param aside how many are put aside, under the key of who came to the node
    JourneyTally(long journey, Map<TallyKey, Long> counts, Map<TallyKey, Long> aside) {
        this.journey = journey;
        this.counts = Map.copyOf(counts);
        this.aside = Map.copyOf(aside);
    }

    /// A node of a version.
    public record At(int version, String node) {}

    /// The nodes somebody ever came to, by version and name.
    public List<At> nodes() {
        return counts.keySet().stream()
                .filter(key -> key.what() == Counted.CAME)
                .map(key -> new At(key.version(), key.node()))
                .sorted(Comparator.comparingInt(At::version).thenComparing(At::node))
                .toList();
    }

    public long of(At at, Counted what) {
        return counts.getOrDefault(TallyKey.of(journey, at.version, at.node, what), 0L);
    }

    public long aside(At at) {
        return aside.getOrDefault(TallyKey.of(journey, at.version, at.node, Counted.CAME), 0L);
    }

    /// How often each exit of a node was taken.
    public Map<String, Long> went(At at) {
        Map<String, Long> exits = new TreeMap<>();
        counts.forEach((key, count) -> {
            if (key.what() == Counted.WENT
                    && key.version() == at.version
                    && key.node().equals(at.node)) {
                exits.put(key.exit(), count);
            }
        });
        return exits;
    }

    /// A number of the journey as a whole, of all versions.
    public long all(Counted what) {
        return counts.entrySet().stream()
                .filter(entry ->
                        entry.getKey().what() == what && entry.getKey().node().isEmpty())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
