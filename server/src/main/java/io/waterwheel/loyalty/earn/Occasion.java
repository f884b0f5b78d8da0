package io.waterwheel.loyalty.earn;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An order, or something else that happened, as rules see it. Rules are named by their place in the programme.
public interface Occasion {

    /// The brand's day.
    LocalDate day();

    /// What was paid, in minor units; 0 of what is no order.
    long amount();

    /// How much of it is left by what a rule, and another one too, ask of lines, channel and store.
    ///
    /// @param other a rule's place as well, or -1
    long counted(int rule, int other);

    /// Whether it is the customer's first order.
    boolean first();

    /// The tier's place in the scheme, -1 for none.
    int tier();

    @Nullable
    LocalDate birthday();

    /// Whether the customer is in the rule's segment.
    boolean inAudience(int rule);
}
