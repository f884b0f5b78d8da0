package io.waterwheel.loyalty.approval;

import static io.waterwheel.loyalty.generated.Tables.GRANT_REQUEST;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.LogWorker;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.PointsReason;
import io.waterwheel.loyalty.generated.tables.records.GrantRequestRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Books points that were approved. After a kill between booking and noting it, the same key is booked again,
/// which changes nothing.
@Component
class ApprovedPoints extends LogWorker {

    private static final int BATCH = 100;

    private final DSLContext database;
    private final PointsLedger ledger;

    ApprovedPoints(DSLContext database, PointsLedger ledger) {
        super("approved-points", Duration.ofMillis(500));
        this.database = database;
        this.ledger = ledger;
    }

    @Override
    protected boolean work() {
        List<GrantRequestRecord> approved = database.selectFrom(GRANT_REQUEST)
                .where(GRANT_REQUEST.STATE.eq(DSL.inline(GrantState.APPROVED.code())))
                .orderBy(GRANT_REQUEST.ID)
                .limit(BATCH)
                .fetch();
        if (approved.isEmpty()) {
            return false;
        }
        List<Booking> booked =
                ledger.book(approved.stream().map(ApprovedPoints::command).toList());
        for (int i = 0; i < approved.size(); i++) {
            GrantRequestRecord row = approved.get(i);
            String refusal = booked.get(i).refusal();
            row.setState((refusal == null ? GrantState.DONE : GrantState.FAILED).code());
            row.setReason(refusal);
        }
        database.batchUpdate(approved).execute();
        return approved.size() == BATCH;
    }

    /// Under the same key a person's own grant has, so that one grant cannot go both ways.
    private static PointsCommand command(GrantRequestRecord row) {
        boolean taken = GrantKind.of(row.getKind()) == GrantKind.DEDUCTION;
        PointsCommand.Occasion occasion = new PointsCommand.Occasion(
                new BrandId(row.getBrandId()),
                new CustomerNo(row.getCustomerNo()),
                "person:" + row.getKey(),
                row.getDecidedAt(),
                new PointsReason(
                        taken ? "deduct" : "grant",
                        Map.of("note", row.getNote(), "by", row.getAskedBy(), "approved", row.getDecidedBy())));
        Points points = new Points(row.getPoints());
        return taken
                ? new PointsCommand.Deduct(occasion, points)
                : new PointsCommand.Earn(occasion, points, null, row.getExpiresAt());
    }
}
