package io.waterwheel.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Ten million customers, each with an account and a browser, and a hundred million events of theirs
/// (WATERWHEEL_BENCH_CUSTOMERS makes it smaller). One of the customers has a twentieth of a percent of all.
final class Population {

    static final int CUSTOMERS = customers();
    static final long EVENTS = 10L * CUSTOMERS;

    private Population() {}

    private static int customers() {
        String wanted = System.getenv("WATERWHEEL_BENCH_CUSTOMERS");
        return wanted == null ? 10_000_000 : Integer.parseInt(wanted);
    }

    /// Fills the product and leaves it running.
    static void fill(Product product) throws Exception {
        product.start();
        try (Connection database = product.database()) {
            insert(product, database);
        }
        product.stop();
        skipInWarehouse(product);
        product.start();
    }

    /// Straight into the tables: what is measured is reading. Those who follow the log are told that they have seen it.
    private static void insert(Product product, Connection database) throws Exception {
        Load load = new Load(product);
        try (BareHttp http = load.connection()) {
            http.post(Load.batches(1, i -> Load.identified("real", "\"userId\":\"somebody\""))
                    .getFirst());
        }
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            statement.execute("lock table kernel.consumer_offset in exclusive mode");
            statement.execute("set synchronous_commit = off");
            statement.execute("set maintenance_work_mem = '1GB'");
            statement.execute("create temporary table sealed as select sealed from customer.identifier limit 1");
            statement.execute("""
                    truncate kernel.event, customer.identifier, customer.profile, customer.relation, customer.purchase,
                        customer.touchpoint, customer.link""");
            statement.execute("drop index kernel.event_key");
            statement.execute("drop index kernel.event_of_customer");
            // Each customer has an account and a browser; events stand under either.
            statement.execute("""
                    insert into customer.identifier (no, customer_no, kind, blind, sealed, source, first_seen_at, brand_id)
                    select n + side * %1$d, n, case side when 0 then 'user_id' else 'anonymous_id' end,
                           decode(md5(n || '-' || side), 'hex'), sealed, 'bench', timestamptz '2024-01-01', 1
                    from generate_series(1, %1$d) n, generate_series(0, 1) side, sealed""".formatted(CUSTOMERS));
            statement.execute("""
                    insert into customer.profile (customer_no, name, city, created_at)
                    select n, '王小' || n, '杭州', timestamptz '2024-01-01' from generate_series(1, %d) n""".formatted(CUSTOMERS));
            statement.execute("""
                    insert into customer.touchpoint (brand_id, customer_no, channel, via, usable, changed_at)
                    select 1, n, 'wecom', 'guide' || n %% 300, true, timestamptz '2024-01-01'
                    from generate_series(1, %d, 3) n""".formatted(CUSTOMERS));
            // Scattered as they come in: the events of one customer lie far apart.
            statement.execute("""
                    insert into kernel.event (position, key, brand_id, customer_no, name, at, received_at, source,
                        message_id, identified_by, properties, context)
                    select p, md5(p::text)::uuid, 1,
                           case when p %% %2$d = 0 then 1
                                else 1 + (p * 7919 + p / %1$d) %% %1$d + (p / %1$d %% 2) * %1$d end,
                           (array['Order Completed', 'Product Viewed', 'Page Viewed', 'Product Added', 'Page Viewed'])[1 + p %% 5],
                           timestamptz '2024-01-01' + p * interval '0.5 seconds',
                           timestamptz '2024-01-01' + p * interval '0.5 seconds',
                           'bench', 'm' || p, 1,
                           case when p %% 5 = 0
                                then jsonb_build_object('order_id', 'O' || p, 'total', 12.5, 'products',
                                        jsonb_build_array(jsonb_build_object('product_id', 'p' || p %% 400, 'quantity', 1, 'price', 12.5)))
                                else jsonb_build_object('product_id', 'p' || p %% 400) end,
                           '{}'
                    from generate_series(1, %3$d::bigint) p""".formatted(CUSTOMERS, EVENTS / 50_000, EVENTS));
            statement.execute("create unique index event_key on kernel.event (key)");
            statement.execute("""
                    create index event_of_customer on kernel.event (customer_no, at desc, position desc)
                    where customer_no is not null""");
            statement.execute("""
                    insert into customer.purchase (brand_id, kind, number, customer_no, at, amount, position)
                    select 1, 'order', 'O' || position,
                           case when customer_no > %1$d then customer_no - %1$d else customer_no end, at, 1250, position
                    from kernel.event where name = 'Order Completed'""".formatted(CUSTOMERS));
            statement.execute("""
                    insert into customer.relation (brand_id, customer_no, first_seen_at, last_seen_at, orders, gross_sales,
                        first_order_at, last_order_at)
                    select 1, n, '2024-01-01', '2025-08-01', coalesce(bought.orders, 0), 1250 * coalesce(bought.orders, 0),
                           bought.first, bought.last
                    from generate_series(1, %d) n
                    left join (select customer_no, count(*) as orders, min(at) as first, max(at) as last
                               from customer.purchase group by 1) bought on bought.customer_no = n""".formatted(CUSTOMERS));
            statement.execute("update kernel.consumer_offset set position = " + EVENTS);
            database.commit();
            database.setAutoCommit(true);
            statement.execute("vacuum analyze kernel.event");
            statement.execute("analyze");
        }
    }

    private static void skipInWarehouse(Product product) throws SQLException {
        try (Connection warehouse = DriverManager.getConnection("jdbc:duckdb:" + product.warehouse());
                Statement statement = warehouse.createStatement()) {
            statement.execute("update feed set position = " + EVENTS);
        }
    }
}
