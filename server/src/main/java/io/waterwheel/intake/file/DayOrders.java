package io.waterwheel.intake.file;

import io.waterwheel.intake.file.table.FileFormat;
import io.waterwheel.intake.file.table.Row;
import io.waterwheel.intake.file.table.Rows;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Looks through a file for dates that tell whether day or month comes first, where its dates end with the year.
final class DayOrders {

    private final Map<String, DayOrder> proven = new HashMap<>();

    private DayOrders() {}

    /// Reads only as far as it must: the first date that begins with the year ends it.
    static DayOrders of(ImportTask task, FileFormat format, String... fields) throws IOException {
        DayOrders orders = new DayOrders();
        Set<String> open = new HashSet<>(Set.of(fields));
        open.removeIf(field -> task.column(field) < 0);
        if (open.isEmpty()) {
            return orders;
        }
        try (Rows rows = format.open(task.upload())) {
            for (Row row = rows.next(); row != null && !open.isEmpty(); row = rows.next()) {
                Row current = row;
                open.removeIf(field -> orders.prove(field, current.cell(task.column(field))));
            }
        }
        return orders;
    }

    private boolean prove(String field, String text) {
        DayOrder order = text.isEmpty() ? DayOrder.UNKNOWN : DayOrder.provenBy(text);
        if (order == null) {
            return true;
        }
        if (order == DayOrder.UNKNOWN) {
            return false;
        }
        proven.put(field, order);
        return true;
    }

    DayOrder of(String field) {
        return proven.getOrDefault(field, DayOrder.UNKNOWN);
    }
}
