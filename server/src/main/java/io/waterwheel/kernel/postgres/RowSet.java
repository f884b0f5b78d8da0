package io.waterwheel.kernel.postgres;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Rows handed to one statement as arrays, one per column: `unnest(…)` takes any number of rows in a few parameters.
public final class RowSet {

    private final List<Field<?>> columns;
    private final List<List<@Nullable Object>> values = new ArrayList<>();

    /// @param columns the columns whose names and types the rows have
    public RowSet(Field<?>... columns) {
        this.columns = List.of(columns);
        this.columns.forEach(column -> values.add(new ArrayList<>()));
    }

    /// Adds a row; the values stand in the order of the columns and have their types.
    public RowSet row(@Nullable Object... row) {
        for (int i = 0; i < columns.size(); i++) {
            values.get(i).add(row[i]);
        }
        return this;
    }

    public boolean isEmpty() {
        return values.getFirst().isEmpty();
    }

    /// The rows as a table of that name.
    public Given as(String alias) {
        List<QueryPart> parts = new ArrayList<>();
        StringBuilder unnest = new StringBuilder("unnest(");
        for (int i = 0; i < columns.size(); i++) {
            unnest.append(i == 0 ? "" : ", ").append('{').append(i).append('}');
            parts.add(array(columns.get(i), values.get(i)));
        }
        Name[] names = columns.stream().map(Field::getUnqualifiedName).toArray(Name[]::new);
        Table<Record> table = DSL.table(unnest.append(')').toString(), parts.toArray(QueryPart[]::new))
                .as(DSL.name(alias), names);
        return new Given(table, alias, columns);
    }

    /// The rows inside a statement.
    public record Given(Table<Record> table, String alias, List<Field<?>> columns) {

        /// The given value of a column.
        public <T> Field<T> field(Field<T> column) {
            return DSL.field(DSL.name(DSL.name(alias), column.getUnqualifiedName()), column.getDataType());
        }

        public List<Field<?>> fields() {
            return columns.stream().<Field<?>>map(this::field).toList();
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Field<?> array(Field<?> column, List<@Nullable Object> values) {
        org.jooq.DataType type = column.getDataType().getArrayDataType();
        Object[] array =
                values.toArray((Object[]) java.lang.reflect.Array.newInstance(column.getType(), values.size()));
        return DSL.val(array, type);
    }
}
