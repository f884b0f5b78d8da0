package io.waterwheel.intake.file.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Lines of delimited text; the first one names the columns.
///
/// @param certain whether the part looked at proves the encoding; plain ASCII is the beginning of any
record CsvFormat(boolean gzip, Charset charset, boolean certain, Character delimiter) implements FileFormat {

    @Override
    public String code() {
        return "csv";
    }

    @Override
    public Rows open(Path file) throws IOException {
        return CsvRows.open(file, this);
    }

    @Override
    public @Nullable FileFormat otherwise() {
        return certain || !charset.equals(StandardCharsets.UTF_8)
                ? null
                : new CsvFormat(gzip, GB18030, true, delimiter);
    }

    @Override
    public boolean namesItsColumns() {
        return false;
    }
}
