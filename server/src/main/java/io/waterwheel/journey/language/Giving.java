package io.waterwheel.journey.language;

import java.util.List;

/// Gives the customer something and waits until it is known whether they have it.
public sealed interface Giving extends Step permits GivePoints, GiveCoupon {

    String GIVEN = "given";
    String NOT_GIVEN = "notGiven";

    @Override
    default List<String> exits() {
        return List.of(GIVEN, NOT_GIVEN);
    }

    /// It is known at once.
    @Override
    default boolean waits() {
        return false;
    }
}
