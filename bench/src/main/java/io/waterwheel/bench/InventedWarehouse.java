package io.waterwheel.bench;

import io.waterwheel.warehouse.Changes;
import io.waterwheel.warehouse.Warehouse;
import io.waterwheel.warehouse.WarehouseTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.roaringbitmap.RoaringBitmap;

/// A warehouse with the product's own tables and settings, its rows made by the database itself from the numbers of
/// their customers. Three years of orders, half of them of a quarter of the customers.
final class InventedWarehouse implements Warehouse, AutoCloseable {

    static final Instant NOW = Instant.parse("2025-07-01T04:00:00Z");
    private static final String MEMORY = "2GB";
    static final int TAGS = 200;
    static final int CITIES = 340;

    private static final int PIECE = 1_000_000;

    /// Three of them, in seconds.
    private static final String YEARS = "94608000";

    private final Path directory;
    private final DuckDBConnection root;
    private final Changes changes = new Changes(1);
    private final long customers;
    private final long orders;
    private final String members;
    private long version = 1;

    InventedWarehouse(Path project, long customers) throws IOException, SQLException {
        this(
                project,
                customers,
                customers * 10 / 3,
                "case when hash(n * 29) % 5 < 3 then timestamp '2022-07-01' + to_seconds(hash(n * 31) % " + YEARS
                        + ") end");
    }

    /// @param members since when customer `n` is one, in SQL
    InventedWarehouse(Path project, long customers, long orders, String members) throws IOException, SQLException {
        this.customers = customers;
        this.orders = orders;
        this.members = members;
        this.directory = Files.createTempDirectory(
                Files.createDirectories(project.resolve("bench/target").toAbsolutePath()), "segment");
        Properties settings = new Properties();
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("temp_directory", directory.resolve("temporary").toString());
        settings.setProperty("preserve_insertion_order", "false");
        settings.setProperty("jdbc_stream_results", "true");
        root = DriverManager.getConnection("jdbc:duckdb:" + directory.resolve("warehouse.duckdb"), settings)
                .unwrap(DuckDBConnection.class);
        try (InputStream schema = InventedWarehouse.class.getResourceAsStream("/db/warehouse/schema.sql")) {
            execute(new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8));
            fill();
        } catch (SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void fill() throws SQLException {
        execute("insert into feed values (%d, '2025-07-01 04:00:00', 1)".formatted(orders));
        execute("create temporary table number as select i from generate_series(1, %d) t(i)".formatted(PIECE));
        numbered(customers, """
                insert into customer
                select n, case hash(n * 3) %% 10 when 0 then null when 1 then '男' when 2 then '男' when 3 then '男' else '女' end,
                       case when hash(n * 5) %% 3 > 0 then date '1960-01-01' + (hash(n * 7) %% 18000)::integer end,
                       case when hash(n * 11) %% 8 > 0 then '城市' || floor(sqrt(hash(n * 13) %% %1$d))::integer end,
                       case when hash(n * 11) %% 8 > 0 then '省' || (floor(sqrt(hash(n * 13) %% %1$d)) %% 31)::integer end,
                       map {'level': ['银', '金', '钻石', '普通', '普通'][1 + (hash(n * 17) %% 5)::integer]}, 1
                from numbered""".formatted(CITIES * CITIES));
        numbered(customers, """
                insert into relation
                select 1, n, first, first + to_days((hash(n * 23) %% 300)::integer), member, member::date, wecom, email, false,
                       wecom, email, false, false, false, false, false, false, 1
                from (select n, timestamp '2022-07-01' + to_seconds(hash(n * 19) %% %1$s) as first,
                             %2$s as member,
                             hash(n * 37) %% 100 < 55 as wecom, hash(n * 41) %% 5 = 0 as email
                      from numbered)""".formatted(YEARS, members));
        numbered(customers, """
                insert into tag
                select 1, n, unnest(case when first = second then [first] else [first, second] end), null, 1
                from (select n, 1 + floor(sqrt(hash(n * 43) %% %1$d))::integer as first,
                             1 + floor(sqrt(hash(n * 71) %% %1$d))::integer as second
                      from numbered)""".formatted(TAGS * TAGS));
        numbered(orders, """
                insert into orders
                select n, 1, c, 'O' || n, c, paid, paid::date, 1000 + (hash(n * 47) %% 90000)::bigint, 'S' || hash(n * 53) %% 500, 'shop'
                from (select n, 1 + floor(%1$d * power((hash(n * 59) >> 11) / 9007199254740992.0, 2))::integer as c,
                             timestamp '2022-07-01' + to_seconds(floor(n * %3$s.0 / %2$d) + hash(n * 61) %% 14000) as paid
                      from numbered)""".formatted(customers, orders, YEARS));
        execute("""
                insert into refund
                select position, brand_id, written_under, number, number, customer_no, paid_at + interval 2 day, day + 2, amount / 2,
                       store, channel
                from orders where hash(position) % 20 = 0""");
        execute("drop table number");
        execute("checkpoint");
    }

    /// Runs a statement over the numbers from 1, a piece after the other: the database counts on one core only, and
    /// reads a table it has on all.
    private void numbered(long many, String sql) throws SQLException {
        for (long before = 0; before < many; before += PIECE) {
            execute("create or replace temporary view numbered as select %d + i as n from number where i <= %d"
                    .formatted(before, many - before));
            execute(sql);
        }
    }

    /// What a hundred thousand events change: each customer was seen, a third bought, some gave back, were tagged or
    /// described anew.
    ///
    /// @return how long the database took
    double batch(int events) throws SQLException {
        long begin = System.nanoTime();
        long next = version + 1;
        execute("begin transaction");
        execute("""
                create or replace temporary table batch as
                select n, 1 + (hash(n * 67 + %d) %% %d)::integer as customer_no from generate_series(1, %d) t(n)""".formatted(next, customers, events));
        execute("""
                insert into orders
                select %1$d + n, 1, customer_no, 'N' || n, customer_no, timestamp '2025-07-01 03:59:00' - to_seconds(n),
                       date '2025-07-01', 5000 + n, null, 'shop' from batch where n %% 3 = 0""".formatted(orders + events * next));
        execute("""
                insert into refund select %1$d + n, 1, customer_no, 'N' || n, 'N' || n, customer_no, timestamp '2025-07-01 03:59:30',
                       date '2025-07-01', 5000, null, 'shop' from batch where n %% 30 = 0""".formatted(orders + events * next));
        renew("relation", "true", "last_seen_at = timestamp '2025-07-01 04:00:00'", next);
        renew("customer", "n % 20 = 0", "city = '城市7'", next);
        renew("tag", "n % 20 = 1", "tag_id = tag_id % " + TAGS + " + 1", next);
        execute("update feed set version = " + next);
        Map<WarehouseTable, RoaringBitmap> changed = new EnumMap<>(WarehouseTable.class);
        changed.put(WarehouseTable.ORDERS, touched("n % 3 = 0"));
        changed.put(WarehouseTable.REFUND, touched("n % 30 = 0"));
        changed.put(WarehouseTable.RELATION, touched("true"));
        changed.put(WarehouseTable.CUSTOMER, touched("n % 20 = 0"));
        changed.put(WarehouseTable.TAG, touched("n % 20 = 1"));
        changes.add(next, changed);
        execute("commit");
        version = next;
        return (System.nanoTime() - begin) / 1e9;
    }

    /// As the feed does: the present rows go, and come back under the new version.
    private void renew(String table, String which, String change, long next) throws SQLException {
        String those = "customer_no in (select customer_no from batch where " + which + ")";
        execute("create or replace temporary table renewed as select * from " + table + " where " + those);
        execute("update renewed set version = " + next + ", " + change);
        execute("delete from " + table + " where " + those);
        execute("insert into " + table + " select * from renewed");
    }

    private RoaringBitmap touched(String which) throws SQLException {
        RoaringBitmap numbers = new RoaringBitmap();
        try (Statement statement = root.createStatement();
                ResultSet rows = statement.executeQuery("select distinct customer_no from batch where " + which)) {
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
        }
        return numbers;
    }

    /// The numbers of the one row that a statement gives. What cannot be done in the product's two gigabytes gets
    /// eight.
    long[] numbers(String sql) throws SQLException {
        try {
            return row(sql);
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("Out of Memory")) {
                throw e;
            }
            System.err.println("SQL needs more than 2 GB: " + sql.substring(0, Math.min(100, sql.length())));
            execute("set memory_limit = '8GB'");
            try {
                return row(sql);
            } finally {
                execute("set memory_limit = '" + MEMORY + "'");
            }
        }
    }

    private long[] row(String sql) throws SQLException {
        try (Connection connection = root.duplicate();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            long[] numbers = new long[row.getMetaData().getColumnCount()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = row.getLong(i + 1);
            }
            return numbers;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = root.createStatement()) {
            statement.execute(sql);
        }
    }

    long customers() {
        return customers;
    }

    long orders() {
        return orders;
    }

    @Override
    public <T> T read(Function<DSLContext, T> question) {
        try (Connection connection = root.duplicate()) {
            connection.setAutoCommit(false);
            T answer = question.apply(DSL.using(connection, SQLDialect.DUCKDB));
            connection.rollback();
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException("the warehouse cannot be read", e);
        }
    }

    @Override
    public long position() {
        return version;
    }

    @Override
    public Optional<RoaringBitmap> changed(Set<WarehouseTable> tables, long after, long upTo) {
        return changes.between(tables, after, upTo);
    }

    @Override
    public Instant dataAt() {
        return NOW;
    }

    @Override
    public boolean catchUp(Duration most) {
        return true;
    }

    @Override
    public void close() throws IOException, SQLException {
        root.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
