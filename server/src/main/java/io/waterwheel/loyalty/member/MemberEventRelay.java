package io.waterwheel.loyalty.member;

import static io.waterwheel.loyalty.generated.Tables.MEMBER_EVENT;

import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.OutboxRelay;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Brings what happened to members to the log.
@Component
class MemberEventRelay extends OutboxRelay {

    private static final String SOURCE = "loyalty";

    MemberEventRelay(DSLContext database, TransactionOperations transactions, EventLog log) {
        super("member-events", SOURCE, MEMBER_EVENT, database, transactions, log);
    }
}
