package io.waterwheel.segment.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.language.EventFilter;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Answers of leaves, kept while the data is the same: at most a sixteenth of the heap, a quarter of an hour.
/// What it gives out is shared and must not be changed.
@Component
class LeafCache {

    private static final long OVERHEAD = 256;

    private final Cache<Key, RoaringBitmap> answers;

    LeafCache() {
        this(Runtime.getRuntime().maxMemory() / 16);
    }

    LeafCache(long bytes) {
        this.answers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, RoaringBitmap answer) -> weight(key, answer))
                .expireAfterAccess(Duration.ofMinutes(15))
                .build();
    }

    /// @param position the data the answer holds for
    private record Key(Leaf leaf, BrandId brand, long position) {}

    RoaringBitmap get(Leaf leaf, BrandId brand, long position, Supplier<RoaringBitmap> scan) {
        Key key = new Key(leaf, brand, position);
        RoaringBitmap known = answers.getIfPresent(key);
        if (known != null) {
            return known;
        }
        // Scanned outside the cache's lock: two at once cost a scan, waiting inside would pin every other question.
        RoaringBitmap scanned = scan.get();
        scanned.runOptimize();
        answers.put(key, scanned);
        return scanned;
    }

    private static Stream<String> values(Leaf leaf) {
        return switch (leaf) {
            case Leaf.Compared compared -> compared.values().stream();
            case Leaf.Filtered orders -> orders.where().stream().flatMap(filter -> filter.values().stream());
            case Leaf.Known _,
                    Leaf.Anniversary _,
                    Leaf.Tagged _,
                    Leaf.Count _,
                    Leaf.Sum _,
                    Leaf.LastOrder _,
                    Leaf.Rfm _,
                    Leaf.Lifecycle _,
                    Leaf.Happened _,
                    Leaf.Joined _ -> Stream.empty();
            case Leaf.Reached touchpoint -> touchpoint.guides().stream();
            case Leaf.Events events -> values(events.events());
            case Leaf.EventTime time -> values(time.events());
            case Leaf.Sequence sequence -> sequence.steps().stream().flatMap(LeafCache::values);
        };
    }

    private static Stream<String> values(EventFilter events) {
        return events.where().stream().flatMap(filter -> filter.values().stream());
    }

    private static int weight(Key key, RoaringBitmap answer) {
        long values = values(key.leaf()).mapToLong(value -> 2L * value.length()).sum();
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, OVERHEAD + values + answer.getLongSizeInBytes()));
    }
}
