package io.waterwheel.touch;

import java.util.Collection;

/// Where a channel says that there is news of calls, so that they are asked about at once.
public interface CallNews {

    /// @param callKeys of [Call#key]; those of no call are left out
    void came(Collection<String> callKeys);
}
