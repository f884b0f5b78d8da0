package io.waterwheel.loyalty.member;

import static io.waterwheel.loyalty.generated.Tables.MEMBER_EVENT;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.LogWorker;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.loyalty.generated.tables.records.MemberEventRecord;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Brings what happened to members to the log, in batches. After a kill between the two, the log leaves out
/// what it has.
@Component
class MemberEventRelay extends LogWorker {

    private static final String SOURCE = "loyalty";
    private static final int BATCH = 2_000;

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final EventLog log;

    MemberEventRelay(DSLContext database, TransactionOperations transactions, EventLog log) {
        super("member-events", Duration.ofMillis(300));
        this.database = database;
        this.transactions = transactions;
        this.log = log;
    }

    @Override
    protected boolean work() {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            List<MemberEventRecord> rows = database.selectFrom(MEMBER_EVENT)
                    .orderBy(MEMBER_EVENT.ID)
                    .limit(BATCH)
                    .forUpdate()
                    .skipLocked()
                    .fetch();
            if (rows.isEmpty()) {
                return false;
            }
            log.append(rows.stream().map(MemberEventRelay::event).toList());
            database.deleteFrom(MEMBER_EVENT)
                    .where(MEMBER_EVENT.ID.in(
                            rows.stream().map(MemberEventRecord::getId).toList()))
                    .execute();
            return rows.size() == BATCH;
        }));
    }

    private static NewEvent event(MemberEventRecord row) {
        return new NewEvent(
                new BrandId(row.getBrandId()),
                SOURCE,
                row.getMessageId(),
                row.getName(),
                row.getAt(),
                new Subject.Known(new CustomerNo(row.getCustomerNo())),
                row.getProperties().data(),
                "{}");
    }
}
