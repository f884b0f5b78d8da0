package io.waterwheel.segment.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Whether a customer's last, or first, event was after an instant.
final class TimeJudge implements EventReader.Judge {

    private final Leaf.EventTime asked;
    private final long edge;
    private boolean any;
    private long chosen;

    TimeJudge(Leaf.EventTime asked) {
        this.asked = asked;
        this.edge = ChronoUnit.MICROS.between(Instant.EPOCH, asked.at());
    }

    @Override
    public void event(long at, int meets, List<String> values) {
        // They come in order.
        if (asked.last() || !any) {
            chosen = at;
        }
        any = true;
    }

    @Override
    public boolean end() {
        boolean holds = any && chosen > edge == asked.after();
        any = false;
        return holds;
    }
}
