package io.waterwheel.insight.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waterwheel.access.Brand;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.util.function.Function;
import org.jooq.DSLContext;

/// Numbers over a whole brand, kept for a minute at most and only while the warehouse has nothing newer: what a
/// second person opens is there at once, and what anybody opens is right.
public final class Answers<T> {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 200;

    private final Warehouse warehouse;
    private final Cache<Key, T> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    public Answers(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    private record Key(Brand brand, long position) {}

    public T of(Brand brand, Function<DSLContext, T> question) {
        // Read before the answer is: at worst an answer is newer than its key says, and then soon asked again.
        Key key = new Key(brand, warehouse.position());
        T answer = known.getIfPresent(key);
        if (answer == null) {
            answer = warehouse.read(question);
            known.put(key, answer);
        }
        return answer;
    }
}
