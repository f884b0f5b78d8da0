package io.waterwheel.intake.file;

import org.jspecify.annotations.Nullable;

/// One line that cannot be taken. Without a stack: a wrong mapping refuses millions.
final class LineRefused extends Exception {

    private final LineFault fault;
    private final int column;
    private final @Nullable String value;

    /// @param column where in the line, −1 for the whole line
    LineRefused(LineFault fault, int column, @Nullable String value) {
        super(fault.code(), null, false, false);
        this.fault = fault;
        this.column = column;
        this.value = value;
    }

    LineFault fault() {
        return fault;
    }

    int column() {
        return column;
    }

    @Nullable
    String value() {
        return value;
    }
}
