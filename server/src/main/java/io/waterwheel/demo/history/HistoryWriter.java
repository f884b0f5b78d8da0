package io.waterwheel.demo.history;

import io.waterwheel.access.Brand;
import io.waterwheel.demo.world.DemoWorld;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.NewEvent;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Puts a world's past on the log, batch after batch.
@Component
public class HistoryWriter {

    private static final int BATCH = 4_000;

    private final EventLog log;
    private final JsonMapper json;

    HistoryWriter(EventLog log, JsonMapper json) {
        this.log = log;
        this.json = json;
    }

    /// Told after each batch.
    public interface Progress {

        /// @param written how many of the world's events are on the log
        void written(int written, int total);
    }

    /// @param from how many are known to be on the log already; too few only costs time
    public void write(Brand brand, DemoWorld world, int from, Progress progress) {
        List<Occurrence> occurrences = Occurrence.of(world);
        WorldEvents events = new WorldEvents(brand.id(), json);
        progress.written(from, occurrences.size());
        for (int at = from; at < occurrences.size(); ) {
            int to = Math.min(at + BATCH, occurrences.size());
            List<NewEvent> batch =
                    occurrences.subList(at, to).stream().map(events::of).toList();
            log.append(batch);
            at = to;
            progress.written(at, occurrences.size());
        }
    }
}
