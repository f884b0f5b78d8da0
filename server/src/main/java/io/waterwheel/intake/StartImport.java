package io.waterwheel.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a file is to be read.
///
/// @param mapping field name to column name
/// @param source  under which its events stand; the same order under the same source counts once; absent: the kind
public record StartImport(
        Map<String, String> mapping, @Nullable String source) {}
