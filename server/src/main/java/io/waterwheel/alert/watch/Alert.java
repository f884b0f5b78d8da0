package io.waterwheel.alert.watch;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.lag.LateKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that is late beyond the brand's limit, or was.
///
/// @param since     since when the oldest of it has been due
/// @param clearedAt when it had recovered; null while it is late
/// @param waiting   how many wait, at least
/// @param path      where the console shows it, below the brand
/// @param whole     whether it is the installation's, and not this brand's alone
public record Alert(
        String id,
        LateKind kind,
        Text reason,
        Instant since,
        Instant raisedAt,
        @Nullable Instant clearedAt,
        long waiting,
        String path,
        boolean whole) {}
