package io.waterwheel.segment.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.language.EventFilter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The newest answer of each question that leaves ask: at most a quarter of the heap, two hours after it was last
/// asked.
/// What it gives out is shared and must not be changed.
@Component
class LeafCache {

    private static final long OVERHEAD = 512;

    private final Cache<Question, Answer> answers;
    private final Map<Way, Counter> ways = new EnumMap<>(Way.class);

    @Autowired
    LeafCache(MeterRegistry meters) {
        this(Runtime.getRuntime().maxMemory() / 4, meters);
    }

    LeafCache(long bytes) {
        this(bytes, new SimpleMeterRegistry());
    }

    LeafCache(long bytes, MeterRegistry meters) {
        this.answers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Question question, Answer answer) -> weight(question, answer))
                .expireAfterAccess(Duration.ofHours(2))
                .build();
        for (Way way : Way.values()) {
            ways.put(
                    way,
                    Counter.builder("segment.leaf.answered")
                            .tag("by", way.name().toLowerCase(Locale.ROOT))
                            .description(
                                    "How answers of leaves came about: from ready values, kept as they were, refreshed, or scanned")
                            .register(meters));
        }
        Gauge.builder("segment.leaf.cache.size", this::bytes)
                .baseUnit("bytes")
                .description("Memory that the answers of leaves take")
                .register(meters);
        Gauge.builder("segment.leaf.cache.leaves", answers::estimatedSize)
                .description("How many leaves' answers are kept")
                .register(meters);
    }

    /// How an answer came about.
    enum Way {
        READY,
        KEPT,
        REFRESHED,
        SCANNED
    }

    /// @param leaf    with the times it was asked for
    /// @param version of the data
    record Answer(Leaf leaf, long version, RoaringBitmap customers) {}

    private record Question(BrandId brand, Leaf leaf) {}

    /// @param question of a leaf, its moment taken out
    @Nullable
    Answer find(BrandId brand, Leaf question) {
        return answers.getIfPresent(new Question(brand, question));
    }

    /// Keeps the answer unless there is one of newer data: who came first may end last.
    void keep(BrandId brand, Leaf question, Answer answer, Way way) {
        answered(way, 1);
        answers.asMap()
                .merge(
                        new Question(brand, question),
                        answer,
                        (known, offered) -> known.version() > offered.version() ? known : offered);
    }

    void answered(Way way, long leaves) {
        Counter counter = ways.get(way);
        if (counter != null) {
            counter.increment(leaves);
        }
    }

    /// How many answers came about in a way.
    long count(Way way) {
        Counter counter = ways.get(way);
        return counter == null ? 0 : (long) counter.count();
    }

    long bytes() {
        // Evicting may lag behind.
        answers.cleanUp();
        return answers.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    void clear() {
        answers.invalidateAll();
    }

    private static int weight(Question question, Answer answer) {
        long values =
                values(question.leaf()).mapToLong(value -> 2L * value.length()).sum();
        return Math.toIntExact(Math.min(
                Integer.MAX_VALUE, OVERHEAD + values + answer.customers().getLongSizeInBytes()));
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
}
