package io.waterwheel.segment.engine;

import io.waterwheel.segment.language.EventTally;
import java.time.Instant;
import java.util.List;

/// Whether a customer's events, measured by the language, are as asked.
final class TallyJudge implements EventReader.Judge {

    private final Leaf.Events asked;
    private EventTally tally;

    TallyJudge(Leaf.Events asked) {
        this.asked = asked;
        this.tally = new EventTally(asked.measure());
    }

    @Override
    public void event(long at, int meets, List<String> values) {
        // Nothing here is measured in days: what is has a leaf of its own.
        tally.add(Instant.EPOCH, values);
    }

    @Override
    public boolean end() {
        boolean meets = tally.meets(asked.comparison().bound(), asked.value(), Instant.EPOCH);
        tally = new EventTally(asked.measure());
        return meets != asked.comparison().isOpposite();
    }
}
