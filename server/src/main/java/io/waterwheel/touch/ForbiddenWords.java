package io.waterwheel.touch;

import io.waterwheel.access.Brand;

/// The words a brand does not want in anything that leaves.
public interface ForbiddenWords {

    /// Whether one of them is in the text.
    boolean in(Brand brand, String text);
}
