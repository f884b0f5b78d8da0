package io.waterwheel.segment.engine;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.language.EventFilter;
import io.waterwheel.segment.language.Interval;
import io.waterwheel.segment.language.SequenceMatch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// Sequences: one scan of the rows of the events it names, sorted by customer and time, and matched as they come.
final class SequenceScan {

    private static final int MOST_VALUES = 10_000;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final EventRows rows;
    private final EventReader reader;

    SequenceScan(DSLContext context, BrandId brand) {
        this(context, brand, MOST_VALUES);
    }

    SequenceScan(DSLContext context, BrandId brand, int mostValues) {
        this.rows = new EventRows(context, brand, mostValues);
        this.reader = new EventReader(context);
    }

    RoaringBitmap customers(Leaf.Sequence asked) {
        List<EventRows.Chosen> choices = new ArrayList<>();
        for (EventFilter step : asked.steps()) {
            choices.add(rows.of(step, asked.window()));
        }
        if (asked.without() != null) {
            choices.add(rows.of(asked.without(), without(asked.window())));
        }
        return reader.customers(choices, null, new SequenceJudge(asked));
    }

    /// What must not follow may do so after the window's end.
    private static @Nullable Interval without(@Nullable Interval window) {
        return window == null ? null : new Interval(window.from(), LATEST);
    }

    /// Hands the events of one customer to the language.
    private static final class SequenceJudge implements EventReader.Judge {

        private final SequenceMatch match;
        private final int without;

        SequenceJudge(Leaf.Sequence asked) {
            Instant now = asked.endedBy() == null ? Instant.EPOCH : asked.endedBy();
            this.match = new SequenceMatch(
                    asked.steps().size(),
                    Duration.ofDays(asked.withinDays()),
                    ChronoUnit.MICROS.between(Instant.EPOCH, now));
            this.without = 1 << asked.steps().size();
        }

        @Override
        public void event(long at, int meets, List<String> values) {
            match.add(at, meets & (without - 1), (meets & without) != 0);
        }

        @Override
        public boolean end() {
            boolean found = match.found();
            match.next();
            return found;
        }
    }
}
