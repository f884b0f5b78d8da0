package io.waterwheel.exchange.export;

import java.util.List;

/// The tables of exports, in DuckDB's words. `docs/guide/en/exchange.md` says what each column means.
enum ExportColumns {
    EVENTS(
            "events",
            "position bigint",
            "key varchar",
            "customer_no integer",
            "name varchar",
            "happened_at timestamptz",
            "received_at timestamptz",
            "source varchar",
            "message_id varchar",
            "properties varchar"),
    CUSTOMERS(
            "customers",
            "customer_no integer",
            "first_seen_at timestamptz",
            "last_seen_at timestamptz",
            "member_since timestamptz",
            "gender varchar",
            "birthday date",
            "city varchar",
            "province varchar",
            "orders integer",
            "net_sales bigint",
            "last_order_at timestamptz",
            "wecom_reachable boolean",
            "email_reachable boolean",
            "attributes varchar",
            "member_nos varchar[]",
            "user_ids varchar[]",
            "name varchar",
            "phones varchar[]",
            "emails varchar[]"),
    ORDERS(
            "orders",
            "position bigint",
            "kind varchar",
            "number varchar",
            "customer_no integer",
            "happened_at timestamptz",
            "day date",
            "amount bigint",
            "currency varchar",
            "store varchar",
            "source varchar"),
    ORDER_LINES(
            "order_lines",
            "position bigint",
            "line integer",
            "kind varchar",
            "number varchar",
            "product_id varchar",
            "name varchar",
            "category varchar",
            "quantity double",
            "price double",
            "amount bigint");

    private final String table;
    private final List<String> columns;

    ExportColumns(String table, String... columns) {
        this.table = table;
        this.columns = List.of(columns);
    }

    String table() {
        return table;
    }

    String definition() {
        return String.join(", ", columns);
    }
}
