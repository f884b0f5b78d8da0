package io.waterwheel.intake.file.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One JSON object per line; what is nested is named by its path, `address.city`.
///
/// @param certain whether the part looked at proves the encoding; plain ASCII is the beginning of any
record JsonLinesFormat(boolean gzip, Charset charset, boolean certain) implements FileFormat {

    @Override
    public String code() {
        return "jsonl";
    }

    @Override
    public Rows open(Path file) throws IOException {
        return JsonLineRows.open(file, this);
    }

    @Override
    public @Nullable FileFormat otherwise() {
        return certain || !charset.equals(StandardCharsets.UTF_8) ? null : new JsonLinesFormat(gzip, GB18030, true);
    }
}
