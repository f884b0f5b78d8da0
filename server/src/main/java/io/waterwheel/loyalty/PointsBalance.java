package io.waterwheel.loyalty;

/// What one customer has.
///
/// @param available can be spent now
/// @param pending   earned, and not yet to be spent: the goods may still come back
/// @param frozen    kept for something that is being decided, such as an order at the checkout
/// @param debt      owed: points that were taken back after they had been spent; earnings pay it first
public record PointsBalance(Points available, Points pending, Points frozen, Points debt) {

    public static final PointsBalance EMPTY = new PointsBalance(Points.NONE, Points.NONE, Points.NONE, Points.NONE);
}
