package io.waterwheel.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a file is to be read.
///
/// @param mapping  field name to column name; `attributes.NAME` where the kind takes what has no field of its own
/// @param source   under which its events stand; the same order under the same source counts once; absent: the kind
/// @param template under which name the mapping is kept for the next file, absent when it is not
public record StartImport(
        Map<String, String> mapping,
        @Nullable String source,
        @Nullable String template) {

    public StartImport(Map<String, String> mapping, @Nullable String source) {
        this(mapping, source, null);
    }
}
