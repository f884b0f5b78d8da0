package io.waterwheel.segment.engine;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// The part of the warehouse that leaves look at.
final class WarehouseColumns {

    static final Table<Record> CUSTOMER = table(name("customer"));
    static final Table<Record> RELATION = table(name("relation"));
    static final Table<Record> TAG = table(name("tag"));
    static final Table<Record> ORDERS = table(name("orders"));
    static final Table<Record> REFUND = table(name("refund"));
    static final Table<Record> ORDER_LINE = table(name("order_line"));
    static final Table<Record> REFUND_LINE = table(name("refund_line"));
    static final Table<Record> EVENT = table(name("event"));
    static final Table<Record> FRIEND = table(name("friend"));
    static final Table<Record> SOLD = table(name("sold"));

    static final Field<Short> BRAND_ID = field(name("brand_id"), Short.class);
    static final Field<Integer> CUSTOMER_NO = field(name("customer_no"), Integer.class);
    static final Field<LocalDate> BIRTHDAY = field(name("birthday"), LocalDate.class);
    static final Field<LocalDateTime> FIRST_SEEN_AT = field(name("first_seen_at"), LocalDateTime.class);
    static final Field<LocalDateTime> LAST_SEEN_AT = field(name("last_seen_at"), LocalDateTime.class);
    static final Field<LocalDateTime> MEMBER_SINCE = field(name("member_since"), LocalDateTime.class);
    static final Field<LocalDate> MEMBER_DAY = field(name("member_day"), LocalDate.class);
    static final Field<Long> TAG_ID = field(name("tag_id"), Long.class);
    static final Field<Boolean> WECOM = field(name("wecom"), Boolean.class);
    static final Field<Boolean> EMAIL = field(name("email"), Boolean.class);
    static final Field<Boolean> WECOM_REFUSED = field(name("wecom_refused"), Boolean.class);
    static final Field<String> GUIDE = field(name("guide"), String.class);
    static final Field<Boolean> LASTS = field(name("lasts"), Boolean.class);
    static final Field<LocalDateTime> AT = field(name("at"), LocalDateTime.class);
    static final Field<String> EVENT_NAME = field(name("name"), String.class);
    static final Field<LocalDate> DAY = field(name("day"), LocalDate.class);
    static final Field<LocalDateTime> PAID_AT = field(name("paid_at"), LocalDateTime.class);
    static final Field<LocalDateTime> REFUNDED_AT = field(name("refunded_at"), LocalDateTime.class);
    static final Field<Long> AMOUNT = field(name("amount"), Long.class);
    static final Field<Long> POSITION = field(name("position"), Long.class);
    static final Field<BigDecimal> QUANTITY = field(name("quantity"), BigDecimal.class);
    static final Field<String> PRODUCT = field(name("product"), String.class);
    static final Field<String> FACT = field(name("fact"), String.class);
    static final Field<String> VALUE = field(name("value"), String.class);

    private WarehouseColumns() {}

    /// A property of an event: the list of its values, null when it is missing.
    static Field<String[]> property(String path) {
        return field("{0}[{1}]", String[].class, field(name("properties")), val(path));
    }

    /// An instant as the warehouse writes it: UTC.
    static Field<LocalDateTime> literal(Instant at) {
        return inline(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }
}
