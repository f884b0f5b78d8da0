package io.waterwheel.kernel.job;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Text;
import org.jspecify.annotations.Nullable;

/// Work to be started.
///
/// @param kind   which [JobHandler] does it
/// @param title  what a person would call it, such as the file's name
/// @param unit   what is counted: `rows`, `recipients`
/// @param params whatever the handler needs, kept as JSON
/// @param link   the console page that shows it, absent when there is none
public record NewJob(
        String kind,
        Text title,
        @Nullable BrandId brand,
        String unit,
        Object params,
        @Nullable String link) {}
