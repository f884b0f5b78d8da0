package io.waterwheel.warehouse;

import java.util.Locale;

/// A table of the warehouse, see `db/warehouse/schema.sql`.
public enum WarehouseTable {
    CUSTOMER(true),
    RELATION(true),
    TAG(true),
    ORDERS(false),
    ORDER_LINE(false),
    REFUND(false),
    EVENT(false);

    private final boolean describing;

    WarehouseTable(boolean describing) {
        this.describing = describing;
    }

    /// What it is called in SQL.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it says what customers are now, each of them written anew with every change and under its version. The
    /// others are history, which grows, and whose rows move when customers merge.
    public boolean describing() {
        return describing;
    }
}
