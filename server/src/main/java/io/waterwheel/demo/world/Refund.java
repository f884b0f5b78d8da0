package io.waterwheel.demo.world;

import java.time.Instant;
import java.util.List;

/// Money given back for a sale, for all of it or for one line.
public record Refund(Sale sale, Instant at, List<Line> lines) {

    /// In fen.
    public long amount() {
        return lines.stream().mapToLong(Line::amount).sum();
    }
}
