package io.waterwheel.touch.broadcast;

import static io.waterwheel.touch.generated.Tables.BROADCAST;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.SegmentUse;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.touch.BroadcastTrial;
import io.waterwheel.touch.Broadcasts;
import io.waterwheel.touch.generated.tables.records.BroadcastRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Answers what other modules ask.
@Component
class BroadcastTrials implements Broadcasts, SegmentUse {

    private final BroadcastRows rows;
    private final CustomerSets sets;
    private final DSLContext database;

    BroadcastTrials(BroadcastRows rows, CustomerSets sets, DSLContext database) {
        this.rows = rows;
        this.sets = sets;
        this.database = database;
    }

    @Override
    public BroadcastTrial trial(Brand brand, BroadcastId id) {
        BroadcastRecord row = rows.record(brand, id);
        return new BroadcastTrial(
                id,
                brand.id(),
                row.getStartedAt(),
                row.getWindowDays(),
                sets.get(id.value(), CustomerSets.TREATED),
                sets.get(id.value(), CustomerSets.HOLDOUT));
    }

    /// A broadcast needs its segment until it is planned for the last time; after that it stands on its own.
    @Override
    public List<String> of(Brand brand, SegmentId segment) {
        return database.select(BROADCAST.ID)
                .from(BROADCAST)
                .where(BROADCAST.SEGMENT_ID.eq(segment.value()))
                .and(BROADCAST.BRAND_ID.eq(brand.id().value()))
                .and(BROADCAST.STATE.in("draft", "planning", "planned", "sending", "paused"))
                .orderBy(BROADCAST.ID)
                .fetch(row -> "broadcast/" + row.value1());
    }
}
