package io.waterwheel.warehouse.duckdb;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.customer.CustomerFacts;
import io.waterwheel.customer.FriendFacts;
import io.waterwheel.customer.RelationFacts;
import io.waterwheel.customer.TagFacts;
import io.waterwheel.customer.TouchpointFacts;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.Order;
import io.waterwheel.warehouse.Changes;
import io.waterwheel.warehouse.WarehouseTable;
import io.waterwheel.warehouse.duckdb.WarehouseFeed.Fed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Predicate;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// Writes one batch through DuckDB's appenders, which are many times faster than inserts, inside one transaction.
final class WarehouseWriter implements AutoCloseable {

    /// What happened, under the number it happened to.
    private static final List<WarehouseTable> HISTORY = Arrays.stream(WarehouseTable.values())
            .filter(table -> !table.describing())
            .toList();

    private static final String SOLD = """
            insert into sold
            select distinct cast(told.brand as smallint), told.fact, told.value
            from (select unnest(cast(? as varchar[])) as brand, unnest(cast(? as varchar[])) as fact,
                         unnest(cast(? as varchar[])) as value) as told
            where not exists (select 1 from sold
                              where sold.brand_id = cast(told.brand as smallint) and sold.fact = told.fact
                                and sold.value = told.value)
            """;

    private static final int PIECE_DIGITS = 3;
    private static final BigDecimal MOST_PIECES =
            BigDecimal.valueOf(999_999_999_999_999L).setScale(PIECE_DIGITS);

    private final DuckDBConnection connection;
    private final Map<WarehouseTable, DuckDBAppender> appenders = new EnumMap<>(WarehouseTable.class);
    private final Map<WarehouseTable, RoaringBitmap> changed = new EnumMap<>(WarehouseTable.class);
    private final Changes changes;
    private final long version;

    /// @param changes is told whose rows the batch changes
    WarehouseWriter(DuckDBConnection connection, Changes changes) throws SQLException {
        this.connection = connection;
        this.changes = changes;
        connection.setAutoCommit(false);
        this.version = version(connection) + 1;
    }

    /// The version that a connection sees.
    static long version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version from feed")) {
            row.next();
            return row.getLong(1);
        }
    }

    void order(LoggedEvent event, Brand brand, Order order) throws SQLException {
        DuckDBAppender orders = begin(WarehouseTable.ORDERS, event, brand);
        orders.append(order.orderId());
        append(orders, event.customer());
        orders.append(time(event.at()));
        orders.append(brand.dayOf(event.at()));
        orders.append(order.amount(brand.fractionDigits()));
        orders.append(order.store());
        orders.append(order.soldThrough(event.source()));
        orders.endRow();
        for (Order.Line line : order.lines()) {
            DuckDBAppender lines = begin(WarehouseTable.ORDER_LINE, event, brand);
            append(lines, event.customer());
            lines.append(time(event.at()));
            lines.append(brand.dayOf(event.at()));
            sold(lines, line, order, event, brand);
        }
    }

    /// @param of the number of the order it is a refund of
    void refund(LoggedEvent event, Brand brand, Order refund, String of) throws SQLException {
        DuckDBAppender refunds = begin(WarehouseTable.REFUND, event, brand);
        refunds.append(refund.orderId());
        refunds.append(of);
        append(refunds, event.customer());
        refunds.append(time(event.at()));
        refunds.append(brand.dayOf(event.at()));
        refunds.append(refund.amount(brand.fractionDigits()));
        refunds.append(refund.store());
        refunds.append(refund.soldThrough(event.source()));
        refunds.endRow();
        for (Order.Line line : refund.lines()) {
            DuckDBAppender lines = begin(WarehouseTable.REFUND_LINE, event, brand);
            append(lines, event.customer());
            lines.append(time(event.at()));
            sold(lines, line, refund, event, brand);
        }
    }

    private static void sold(DuckDBAppender lines, Order.Line line, Order order, LoggedEvent event, Brand brand)
            throws SQLException {
        lines.append(line.productId());
        lines.append(line.category());
        lines.append(pieces(line.units()));
        lines.append(line.amount(brand.fractionDigits()));
        lines.append(order.store());
        lines.append(order.soldThrough(event.source()));
        lines.endRow();
    }

    /// To the thousandth, and never more than the column holds: one absurd line must not stop the feed.
    private static BigDecimal pieces(BigDecimal units) {
        return units.setScale(PIECE_DIGITS, RoundingMode.HALF_UP)
                .min(MOST_PIECES)
                .max(MOST_PIECES.negate());
    }

    /// Which products, categories, stores and channels there are, each told once.
    void sold(Collection<SoldValues.Value> values) throws SQLException {
        if (values.isEmpty()) {
            return;
        }
        flush();
        try (PreparedStatement insert = connection.prepareStatement(SOLD)) {
            insert.setArray(
                    1, texts(values, value -> Short.toString(value.brand().value())));
            insert.setArray(2, texts(values, SoldValues.Value::fact));
            insert.setArray(3, texts(values, SoldValues.Value::value));
            insert.execute();
        }
    }

    private Array texts(Collection<SoldValues.Value> values, Function<SoldValues.Value, String> text)
            throws SQLException {
        return connection.createArrayOf("VARCHAR", values.stream().map(text).toArray());
    }

    void event(LoggedEvent event, @Nullable Long broadcast, Map<String, List<String>> properties) throws SQLException {
        DuckDBAppender rows = appender(WarehouseTable.EVENT);
        mark(WarehouseTable.EVENT, event.customer());
        rows.beginRow();
        rows.append(event.position());
        rows.append(event.brand().value());
        append(rows, event.writtenUnder());
        append(rows, event.customer());
        rows.append(event.name());
        rows.append(time(event.at()));
        if (broadcast == null) {
            rows.appendNull();
        } else {
            rows.append(broadcast.longValue());
        }
        if (properties.isEmpty()) {
            rows.appendNull();
        } else {
            rows.append(properties);
        }
        rows.endRow();
    }

    /// Puts the present state of customers in the place of what was there.
    void replaceCustomers(Collection<CustomerFacts> facts) throws SQLException {
        List<CustomerNo> customers = facts.stream().map(CustomerFacts::customer).toList();
        replace(WarehouseTable.CUSTOMER, customers, facts, (rows, fact) -> {
            rows.append(fact.customer().value());
            rows.append(fact.gender());
            if (fact.birthday() == null) {
                rows.appendNull();
            } else {
                rows.append(fact.birthday());
            }
            rows.append(fact.city());
            rows.append(fact.province());
            rows.append(fact.attributes());
        });
    }

    void replaceRelations(Collection<RelationFacts> facts, Brands brands) throws SQLException {
        List<CustomerNo> customers = facts.stream().map(RelationFacts::customer).toList();
        replace(WarehouseTable.RELATION, customers, facts, (rows, fact) -> {
            rows.append(fact.brand().value());
            rows.append(fact.customer().value());
            rows.append(time(fact.firstSeenAt()));
            rows.append(time(fact.lastSeenAt()));
            if (fact.memberSince() == null) {
                rows.appendNull();
                rows.appendNull();
            } else {
                rows.append(time(fact.memberSince()));
                rows.append(brands.get(fact.brand()).dayOf(fact.memberSince()));
            }
            for (Predicate<TouchpointFacts> what : List.<Predicate<TouchpointFacts>>of(
                    TouchpointFacts::reachable, TouchpointFacts::known, TouchpointFacts::refused)) {
                rows.append(what.test(fact.wecom()));
                rows.append(what.test(fact.email()));
                rows.append(what.test(fact.sms()));
            }
            rows.append(fact.wecom().ended());
            rows.append(fact.email().ended());
        });
    }

    /// Puts the present friendships of customers in the place of those they had.
    void replaceFriends(Collection<CustomerNo> customers, Collection<FriendFacts> facts) throws SQLException {
        replace(WarehouseTable.FRIEND, customers, facts, (rows, fact) -> {
            rows.append(fact.brand().value());
            rows.append(fact.customer().value());
            rows.append(fact.guide());
            rows.append(fact.lasts());
        });
    }

    /// Puts the present tags of customers in the place of those they had.
    void replaceTags(Collection<CustomerNo> customers, Collection<TagFacts> facts) throws SQLException {
        replace(WarehouseTable.TAG, customers, facts, (rows, fact) -> {
            rows.append(fact.brand().value());
            rows.append(fact.customer().value());
            rows.append(fact.tag().value());
            rows.append(fact.value());
        });
    }

    /// Puts one fact's columns into a row that has begun.
    @FunctionalInterface
    private interface Row<T> {
        void append(DuckDBAppender row, T fact) throws SQLException;
    }

    private <T> void replace(WarehouseTable table, Collection<CustomerNo> customers, Collection<T> facts, Row<T> row)
            throws SQLException {
        delete(table, customers);
        // An appender that nothing is written with costs a batch its opening and closing.
        if (facts.isEmpty()) {
            return;
        }
        DuckDBAppender rows = appender(table);
        for (T fact : facts) {
            rows.beginRow();
            row.append(rows, fact);
            rows.append(version);
            rows.endRow();
        }
    }

    /// Gives everything written under these numbers to the customers they belong to now.
    ///
    /// @param numbers for each number, its customer
    void reassign(Map<CustomerNo, CustomerNo> numbers) throws SQLException {
        if (numbers.isEmpty()) {
            return;
        }
        flush();
        StringJoiner values = new StringJoiner(",");
        numbers.forEach((number, customer) -> values.add("(" + number.value() + "," + customer.value() + ")"));
        try (Statement statement = connection.createStatement()) {
            for (WarehouseTable table : HISTORY) {
                String moved = "(values " + values + ") as moved(number, customer) where " + table.code()
                        + ".written_under = moved.number and " + table.code()
                        + ".customer_no is distinct from moved.customer";
                // Asked first: whose they were is needed, and most of those who merge have no rows in most tables.
                String concerned = "select distinct unnest([" + table.code() + ".customer_no, moved.customer]) from "
                        + table.code() + ", " + moved;
                if (marked(table, statement, concerned)) {
                    statement.execute("update " + table.code() + " set customer_no = moved.customer from " + moved);
                }
            }
        }
    }

    /// Takes out events that no longer count.
    void remove(Collection<Long> positions) throws SQLException {
        if (positions.isEmpty()) {
            return;
        }
        flush();
        StringJoiner values = new StringJoiner(",");
        positions.forEach(position -> values.add(position.toString()));
        try (Statement statement = connection.createStatement()) {
            for (WarehouseTable table : HISTORY) {
                marked(
                        table,
                        statement,
                        "delete from " + table.code() + " where position in (select unnest([" + values
                                + "])) returning customer_no");
            }
        }
    }

    /// Customers who are no more.
    void forget(Collection<CustomerNo> customers) throws SQLException {
        flush();
        delete(WarehouseTable.CUSTOMER, customers);
        delete(WarehouseTable.RELATION, customers);
        delete(WarehouseTable.TAG, customers);
        delete(WarehouseTable.FRIEND, customers);
    }

    private void flush() throws SQLException {
        for (DuckDBAppender appender : appenders.values()) {
            appender.close();
        }
        appenders.clear();
    }

    void commit(Fed fed) throws SQLException {
        flush();
        try (PreparedStatement feed =
                connection.prepareStatement("update feed set position = ?, data_at = ?, version = ?")) {
            feed.setLong(1, fed.position());
            feed.setObject(2, time(fed.dataAt()));
            feed.setLong(3, version);
            feed.execute();
        }
        // Before anyone can see the version, so that nobody sees one of which nothing is known.
        changes.add(version, changed);
        connection.commit();
    }

    private void delete(WarehouseTable table, Collection<CustomerNo> customers) throws SQLException {
        if (customers.isEmpty()) {
            return;
        }
        customers.forEach(customer -> mark(table, customer));
        try (Statement statement = connection.createStatement()) {
            StringBuilder numbers = new StringBuilder();
            customers.forEach(
                    customer -> numbers.append(numbers.isEmpty() ? "" : ",").append(customer.value()));
            statement.execute(
                    "delete from " + table.code() + " where customer_no in (select unnest([" + numbers + "]))");
        }
    }

    private void mark(WarehouseTable table, @Nullable CustomerNo customer) {
        if (customer != null) {
            changed.computeIfAbsent(table, _ -> new RoaringBitmap()).add(customer.value());
        }
    }

    /// Marks the customers that a statement returns.
    ///
    /// @return whether it returned a row
    private boolean marked(WarehouseTable table, Statement statement, String sql) throws SQLException {
        boolean any = false;
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                any = true;
                int customer = rows.getInt(1);
                if (!rows.wasNull()) {
                    mark(table, new CustomerNo(customer));
                }
            }
        }
        return any;
    }

    private DuckDBAppender begin(WarehouseTable table, LoggedEvent event, Brand brand) throws SQLException {
        mark(table, event.customer());
        DuckDBAppender appender = appender(table);
        appender.beginRow();
        appender.append(event.position());
        appender.append(brand.id().value());
        append(appender, event.writtenUnder());
        return appender;
    }

    private DuckDBAppender appender(WarehouseTable table) throws SQLException {
        DuckDBAppender appender = appenders.get(table);
        if (appender == null) {
            appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table.code());
            appenders.put(table, appender);
        }
        return appender;
    }

    private static void append(DuckDBAppender appender, @Nullable CustomerNo customer) throws SQLException {
        if (customer == null) {
            appender.appendNull();
        } else {
            appender.append(customer.value());
        }
    }

    private static LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    @Override
    public void close() throws SQLException {
        for (DuckDBAppender appender : appenders.values()) {
            try {
                appender.close();
            } catch (SQLException alreadyBroken) {
                // the transaction below is rolled back whole
            }
        }
        connection.rollback();
        connection.close();
    }
}
