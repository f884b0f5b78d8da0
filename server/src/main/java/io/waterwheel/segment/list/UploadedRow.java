package io.waterwheel.segment.list;

import org.jspecify.annotations.Nullable;

/// One row of a file as far as it is kept: sealed, and of its cells only the identifier.
///
/// @param line   where it begins in the file, from 1
/// @param text   the identifier as it stands there
/// @param reason why it led to nobody, null while it has not been looked up
record UploadedRow(long line, String text, @Nullable UnmatchedReason reason) {

    UploadedRow because(UnmatchedReason why) {
        return new UploadedRow(line, text, why);
    }

    /// Without the identifier: this may end up in a log.
    @Override
    public String toString() {
        return "line " + line + (reason == null ? "" : " " + reason.code());
    }
}
