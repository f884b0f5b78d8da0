package io.waterwheel.intake.file;

import io.waterwheel.intake.file.table.LineFault;
import io.waterwheel.intake.file.table.LineRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Reads the times in one field of a file; none may be later than the import, give or take wrong clocks.
final class Times {

    static final Duration CLOCKS_MAY_DIFFER = Duration.ofHours(24);

    private final String field;
    private final LocalTimes times;
    private final Instant latest;

    Times(ImportTask task, String field, DayOrders days, Instant startedAt) {
        this.field = field;
        this.times = new LocalTimes(task.brand().zone(), days.of(field));
        this.latest = startedAt.plus(CLOCKS_MAY_DIFFER);
    }

    /// @return null when the field is not mapped or blank
    @Nullable
    Instant at(FieldCells cells) throws LineRefused {
        String text = cells.text(field);
        if (text == null) {
            return null;
        }
        Instant at = Instant.ofEpochMilli(times.millis(text, cells.column(field)));
        if (at.isAfter(latest)) {
            throw cells.refused(LineFault.DATE_IN_FUTURE, field, text);
        }
        return at;
    }

    @Nullable
    LocalDate day(FieldCells cells) throws LineRefused {
        String text = cells.text(field);
        return text == null ? null : times.day(text, cells.column(field));
    }
}
