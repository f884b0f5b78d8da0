package io.waterwheel.intake;

/// What came of a file.
///
/// @param lines           data lines, empty ones not counted
/// @param rejectedLines   of these, how many could not be taken
/// @param orders          paid orders of the file that are in the log now
/// @param refunds         likewise
/// @param anonymousOrders of the orders, those without a customer
/// @param unchanged       orders, refunds or records that were in before this import, or stand in the file twice
/// @param newCustomers    customers who had not been known before this import
/// @param records         of files that tell no orders: customers, balances, products, stores or staff that are in
public record ImportCounts(
        long lines,
        long rejectedLines,
        long orders,
        long refunds,
        long anonymousOrders,
        long unchanged,
        long newCustomers,
        long records) {

    /// Of a file of orders.
    public ImportCounts(
            long lines,
            long rejectedLines,
            long orders,
            long refunds,
            long anonymousOrders,
            long unchanged,
            long newCustomers) {
        this(lines, rejectedLines, orders, refunds, anonymousOrders, unchanged, newCustomers, 0);
    }

    /// Of a file of anything else.
    public static ImportCounts ofRecords(
            long lines, long rejectedLines, long records, long unchanged, long newCustomers) {
        return new ImportCounts(lines, rejectedLines, 0, 0, 0, unchanged, newCustomers, records);
    }
}
