package io.waterwheel.kernel.lag;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Work of a module that can be late. Asked several times a minute: a look into an index for each of its lines,
/// never a count of millions.
public interface LateWork {

    /// What it answers for.
    Set<LateKind> kinds();

    /// Everything that has been due since then or longer.
    List<Late> late(Instant since);
}
