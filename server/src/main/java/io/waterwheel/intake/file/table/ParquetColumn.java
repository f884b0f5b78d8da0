package io.waterwheel.intake.file.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// One column of a Parquet file, or one field of a nested one.
///
/// @param path  its name, behind those it is nested in
/// @param type  as DuckDB calls it
/// @param value the expression that reads it
record ParquetColumn(String path, String type, Field<Object> value) {

    private static final int DEEPEST = 8;

    static List<ParquetColumn> of(DSLContext database, Path file) {
        List<ParquetColumn> columns = new ArrayList<>();
        for (Record column : described(database, file, DSL.field("*"))) {
            String name = column.get(0, String.class);
            add(
                    database,
                    file,
                    new ParquetColumn(name, column.get(1, String.class), DSL.field(DSL.name(name), Object.class)),
                    columns);
        }
        return columns;
    }

    private static void add(DSLContext database, Path file, ParquetColumn column, List<ParquetColumn> columns) {
        boolean nested = column.type.startsWith("STRUCT(") && !column.type.endsWith("]");
        if (!nested || column.path.chars().filter(c -> c == '.').count() >= DEEPEST) {
            columns.add(column);
            return;
        }
        for (Record field : described(database, file, DSL.field("unnest({0})", column.value))) {
            String name = field.get(0, String.class);
            Field<Object> value = DSL.field("struct_extract({0}, {1})", Object.class, column.value, DSL.inline(name));
            add(
                    database,
                    file,
                    new ParquetColumn(column.path + "." + name, field.get(1, String.class), value),
                    columns);
        }
    }

    private static List<Record> described(DSLContext database, Path file, Field<?> what) {
        return database.fetch(
                "describe select {0} from read_parquet({1}, binary_as_string = true)",
                what, DSL.inline(file.toString()));
    }

    /// The value as a text that says the same. Instants are written in UTC, which DuckDB does without its calendar
    /// extension only from their microseconds.
    Field<String> text() {
        if (type.equals("TIMESTAMP WITH TIME ZONE")) {
            return DSL.field(
                    "strftime(make_timestamp(epoch_us({0})), '%Y-%m-%dT%H:%M:%SZ')", SQLDataType.VARCHAR, value);
        }
        if (type.endsWith("[]") && !type.startsWith("STRUCT")) {
            return DSL.field("array_to_string(cast({0} as varchar[]), ',')", SQLDataType.VARCHAR, value);
        }
        return DSL.field("cast({0} as varchar)", SQLDataType.VARCHAR, value);
    }

    /// A floating number as people write it.
    String tidy(@Nullable String text) {
        if (text == null) {
            return "";
        }
        if (!type.equals("DOUBLE") && !type.equals("FLOAT")) {
            return text;
        }
        String plain = text.equals("nan") || text.endsWith("inf") ? "" : JsonCells.number(text);
        return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }
}
