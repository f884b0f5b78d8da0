package io.waterwheel.segment.list;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.kernel.event.IdentifierKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found at the beginning of a file; nothing of it is kept.
///
/// @param columns in the order of the file
/// @param column  the name of the column that most likely holds identifiers, null when none does
/// @param kind    of identifier, null when it cannot be told
public record ListPreview(
        List<Column> columns,
        @Nullable String column,
        @Nullable IdentifierKind kind) {

    /// @param name    as the file names it; without a line of names, the first value
    /// @param samples the first few values
    @Schema(name = "ListColumn")
    public record Column(String name, List<String> samples) {}
}
