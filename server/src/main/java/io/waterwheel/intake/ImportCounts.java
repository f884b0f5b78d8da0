package io.waterwheel.intake;

/// What came of a file.
///
/// @param lines           data lines, empty ones not counted
/// @param rejectedLines   of these, how many could not be taken
/// @param orders          paid orders of the file that are in the log now
/// @param refunds         likewise
/// @param anonymousOrders of the orders, those without a customer
/// @param unchanged       orders and refunds that had been in the log before this import
/// @param newCustomers    customers who had not been known before this import
public record ImportCounts(
        long lines,
        long rejectedLines,
        long orders,
        long refunds,
        long anonymousOrders,
        long unchanged,
        long newCustomers) {}
