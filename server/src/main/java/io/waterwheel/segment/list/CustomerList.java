package io.waterwheel.segment.list;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.job.Job;
import io.waterwheel.segment.ListId;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.language.Condition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A static list of customers.
///
/// @param size how many customers it lists, null until it is ready
/// @param job  the job that makes it, null when it is ready
public record CustomerList(
        ListId id,
        String name,
        ListOrigin origin,
        ListState state,
        @Nullable Long size,
        @Nullable Snapshot snapshot,
        @Nullable Upload upload,
        @Nullable Job job,
        String createdBy,
        Instant createdAt,
        @Nullable Instant readyAt) {

    /// What a list was taken of; the segment itself may have changed since or be gone.
    ///
    /// @param version    which version of the segment
    /// @param definition what it asked then
    /// @param reading    the same in words, as things were called then
    @Schema(name = "ListSnapshot")
    public record Snapshot(SegmentId segment, String name, int version, Condition definition, Text reading) {}

    /// What a list was read from.
    ///
    /// @param kind           of identifier
    /// @param result         null until the list is ready
    /// @param unmatchedUntil when the rows that matched nobody are deleted, null when there are none
    @Schema(name = "ListUpload")
    public record Upload(
            String filename,
            IdentifierKind kind,
            @Nullable UploadResult result,
            @Nullable Instant unmatchedUntil) {}
}
