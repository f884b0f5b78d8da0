package io.waterwheel.intake.file.table;

import org.jspecify.annotations.Nullable;

/// One line that cannot be taken. Without a stack: a wrong mapping refuses millions.
public final class LineRefused extends Exception {

    private final LineFault fault;
    private final int column;
    private final @Nullable String value;

    /// @param column where in the line, −1 for the whole line
    public LineRefused(LineFault fault, int column, @Nullable String value) {
        super(fault.code(), null, false, false);
        this.fault = fault;
        this.column = column;
        this.value = value;
    }

    public LineFault fault() {
        return fault;
    }

    public int column() {
        return column;
    }

    public @Nullable String value() {
        return value;
    }
}
