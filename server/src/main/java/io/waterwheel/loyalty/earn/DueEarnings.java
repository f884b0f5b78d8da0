package io.waterwheel.loyalty.earn;

import static io.waterwheel.loyalty.generated.Tables.EARNING;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.LogWorker;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.PointsReason;
import io.waterwheel.loyalty.generated.tables.records.EarningRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Books on the ledger what was decided, in the order it was decided. After a kill between booking and noting
/// it, the same keys are booked again, which changes nothing.
@Component
class DueEarnings extends LogWorker {

    private static final int BATCH = 1_000;

    private final DSLContext database;
    private final PointsLedger ledger;
    private final JsonMapper json;

    DueEarnings(DSLContext database, PointsLedger ledger, JsonMapper json) {
        super("due-earnings", Duration.ofMillis(200));
        this.database = database;
        this.ledger = ledger;
        this.json = json;
    }

    @Override
    protected boolean work() {
        List<EarningRecord> due = database.selectFrom(EARNING)
                .where(EARNING.STATE.eq(DSL.inline("due")))
                .orderBy(EARNING.ID)
                .limit(BATCH)
                .fetch();
        if (due.isEmpty()) {
            return false;
        }
        List<Booking> booked = ledger.book(due.stream().map(this::command).toList());
        for (int i = 0; i < due.size(); i++) {
            String note = booked.get(i).refusal();
            EarningRecord row = due.get(i);
            row.setState(note == null ? "booked" : "refused");
            row.setNote(note);
        }
        database.batchUpdate(due).execute();
        return due.size() == BATCH;
    }

    private PointsCommand command(EarningRecord row) {
        Map<String, String> values = new HashMap<>();
        json.readTree(row.getDetails().data())
                .properties()
                .forEach(one -> values.put(one.getKey(), one.getValue().asString()));
        PointsCommand.Occasion occasion = new PointsCommand.Occasion(
                new BrandId(row.getBrandId()),
                new CustomerNo(row.getCustomerNo()),
                row.getKey(),
                row.getAt(),
                new PointsReason(row.getReason(), values));
        Points points = new Points(row.getPoints());
        return row.getEarnedKey() == null
                ? new PointsCommand.Earn(occasion, points, row.getAvailableAt(), row.getExpiresAt())
                : new PointsCommand.TakeBack(
                        occasion, row.getEarnedKey(), points, PointsCommand.DebtRule.valueOf(row.getDebtRule()));
    }
}
