package io.waterwheel.insight.rfm;

/// One buyer's place among the buyers of the window.
///
/// @param recencyDays calendar days from the last order to the window's last day
/// @param frequency   orders in the window
/// @param monetary    net sales in the window, minor units
/// @param r           1 … 5, 5 being the most recent fifth
public record CustomerRfm(int recencyDays, long frequency, long monetary, int r, int f, int m, BuyerGroup group) {}
