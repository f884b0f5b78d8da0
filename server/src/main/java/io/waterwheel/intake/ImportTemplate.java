package io.waterwheel.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A mapping that is kept for the next file of a source.
///
/// @param columns the header it was made for
/// @param mapping field name to column name
public record ImportTemplate(
        long id,
        ImportKind kind,
        String name,
        String source,
        List<String> columns,
        Map<String, String> mapping,
        Instant changedAt) {}
