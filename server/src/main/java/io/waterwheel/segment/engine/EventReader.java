package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.when;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectFieldOrAsterisk;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// Reads events customer by customer, each customer's in their order, and has them judged one after the other. The
/// database sorts, on disk when it must; nothing is kept here but the customers that are found.
final class EventReader {

    private static final int FIRST_COLUMN = 4;

    private final DSLContext context;

    EventReader(DSLContext context) {
        this.context = context;
    }

    /// Is told one customer's events, and then that there are no more.
    interface Judge {

        /// @param at     microseconds since 1970
        /// @param meets  bit i: it is one of the i-th choice, the first being 0
        /// @param values what the measured property has
        void event(long at, int meets, List<String> values);

        /// Whether the customer is one of those asked for; the next event is another customer's.
        boolean end();
    }

    /// @param choices  the events to read, at most thirty kinds
    /// @param measured a property whose values are told, null for none
    RoaringBitmap customers(List<EventRows.Chosen> choices, @Nullable Field<String[]> measured, Judge judge) {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>();
        columns.add(CUSTOMER_NO);
        columns.add(field("epoch_us({0})", Long.class, AT));
        columns.add(meets(choices));
        choices.forEach(choice -> columns.addAll(choice.columns()));
        if (measured != null) {
            columns.add(measured);
        }
        RoaringBitmap found = new RoaringBitmap();
        StreamedRows.read(
                context,
                context.select(columns)
                        .from(EVENT)
                        .where(or(choices.stream().map(EventRows.Chosen::rows).toList()))
                        .orderBy(CUSTOMER_NO, AT, POSITION),
                rows -> read(rows, choices, measured == null ? 0 : columns.size(), judge, found));
        return found;
    }

    private static void read(
            ResultSet rows, List<EventRows.Chosen> choices, int measured, Judge judge, RoaringBitmap found)
            throws SQLException {
        boolean open = false;
        int customer = 0;
        while (rows.next()) {
            int next = rows.getInt(1);
            if (open && next != customer && judge.end()) {
                found.add(customer);
            }
            customer = next;
            open = true;
            int meets = left(rows, choices);
            if (meets != 0) {
                judge.event(rows.getLong(2), meets, measured == 0 ? List.of() : texts(rows, measured));
            }
        }
        if (open && judge.end()) {
            found.add(customer);
        }
    }

    /// Which choices the row really is one of.
    private static int left(ResultSet rows, List<EventRows.Chosen> choices) throws SQLException {
        int meets = rows.getInt(3);
        int column = FIRST_COLUMN;
        for (int i = 0; i < choices.size(); i++) {
            for (var match : choices.get(i).left()) {
                if ((meets & 1 << i) != 0 && !match.holds(texts(rows, column))) {
                    meets &= ~(1 << i);
                }
                column++;
            }
        }
        return meets;
    }

    private static List<String> texts(ResultSet rows, int column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null
                ? List.of()
                : Arrays.stream((Object[]) array.getArray())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .toList();
    }

    private static Field<Integer> meets(List<EventRows.Chosen> choices) {
        Field<Integer> meets = inline(0);
        for (int i = 0; i < choices.size(); i++) {
            meets = meets.add(when(choices.get(i).rows(), inline(1 << i)).otherwise(inline(0)));
        }
        return meets;
    }
}
