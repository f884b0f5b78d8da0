package io.waterwheel.intake;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
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

    /// The names of the brand's sources whose write key is in a page or an app, as they are now: what they say is a
    /// stranger's word.
    Set<String> clientSide(BrandId brand);

    /// Takes nothing from it any more; what it reported stays.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `not-found`
    void revoke(Brand brand, SourceId id);
}
