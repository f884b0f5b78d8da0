package io.waterwheel.kernel.lag;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that should have been done and has not.
///
/// @param brand   whose; null: the whole installation's
/// @param subject what of its kind, so that the same is told once
/// @param since   since when the oldest of it has been due
/// @param waiting how many wait, at least
/// @param reason  what it is and what stands in the way; nothing of a customer
/// @param path    where the console shows it, below the brand
public record Late(
        @Nullable BrandId brand,
        LateKind kind,
        String subject,
        Instant since,
        long waiting,
        Text reason,
        String path) {}
