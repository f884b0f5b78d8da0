package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.values;
import static org.jooq.impl.DSL.when;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.engine.Dimension.PartIndex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row2;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.roaringbitmap.RoaringBitmap;

/// Counts customers by part: one pass over everybody the brand knows, numbers only, whatever the number of
/// dimensions and sets.
final class CellScan {

    private static final Field<Integer> RELATED = field(name("relation", "customer_no"), Integer.class);
    private static final Field<Integer> DESCRIBED = field(name("customer", "customer_no"), Integer.class);

    private CellScan() {}

    static Cells count(DSLContext context, Brand brand, List<Dimension> dimensions, List<RoaringBitmap> sets) {
        Table<?> from = RELATION.leftJoin(CUSTOMER).on(DESCRIBED.eq(RELATED));
        List<Field<?>> selected = new ArrayList<>(List.of(RELATED));
        for (int i = 0; i < dimensions.size(); i++) {
            switch (dimensions.get(i).index()) {
                case PartIndex.Computed(Field<Integer> part) -> selected.add(part.as("part" + i));
                case PartIndex.Written written -> {
                    Field<Integer> part = field(name("written" + i, "part"), Integer.class);
                    Field<String> value = field(name("written" + i, "value"), String.class);
                    from = from.leftJoin(table(written.parts(), "written" + i)).on(value.eq(written.column()));
                    selected.add(when(written.column().isNull(), inline(written.none()))
                            .otherwise(coalesce(part, inline(written.others())))
                            .as("part" + i));
                }
            }
        }
        long[][][] counts = dimensions.stream()
                .map(dimension -> new long[dimension.parts().size()][sets.size()])
                .toArray(long[][][]::new);
        try (ResultSet rows = context.select(selected)
                .from(from)
                .where(BRAND_ID.eq(inline(brand.id().value())))
                .fetchResultSet()) {
            while (rows.next()) {
                add(rows, sets, counts);
            }
        } catch (SQLException e) {
            throw new DataAccessException("customers could not be counted by their attributes", e);
        }
        return new Cells(dimensions, counts);
    }

    private static void add(ResultSet row, List<RoaringBitmap> sets, long[][][] counts) throws SQLException {
        int customer = row.getInt(1);
        for (int set = 0; set < sets.size(); set++) {
            if (sets.get(set).contains(customer)) {
                for (int dimension = 0; dimension < counts.length; dimension++) {
                    counts[dimension][row.getInt(dimension + 2)][set]++;
                }
            }
        }
    }

    /// People's words are parameters, never part of the statement.
    private static Table<?> table(Map<String, Integer> parts, String alias) {
        List<Row2<String, Integer>> rows = new ArrayList<>();
        // Never empty: a null is equal to nothing.
        rows.add(row(val(null, String.class), inline(0)));
        parts.forEach((value, part) -> rows.add(row(val(value), inline(part))));
        @SuppressWarnings({"unchecked", "rawtypes"})
        Row2<String, Integer>[] all = rows.toArray(Row2[]::new);
        Table<? extends Record> table = values(all);
        return table.as(alias, "value", "part");
    }
}
