package io.waterwheel.segment;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.TouchpointFacts;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.warehouse.Changes;
import io.waterwheel.warehouse.Warehouse;
import io.waterwheel.warehouse.WarehouseTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// A warehouse in memory with the real engine and the real tables, filled by hand.
public final class WarehouseFixture implements Warehouse, AutoCloseable {

    private final DuckDBConnection database;
    private final Changes changes = new Changes(0);
    private long position;
    private long purchase;
    private long version;
    private Instant dataAt = Instant.parse("2025-06-30T16:00:00Z");

    public WarehouseFixture() {
        try (InputStream schema = WarehouseFixture.class.getResourceAsStream("/db/warehouse/schema.sql")) {
            database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            execute(new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8));
            execute("insert into feed values (0, '2025-06-30 16:00:00', 0)");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Brand brand(int id, String zone) {
        return new Brand(BrandId.of(id), "b" + id, "Brand " + id, Currency.getInstance("CNY"), ZoneId.of(zone));
    }

    public WarehouseFixture customer(
            int customer,
            @Nullable String gender,
            @Nullable LocalDate birthday,
            @Nullable String city,
            @Nullable String province,
            Map<String, String> attributes) {
        String map = attributes.entrySet().stream()
                .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
                .collect(Collectors.joining(", ", "map {", "}"));
        return insert(
                WarehouseTable.CUSTOMER,
                customer,
                "(%d, %s, %s, %s, %s, %s, %d)",
                customer,
                text(gender),
                text(birthday),
                text(city),
                text(province),
                map,
                version + 1);
    }

    public WarehouseFixture relation(
            Brand brand, int customer, Instant seen, @Nullable Instant member, boolean wecom, boolean email) {
        return relation(brand, customer, seen, seen, member, wecom, email);
    }

    public WarehouseFixture relation(
            Brand brand,
            int customer,
            Instant first,
            Instant last,
            @Nullable Instant member,
            boolean wecom,
            boolean email) {
        return relation(
                brand,
                customer,
                first,
                last,
                member,
                new TouchpointFacts(wecom, wecom, false, false),
                new TouchpointFacts(email, email, false, false),
                new TouchpointFacts(false, false, false, false));
    }

    public WarehouseFixture relation(
            Brand brand,
            int customer,
            Instant first,
            Instant last,
            @Nullable Instant member,
            TouchpointFacts wecom,
            TouchpointFacts email,
            TouchpointFacts sms) {
        return insert(
                WarehouseTable.RELATION,
                customer,
                "(%d, %d, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %d)",
                brand.id().value(),
                customer,
                time(first),
                time(last),
                time(member),
                text(member == null ? null : brand.dayOf(member)),
                wecom.reachable(),
                email.reachable(),
                sms.reachable(),
                wecom.known(),
                email.known(),
                sms.known(),
                wecom.refused(),
                email.refused(),
                sms.refused(),
                wecom.ended(),
                email.ended(),
                version + 1);
    }

    public WarehouseFixture friend(Brand brand, int customer, String guide, boolean lasts) {
        return insert(
                WarehouseTable.FRIEND,
                customer,
                "(%d, %d, %s, %s, %d)",
                brand.id().value(),
                customer,
                text(guide),
                lasts,
                version + 1);
    }

    public WarehouseFixture tag(Brand brand, int customer, long tag) {
        return insert(
                WarehouseTable.TAG,
                customer,
                "(%d, %d, %d, null, %d)",
                brand.id().value(),
                customer,
                tag,
                version + 1);
    }

    public WarehouseFixture order(Brand brand, @Nullable Integer customer, Instant at, long amount) {
        return order(brand, customer, at, amount, null, "shop", List.of());
    }

    public WarehouseFixture order(
            Brand brand,
            @Nullable Integer customer,
            Instant at,
            long amount,
            @Nullable String store,
            String channel,
            List<SoldLine> lines) {
        return purchase("order", brand, customer, at, amount, store, channel, amount > 0 ? lines : List.of(), 0);
    }

    public WarehouseFixture refund(Brand brand, @Nullable Integer customer, Instant at, long amount) {
        return refund(brand, customer, at, amount, null, "shop", List.of());
    }

    public WarehouseFixture refund(
            Brand brand,
            @Nullable Integer customer,
            Instant at,
            long amount,
            @Nullable String store,
            String channel,
            List<SoldLine> lines) {
        return purchase("refund", brand, customer, at, amount, store, channel, lines, 0);
    }

    /// Where the last order or refund stands.
    public long lastPurchase() {
        return purchase;
    }

    /// @param order where the order stands that it is of
    public WarehouseFixture refundOf(Brand brand, int customer, Instant at, long amount, long order) {
        return purchase("refund", brand, customer, at, amount, null, "shop", List.of(), order);
    }

    /// @param amount in minor units
    public record SoldLine(
            @Nullable String product, @Nullable String category, BigDecimal quantity, long amount) {}

    private WarehouseFixture purchase(
            String kind,
            Brand brand,
            @Nullable Integer customer,
            Instant at,
            long amount,
            @Nullable String store,
            String channel,
            List<SoldLine> lines,
            long of) {
        long place = ++position;
        purchase = place;
        boolean order = kind.equals("order");
        for (SoldLine line : lines) {
            insert(
                    order ? WarehouseTable.ORDER_LINE : WarehouseTable.REFUND_LINE,
                    customer,
                    "(%d, %d, %s, %s, %s, %s%s, %s, %s, %d, %s, %s)",
                    place,
                    brand.id().value(),
                    customer,
                    customer,
                    time(at),
                    order ? text(brand.dayOf(at)) + ", " : "",
                    text(line.product),
                    text(line.category),
                    line.quantity.toPlainString(),
                    line.amount,
                    text(store),
                    text(channel));
            sold(brand, "product", line.product);
            sold(brand, "category", line.category);
        }
        sold(brand, "store", store);
        sold(brand, "channel", channel);
        return insert(
                order ? WarehouseTable.ORDERS : WarehouseTable.REFUND,
                customer,
                "(%d, %d, %s, '%s%d', %s%s, %s, %s, %d, %s, %s)",
                place,
                brand.id().value(),
                customer,
                kind,
                place,
                order ? "" : text(of > 0 ? "order" + of : kind + place) + ", ",
                customer,
                time(at),
                text(brand.dayOf(at)),
                amount,
                text(store),
                text(channel));
    }

    private void sold(Brand brand, String fact, @Nullable String value) {
        if (value != null) {
            execute(
                    ("insert into sold select %1$d, '%2$s', %3$s where not exists (select 1 from sold where brand_id = %1$d"
                                    + " and fact = '%2$s' and value = %3$s)")
                            .formatted(brand.id().value(), fact, text(value)));
        }
    }

    public WarehouseFixture event(
            Brand brand, @Nullable Integer customer, String name, Instant at, @Nullable Long broadcast) {
        position++;
        return insert(
                WarehouseTable.EVENT,
                customer,
                "(%d, %d, %s, %s, %s, %s, %s, null)",
                position,
                brand.id().value(),
                customer,
                customer,
                text(name),
                time(at),
                broadcast);
    }

    /// @param properties by path, as the warehouse has them
    public WarehouseFixture event(
            Brand brand, @Nullable Integer customer, String name, Instant at, Map<String, List<String>> properties) {
        position++;
        String map = properties.entrySet().stream()
                .map(entry -> text(entry.getKey())
                        + entry.getValue().stream()
                                .map(WarehouseFixture::text)
                                .collect(Collectors.joining(", ", ": [", "]")))
                .collect(Collectors.joining(", ", "map {", "}"));
        return insert(
                WarehouseTable.EVENT,
                customer,
                "(%d, %d, %s, %s, %s, %s, null, %s)",
                position,
                brand.id().value(),
                customer,
                customer,
                text(name),
                time(at),
                properties.isEmpty() ? "null" : map);
    }

    /// Everything since then becomes one new state.
    public WarehouseFixture dataAt(Instant at) {
        dataAt = at;
        execute("update feed set data_at = " + time(at));
        position++;
        return changed(Map.of());
    }

    /// Takes everything away that describes a customer.
    public WarehouseFixture forget(int customer) {
        for (WarehouseTable table : WarehouseTable.values()) {
            if (table.describing()) {
                execute("delete from " + table.code() + " where customer_no = " + customer);
            }
        }
        return changed(Arrays.stream(WarehouseTable.values())
                .filter(WarehouseTable::describing)
                .collect(Collectors.toMap(table -> table, _ -> RoaringBitmap.bitmapOf(customer))));
    }

    /// Gives what happened to one customer to another; the one is no more.
    public WarehouseFixture merge(int from, int to) {
        return forget(from).move(from, String.valueOf(to), RoaringBitmap.bitmapOf(from, to));
    }

    /// As erasing a person does: what happened stays as nobody's.
    public WarehouseFixture erase(int customer) {
        return forget(customer).move(customer, "null", RoaringBitmap.bitmapOf(customer));
    }

    private WarehouseFixture move(int from, String to, RoaringBitmap concerned) {
        Map<WarehouseTable, RoaringBitmap> moved = new EnumMap<>(WarehouseTable.class);
        for (WarehouseTable table : WarehouseTable.values()) {
            if (!table.describing()) {
                execute("update " + table.code() + " set customer_no = " + to + " where customer_no = " + from);
                moved.put(table, concerned);
            }
        }
        return changed(moved);
    }

    public WarehouseFixture clear() {
        for (WarehouseTable table : WarehouseTable.values()) {
            execute("delete from " + table.code());
        }
        execute("delete from sold");
        dataAt(dataAt);
        changes.forget(version);
        return this;
    }

    private WarehouseFixture insert(
            WarehouseTable table, @Nullable Integer customer, String row, @Nullable Object... values) {
        execute("insert into " + table.code() + " values " + row.formatted(values));
        // As the feed does, which writes all that describes a customer anew.
        if (table.describing()) {
            execute("update %s set version = %d where customer_no = %d".formatted(table.code(), version + 1, customer));
        }
        position++;
        return changed(customer == null ? Map.of() : Map.of(table, RoaringBitmap.bitmapOf(customer)));
    }

    private WarehouseFixture changed(Map<WarehouseTable, RoaringBitmap> customers) {
        changes.add(++version, customers);
        execute("update feed set position = %d, version = %d".formatted(position, version));
        return this;
    }

    private void execute(String sql) {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "null" : "'" + value.toString().replace("'", "''") + "'";
    }

    private static String time(@Nullable Instant at) {
        return text(at == null ? null : LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    @Override
    public <T> T read(Function<DSLContext, T> question) {
        try (Connection connection = database.duplicate()) {
            connection.setAutoCommit(false);
            return question.apply(DSL.using(connection, SQLDialect.DUCKDB));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public Optional<RoaringBitmap> changed(Set<WarehouseTable> tables, long after, long upTo) {
        return changes.between(tables, after, upTo);
    }

    @Override
    public Instant dataAt() {
        return dataAt;
    }

    @Override
    public boolean catchUp(Duration most) {
        return true;
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
