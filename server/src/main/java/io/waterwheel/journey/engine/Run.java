package io.waterwheel.journey.engine;

import io.waterwheel.access.Brand;
import io.waterwheel.journey.course.EndReason;
import io.waterwheel.journey.course.Waiting;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One customer's way through one journey while a batch moves it; written back when the batch ends.
final class Run {

    /// The node has not begun yet.
    static final String ARRIVE = "arrive";

    final Brand brand;
    final long journey;
    final int version;
    final int customer;
    final String key;
    final String occasion;
    final Map<String, String> context;
    final Instant enteredAt;

    /// 0 until it is written.
    long id;

    String node;
    RunState state = RunState.WAITING;
    Waiting waiting = Waiting.NOTHING;

    @Nullable
    String pending = ARRIVE;

    @Nullable
    Instant dueAt;

    long heldMillis;
    int passed;
    boolean control;
    Instant movedAt;

    @Nullable
    Instant goalAt;

    @Nullable
    Instant endedAt;

    @Nullable
    EndReason reason;

    Run(
            Brand brand,
            long journey,
            int version,
            int customer,
            String key,
            String occasion,
            Map<String, String> context,
            Instant enteredAt,
            String node) {
        this.brand = brand;
        this.journey = journey;
        this.version = version;
        this.customer = customer;
        this.key = key;
        this.occasion = occasion;
        this.context = Map.copyOf(context);
        this.enteredAt = enteredAt;
        this.node = node;
        this.movedAt = enteredAt;
    }

    boolean live() {
        return state != RunState.ENDED;
    }

    /// A name for what one passage of a node asks of others, the same on every try.
    static String key(long run, int number) {
        return "journey/" + run + "/" + number;
    }
}
