package io.waterwheel.intake.file.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file's rows, one after the other, in constant memory. Whatever makes the rest unreadable is a clear problem.
public interface Rows extends AutoCloseable {

    /// The names of the columns, each once.
    List<String> columns();

    /// @return the next row that is not blank, the same object each time; null at the end
    /// @throws io.waterwheel.kernel.problem.Problem `file-…`
    @Nullable
    Row next() throws IOException;

    /// How much of the file has been read, from 0 to 1.
    double share();

    @Override
    void close() throws IOException;
}
