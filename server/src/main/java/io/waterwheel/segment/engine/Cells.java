package io.waterwheel.segment.engine;

import java.util.List;

/// Counts of customers by dimension, part and set.
public final class Cells {

    private final List<Dimension> dimensions;
    private final long[][][] counts;

    Cells(List<Dimension> dimensions, long[][][] counts) {
        this.dimensions = dimensions;
        this.counts = counts;
    }

    /// How many of a set are in a part.
    ///
    /// @param set its place among the sets that were asked about
    public long count(Dimension dimension, int part, int set) {
        return counts[dimensions.indexOf(dimension)][part][set];
    }
}
