package io.waterwheel.segment.list;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What became of the rows of a file.
///
/// @param rows      rows of the file that are not blank
/// @param valid     those whose identifier is well formed
/// @param matched   those of them that led to a customer of the brand
/// @param customers how many customers these were, each counted once
/// @param unmatched how many rows led to nobody, by reason
public record UploadResult(long rows, long valid, long matched, long customers, List<Unmatched> unmatched) {

    public UploadResult {
        unmatched = List.copyOf(unmatched);
    }

    /// @param reason why
    /// @param rows   how many
    @Schema(name = "UnmatchedRows")
    public record Unmatched(UnmatchedReason reason, long rows) {}

    /// Of one piece, whose customers are counted later.
    static UploadResult of(Collection<UploadedRow> unmatched, long rows, long valid) {
        Map<UnmatchedReason, Long> reasons = new EnumMap<>(UnmatchedReason.class);
        unmatched.forEach(row -> {
            if (row.reason() != null) {
                reasons.merge(row.reason(), 1L, Long::sum);
            }
        });
        return new UploadResult(rows, valid, rows - unmatched.size(), 0, listed(reasons));
    }

    static UploadResult sum(Collection<UploadResult> pieces, long customers) {
        long rows = 0;
        long valid = 0;
        long matched = 0;
        Map<UnmatchedReason, Long> reasons = new EnumMap<>(UnmatchedReason.class);
        for (UploadResult piece : pieces) {
            rows += piece.rows;
            valid += piece.valid;
            matched += piece.matched;
            piece.unmatched.forEach(part -> reasons.merge(part.reason, part.rows, Long::sum));
        }
        return new UploadResult(rows, valid, matched, customers, listed(reasons));
    }

    private static List<Unmatched> listed(Map<UnmatchedReason, Long> reasons) {
        List<Unmatched> listed = new ArrayList<>();
        reasons.forEach((reason, rows) -> listed.add(new Unmatched(reason, rows)));
        return listed;
    }
}
