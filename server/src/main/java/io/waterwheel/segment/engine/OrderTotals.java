package io.waterwheel.segment.engine;

/// What some customers bought in a window.
///
/// @param buyers   those with at least one paid order
/// @param orders   paid orders
/// @param netSales orders paid less refunds given, in minor units
public record OrderTotals(long buyers, long orders, long netSales) {}
