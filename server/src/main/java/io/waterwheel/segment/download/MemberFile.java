package io.waterwheel.segment.download;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file that rows are written to.
interface MemberFile extends AutoCloseable {

    void row(List<? extends @Nullable Object> cells) throws IOException;

    /// What was written so far is on disk when it returns.
    ///
    /// @return where the file goes on after a kill; 0 when it must be begun anew
    long flush() throws IOException;

    /// Writes the end of the file, without which it is none.
    void finish() throws IOException;

    @Override
    void close() throws IOException;
}
