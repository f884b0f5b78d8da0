package io.waterwheel.insight.data;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.waterwheel.access.Brand;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// The part of the warehouse that the numbers are made of.
public final class Columns {

    public static final Table<Record> RELATION = table(name("relation"));
    public static final Table<Record> ORDERS = table(name("orders"));
    public static final Table<Record> REFUND = table(name("refund"));
    public static final Table<Record> EVENT = table(name("event"));

    public static final Field<Long> POSITION = field(name("position"), Long.class);
    public static final Field<Short> BRAND_ID = field(name("brand_id"), Short.class);
    public static final Field<Integer> CUSTOMER_NO = field(name("customer_no"), Integer.class);
    public static final Field<LocalDateTime> FIRST_SEEN_AT = field(name("first_seen_at"), LocalDateTime.class);
    public static final Field<LocalDateTime> LAST_SEEN_AT = field(name("last_seen_at"), LocalDateTime.class);
    public static final Field<LocalDateTime> MEMBER_SINCE = field(name("member_since"), LocalDateTime.class);
    public static final Field<Boolean> WECOM = field(name("wecom"), Boolean.class);
    public static final Field<Boolean> EMAIL = field(name("email"), Boolean.class);
    public static final Field<LocalDateTime> PAID_AT = field(name("paid_at"), LocalDateTime.class);
    public static final Field<LocalDateTime> REFUNDED_AT = field(name("refunded_at"), LocalDateTime.class);
    public static final Field<LocalDate> DAY = field(name("day"), LocalDate.class);
    public static final Field<Long> AMOUNT = field(name("amount"), Long.class);
    public static final Field<String> EVENT_NAME = field(name("name"), String.class);
    public static final Field<LocalDateTime> AT = field(name("at"), LocalDateTime.class);
    public static final Field<Long> BROADCAST = field(name("broadcast"), Long.class);

    private Columns() {}

    public static Condition at(Brand brand) {
        return BRAND_ID.eq(inline(brand.id().value()));
    }

    /// An instant as the warehouse writes it: UTC.
    public static Field<LocalDateTime> literal(Instant at) {
        return inline(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }
}
