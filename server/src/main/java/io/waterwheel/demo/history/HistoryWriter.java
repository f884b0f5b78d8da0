package io.waterwheel.demo.history;

import io.waterwheel.access.Brand;
import io.waterwheel.demo.world.DemoWorld;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
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

    /// Told after each batch; what it throws ends the writing.
    @FunctionalInterface
    public interface Progress {

        /// @param written how many of the world's events are on the log
        void written(int written, int total);
    }

    /// @param from how many are known to be on the log already; too few only costs time
    /// @return how many there are
    public int write(Brand brand, DemoWorld world, int from, Progress progress) {
        List<Occurrence> occurrences = Occurrence.of(world);
        WorldEvents events = new WorldEvents(brand.id(), json);
        progress.written(from, occurrences.size());
        for (int at = from; at < occurrences.size(); ) {
            int to = Math.min(at + BATCH, occurrences.size());
            if (taken(occurrences.subList(at, to).stream().map(events::of).toList())) {
                at = to;
            }
            progress.written(at, occurrences.size());
        }
        return occurrences.size();
    }

    /// The log itself waits a while for room before it refuses; then the same batch is offered again.
    private boolean taken(List<NewEvent> batch) {
        try {
            log.append(batch);
            return true;
        } catch (Problem problem) {
            if (problem.type() != KernelProblem.OVERLOADED) {
                throw problem;
            }
            return false;
        }
    }
}
