package io.waterwheel.touch;

import io.waterwheel.kernel.BrandId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// A broadcast as an experiment: everyone eligible was split by a stable hash before anything was sent.
///
/// @param startedAt  when sending began, null while it has not
/// @param windowDays how many days after that count
/// @param treated    assigned to receive it, whether or not it reached them
/// @param holdout    assigned to be left alone
public record BroadcastTrial(
        BroadcastId id,
        BrandId brand,
        @Nullable Instant startedAt,
        int windowDays,
        RoaringBitmap treated,
        RoaringBitmap holdout) {}
