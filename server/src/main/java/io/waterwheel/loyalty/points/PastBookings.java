package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.MONTH_TOTAL;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.PastDay;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Books what a brand's programme was before, as of then. One transaction, under the ledger's lock from the first
/// day to the last: nobody books in between, and what has expired since is not swept up as of today.
@Component
public class PastBookings {

    private final DSLContext database;
    private final BatchWriter writer;
    private final LotExpiry expiry;

    PastBookings(DSLContext database, BatchWriter writer, LotExpiry expiry) {
        this.database = database;
        this.writer = writer;
        this.expiry = expiry;
    }

    /// @param days the earliest first
    @Transactional
    public void book(Brand brand, List<PastDay> days) {
        LedgerLock.take(database);
        if (database.fetchExists(MONTH_TOTAL, MONTH_TOTAL.BRAND_ID.eq(brand.id().value()))) {
            return;
        }
        Instant before = Instant.EPOCH;
        for (PastDay day : days) {
            if (day.until().isBefore(before)) {
                throw new IllegalArgumentException("days go from the earliest on");
            }
            expiry.expireAll(brand, day.until());
            if (!day.commands().isEmpty()) {
                writer.book(day.commands(), day.until());
            }
            before = day.until();
        }
    }
}
