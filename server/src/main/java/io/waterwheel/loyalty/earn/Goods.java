package io.waterwheel.loyalty.earn;

import io.waterwheel.loyalty.programme.When;

/// What an order was about, as conditions on lines, channel and store look at it.
public interface Goods {

    /// What was paid, in minor units.
    long amount();

    /// Whether it was sold through the channel, or in the store, that is asked for.
    boolean sold(When.Sold asked);

    int lines();

    /// Whether a line is of the product, or of the category, that is asked for.
    boolean line(int line, When.Sold asked);

    /// In minor units.
    long lineAmount(int line);
}
