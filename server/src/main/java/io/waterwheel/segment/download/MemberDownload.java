package io.waterwheel.segment.download;

import io.waterwheel.kernel.job.Job;
import io.waterwheel.segment.ListId;
import io.waterwheel.segment.SegmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file of a segment's or a list's members.
///
/// @param name      of the segment or list when it was asked for
/// @param plain     whether personal data stands in it in plain
/// @param job       that makes it, null when it is ready
/// @param rows      how many customers it holds, null until it is ready
/// @param expiresAt when it is deleted, null until it is ready
public record MemberDownload(
        String id,
        @Nullable SegmentId segment,
        @Nullable ListId list,
        String name,
        List<String> columns,
        DownloadFormat format,
        boolean plain,
        DownloadState state,
        @Nullable Job job,
        @Nullable Long rows,
        @Nullable Long bytes,
        String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt) {}
