package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;

import java.time.LocalDateTime;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Rows that windows cut by their time.
enum Timeline {
    ORDERS(WarehouseColumns.ORDERS, PAID_AT),
    ORDER_LINES(ORDER_LINE, PAID_AT),
    REFUNDS(REFUND, REFUNDED_AT),
    REFUND_LINES(REFUND_LINE, REFUNDED_AT),
    EVENTS(EVENT, AT),
    MEMBERS(RELATION, MEMBER_SINCE);

    private final Table<Record> table;
    private final Field<LocalDateTime> at;

    Timeline(Table<Record> table, Field<LocalDateTime> at) {
        this.table = table;
        this.at = at;
    }

    Table<Record> table() {
        return table;
    }

    Field<LocalDateTime> at() {
        return at;
    }
}
