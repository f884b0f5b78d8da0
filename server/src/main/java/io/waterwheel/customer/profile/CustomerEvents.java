package io.waterwheel.customer.profile;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.PageRequest;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Pages through the events of one customer, whichever of their numbers they stand under, by keyset over
/// `event_of_customer`.
final class CustomerEvents {

    private CustomerEvents() {}

    /// The newest behind the cursor, one more than the page takes.
    ///
    /// @param fields what is read; time and position are among them
    static <T> List<T> newest(
            DSLContext database,
            CustomerNo customer,
            Condition which,
            PageRequest request,
            List<Field<?>> fields,
            RecordMapper<Record, T> mapper) {
        Condition behind = which;
        Cursor cursor = Cursor.decode(request.cursor(), 2);
        if (cursor != null) {
            behind = behind.and(DSL.row(EVENT.AT, EVENT.POSITION).lt(cursor.instant(0), cursor.number(1)));
        }
        Field<Integer> number = DSL.field(DSL.name("number", "no"), SQLDataType.INTEGER);
        // A page of each number by its index, then the newest of these: a sort of all would read the whole history.
        Table<?> newest = DSL.select(fields)
                .from(EVENT)
                .where(EVENT.CUSTOMER_NO.eq(number))
                .and(behind)
                .orderBy(EVENT.AT.desc(), EVENT.POSITION.desc())
                .limit(request.size() + 1)
                .asTable("newest");
        return database.select(newest.fields())
                .from(DSL.select(IDENTIFIER.NO)
                        .from(IDENTIFIER)
                        .where(IDENTIFIER.CUSTOMER_NO.eq(customer.value()))
                        .asTable("number"))
                .crossJoin(DSL.lateral(newest))
                .orderBy(
                        newest.field(EVENT.AT).desc(),
                        newest.field(EVENT.POSITION).desc())
                .limit(request.size() + 1)
                .fetch(mapper);
    }
}
