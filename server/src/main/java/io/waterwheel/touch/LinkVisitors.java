package io.waterwheel.touch;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.event.Identifier;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Finds out who opened a link that many people got. The module whose channel carried the link answers it.
public interface LinkVisitors {

    /// Where to send the visitor's browser, so that it comes back to `back` with `code` and `state`;
    /// empty when visitors of this brand cannot be asked.
    ///
    /// @param agent the browser's User-Agent: outside of the channel's own browser nobody can be asked
    Optional<URI> ask(Brand brand, String agent, URI back, String state);

    /// Who came back with this code; empty for a stranger.
    List<Identifier> identify(Brand brand, String code);
}
