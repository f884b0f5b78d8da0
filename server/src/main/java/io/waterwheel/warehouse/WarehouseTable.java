package io.waterwheel.warehouse;

import java.util.Locale;

/// A table of the warehouse with rows of customers, see `db/warehouse/schema.sql`. What is `sold` is no customer's, and
/// its rows only ever become more.
public enum WarehouseTable {
    CUSTOMER(true, "version"),
    RELATION(true, "version"),
    TAG(true, "version"),
    FRIEND(true, "version"),
    ORDERS(false, "written_under, number"),
    ORDER_LINE(false, "written_under"),
    REFUND(false, "written_under, number, order_number"),
    REFUND_LINE(false, "written_under"),
    EVENT(false, "written_under");

    private final boolean describing;
    private final String bookkeeping;

    WarehouseTable(boolean describing, String bookkeeping) {
        this.describing = describing;
        this.bookkeeping = bookkeeping;
    }

    /// What it is called in SQL.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Columns that no question about customers asks for, and that are left out of an [Excerpt]: reading them for
    /// everybody
    /// would cost more than all others.
    String bookkeeping() {
        return bookkeeping;
    }

    /// Whether it says what customers are now, each of them written anew with every change and under its version. The
    /// others are history, which grows, and whose rows move when customers merge.
    public boolean describing() {
        return describing;
    }
}
