package io.waterwheel.touch;

import io.waterwheel.access.Brand;

/// SMS for a trial: nothing leaves the machine.
public interface TrialSms {

    /// Has a brand's SMS written to files, unless it has a provider already.
    ///
    /// @param signature whose they are
    void writeToFiles(Brand brand, String signature);
}
