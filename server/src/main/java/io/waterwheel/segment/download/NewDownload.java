package io.waterwheel.segment.download;

import io.waterwheel.segment.ListId;
import io.waterwheel.segment.SegmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file to be made: of a segment's members or of a list's, exactly one of the two.
///
/// @param columns codes of [MemberColumn], or `attributes.` and a name; in the order of the file
/// @param plain   whether phone, e-mail and the like stand in it in plain, else masked
public record NewDownload(
        @Nullable SegmentId segment,
        @Nullable ListId list,
        List<String> columns,
        DownloadFormat format,
        boolean plain) {

    public NewDownload {
        columns = List.copyOf(columns);
    }

    boolean ofOne() {
        return (segment == null) != (list == null);
    }
}
