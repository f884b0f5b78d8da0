package io.waterwheel.intake;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.event.LoggedEvent;
import java.util.Collection;
import java.util.Set;

/// What other modules may ask of sources.
public interface EventSources {

    /// Makes a source that reports by HTTP, in the caller's transaction if there is one.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `source-name-taken`, `invalid`
    IssuedWriteKey create(Brand brand, String name);

    /// Makes a source whose calls come by a stream rather than by HTTP, in the caller's transaction if there is one.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `source-name-taken`, `invalid`
    Source createStream(Brand brand, String name);

    /// @throws io.waterwheel.kernel.problem.Problem `not-found`
    Source get(Brand brand, SourceId id);

    /// Which events, by their places in the log, are a stranger's word: told with a write key that is in a page or an
    /// app, where anybody can read it. Judged by what their sources are now.
    Set<Long> strangersWords(Collection<LoggedEvent> events);

    /// Takes nothing from it any more; what it reported stays.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `not-found`
    void revoke(Brand brand, SourceId id);
}
