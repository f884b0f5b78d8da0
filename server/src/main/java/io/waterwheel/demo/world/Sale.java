package io.waterwheel.demo.world;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A paid order.
///
/// @param buyer null when nobody can be named
/// @param store null when it was bought on-line
public record Sale(
        String number,
        @Nullable Customer buyer,
        Instant at,
        @Nullable Store store,
        List<Line> lines) {

    /// In fen.
    public long amount() {
        return lines.stream().mapToLong(Line::amount).sum();
    }
}
