package io.waterwheel.exchange.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An export to be made.
///
/// @param since        what happened before is left out; absent: from the beginning
/// @param until        what happened then or later is left out; absent: all there is
/// @param personalData whether it holds plain personal data, which only an administrator may ask for
public record NewExport(
        ExportKind kind,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Boolean personalData) {

    boolean withPersonalData() {
        return Boolean.TRUE.equals(personalData);
    }
}
