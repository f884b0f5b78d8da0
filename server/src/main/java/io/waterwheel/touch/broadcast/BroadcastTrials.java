package io.waterwheel.touch.broadcast;

import static io.waterwheel.touch.generated.Tables.BROADCAST;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.SegmentUse;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.touch.BroadcastTrial;
import io.waterwheel.touch.Broadcasts;
import io.waterwheel.touch.generated.tables.records.BroadcastRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Answers what other modules ask.
@Component
class BroadcastTrials implements Broadcasts, SegmentUse {

    private final BroadcastRows rows;
    private final CustomerSets sets;
    private final Customers customers;
    private final DSLContext database;

    BroadcastTrials(BroadcastRows rows, CustomerSets sets, Customers customers, DSLContext database) {
        this.rows = rows;
        this.sets = sets;
        this.customers = customers;
        this.database = database;
    }

    @Override
    public BroadcastTrial trial(Brand brand, BroadcastId id) {
        BroadcastRecord row = rows.record(brand, id);
        // Read through who is who now; one person who stood on both sides tells nothing.
        RoaringBitmap treated = customers.current(sets.get(id.value(), CustomerSets.TREATED));
        RoaringBitmap holdout = customers.current(sets.get(id.value(), CustomerSets.HOLDOUT));
        return new BroadcastTrial(
                id,
                brand.id(),
                row.getStartedAt(),
                row.getWindowDays(),
                RoaringBitmap.andNot(treated, holdout),
                RoaringBitmap.andNot(holdout, treated));
    }

    /// A broadcast needs its segment until it is planned for the last time; after that it stands on its own.
    @Override
    public List<String> of(Brand brand, SegmentId segment) {
        return database.select(BROADCAST.ID)
                .from(BROADCAST)
                .where(BROADCAST.SEGMENT_ID.eq(segment.value()))
                .and(BROADCAST.BRAND_ID.eq(brand.id().value()))
                .and(BROADCAST.STATE.in(
                        "draft", "planning", "planned", "awaiting", "approved", "refused", "sending", "paused"))
                .orderBy(BROADCAST.ID)
                .fetch(row -> "broadcast/" + row.value1());
    }

    @Override
    public Optional<String> name(Brand brand, String user) {
        return SegmentUse.id(user, "broadcast")
                .flatMap(id -> database.select(BROADCAST.NAME)
                        .from(BROADCAST)
                        .where(BROADCAST.ID.eq(Long.parseLong(id)))
                        .and(BROADCAST.BRAND_ID.eq(brand.id().value()))
                        .fetchOptional(BROADCAST.NAME));
    }
}
