package io.waterwheel.insight.rfm;

import io.waterwheel.kernel.Text;
import io.waterwheel.segment.language.Condition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the window's buyers stand.
///
/// @param cells  all 25, r and f from 1 to 5, 5 being the most recent and the most frequent
/// @param groups the eight groups
public record RfmGrid(
        Instant dataAt, LocalDate windowFrom, LocalDate windowTo, List<RfmCell> cells, List<RfmGroup> groups) {

    /// @param sales net sales in the window, minor units
    public record RfmCell(int r, int f, long customers, long sales) {}

    /// @param definitionOfSegment the same customers as a segment; null where nobody is in the group
    public record RfmGroup(
            BuyerGroup key,
            Text name,
            Text definition,
            long customers,
            long sales,
            @Nullable Condition definitionOfSegment) {}
}
