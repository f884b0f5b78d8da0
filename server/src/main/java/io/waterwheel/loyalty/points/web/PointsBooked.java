package io.waterwheel.loyalty.points.web;

import io.waterwheel.loyalty.Booking;

/// What was booked.
///
/// @param repeated whether it stood in the ledger before
record PointsBooked(long entry, long points, boolean repeated) {

    static PointsBooked of(Booking.Booked booked) {
        return new PointsBooked(booked.entry(), booked.points().value(), booked.repeated());
    }
}
