package io.waterwheel.customer.person;

import io.waterwheel.kernel.table.SpreadsheetText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Rows as CSV that a spreadsheet opens: a list inside a row, such as an order's lines, becomes one line each with
/// the row repeated beside it.
final class CsvRows {

    private final Writer out;
    private final List<String> columns;
    private final JsonMapper json;

    CsvRows(Writer out, List<String> columns, JsonMapper json) throws IOException {
        this.out = out;
        this.columns = columns;
        this.json = json;
        // By this mark a spreadsheet knows the encoding.
        out.write('\uFEFF');
        line(columns);
    }

    void row(Map<String, @Nullable Object> row) {
        try {
            for (Map<String, @Nullable Object> flat : flat(row)) {
                List<String> cells = new ArrayList<>(columns.size());
                for (String column : columns) {
                    cells.add(text(flat.get(column)));
                }
                line(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One map per line; columns of a list inside are named `list.column`.
    static List<Map<String, @Nullable Object>> flat(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> outer = new LinkedHashMap<>();
        String name = null;
        List<?> inner = List.of();
        for (Map.Entry<String, @Nullable Object> entry : row.entrySet()) {
            if (name == null
                    && entry.getValue() instanceof List<?> list
                    && list.stream().allMatch(Map.class::isInstance)) {
                name = entry.getKey();
                inner = list;
            } else {
                outer.put(entry.getKey(), entry.getValue());
            }
        }
        if (inner.isEmpty()) {
            return List.of(outer);
        }
        List<Map<String, @Nullable Object>> flat = new ArrayList<>(inner.size());
        for (Object each : inner) {
            Map<String, @Nullable Object> line = new LinkedHashMap<>(outer);
            for (Map.Entry<?, ?> cell : ((Map<?, ?>) each).entrySet()) {
                line.put(name + "." + cell.getKey(), cell.getValue());
            }
            flat.add(line);
        }
        return flat;
    }

    private String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map -> json.writeValueAsString(map);
            case List<?> list -> json.writeValueAsString(list);
            default -> value.toString();
        };
    }

    private void line(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(quoted(cells.get(i)));
        }
        out.write("\r\n");
    }

    static String quoted(String text) {
        String safe = SpreadsheetText.safe(text);
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
