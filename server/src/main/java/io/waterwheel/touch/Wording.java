package io.waterwheel.touch;

import java.math.BigDecimal;

/// How the texts of one brand leave by a channel, and what they cost. Made once for many texts, so that none of
/// its methods asks anybody.
public interface Wording {

    /// Nothing is added, and nothing is charged.
    Wording AS_WRITTEN = new Wording() {};

    /// A text as it leaves: with what the channel's rules add, such as a signature.
    default String whole(String text) {
        return text;
    }

    /// How many times a whole text is charged.
    default int units(String whole) {
        return 1;
    }

    /// What one unit costs, in the brand's minor units: fractions are common, such as 4.5 fen.
    default BigDecimal price() {
        return BigDecimal.ZERO;
    }
}
