package io.waterwheel.intake.source;

import static io.waterwheel.intake.generated.Tables.SOURCE;

import io.waterwheel.kernel.event.LogConsumer;
import io.waterwheel.kernel.event.LoggedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Counts each source's events behind the log, so that counting costs the sender nothing.
@Component
class SourceActivity implements LogConsumer {

    @Override
    public String name() {
        return "source-activity";
    }

    private record SourceKey(short brand, String name) implements Comparable<SourceKey> {
        @Override
        public int compareTo(SourceKey other) {
            return brand != other.brand ? Short.compare(brand, other.brand) : name.compareTo(other.name);
        }
    }

    private static final class Activity {

        private long events;
        private Instant lastAt = Instant.MIN;

        void add(LoggedEvent event) {
            events++;
            if (event.receivedAt().isAfter(lastAt)) {
                lastAt = event.receivedAt();
            }
        }
    }

    /// Nobody waits for counts.
    @Override
    public Duration gather() {
        return Duration.ofMillis(500);
    }

    @Override
    public void consume(DSLContext transaction, List<LoggedEvent> events) {
        // Ordered, so that two nodes would lock rows in the same order. Sources of other modules have no row here.
        Map<SourceKey, Activity> activity = new TreeMap<>();
        for (LoggedEvent event : events) {
            activity.computeIfAbsent(new SourceKey(event.brand().value(), event.source()), key -> new Activity())
                    .add(event);
        }
        activity.forEach((key, more) -> transaction
                .update(SOURCE)
                .set(SOURCE.EVENTS, SOURCE.EVENTS.plus(more.events))
                .set(
                        SOURCE.LAST_EVENT_AT,
                        DSL.greatest(DSL.coalesce(SOURCE.LAST_EVENT_AT, more.lastAt), DSL.val(more.lastAt)))
                .where(SOURCE.BRAND_ID.eq(key.brand))
                .and(SOURCE.NAME.eq(key.name))
                .execute());
    }
}
