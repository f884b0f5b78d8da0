package io.waterwheel.intake.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How a file's bytes become cells.
///
/// @param certain whether the part looked at proves the encoding; plain ASCII is the beginning of any
record FileFormat(boolean gzip, Charset charset, boolean certain, char delimiter) {

    static final Charset GB18030 = Charset.forName("GB18030");

    FileFormat in(Charset other) {
        return new FileFormat(gzip, other, true, delimiter);
    }

    /// The encoding to try when this one turns out wrong further down.
    boolean mayBeGb18030() {
        return !certain && charset.equals(StandardCharsets.UTF_8);
    }
}
