package io.waterwheel.segment;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.TouchpointFacts;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.warehouse.Warehouse;
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
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// A warehouse in memory with the real engine and the real tables, filled by hand.
public final class WarehouseFixture implements Warehouse, AutoCloseable {

    private final DuckDBConnection database;
    private long position;
    private Instant dataAt = Instant.parse("2025-06-30T16:00:00Z");

    public WarehouseFixture() {
        try (InputStream schema = WarehouseFixture.class.getResourceAsStream("/db/warehouse/schema.sql")) {
            database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            execute(new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8));
            execute("insert into feed values (0, '2025-06-30 16:00:00')");
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
        return insert("customer values (%d, %s, %s, %s, %s, %s)"
                .formatted(customer, text(gender), text(birthday), text(city), text(province), map));
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
        return insert("relation values (%d, %d, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
                .formatted(
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
                        email.ended()));
    }

    public WarehouseFixture friend(Brand brand, int customer, String guide, boolean lasts) {
        return insert("friend values (%d, %d, %s, %s)".formatted(brand.id().value(), customer, text(guide), lasts));
    }

    public WarehouseFixture tag(Brand brand, int customer, long tag) {
        return insert("tag values (%d, %d, %d, null)".formatted(brand.id().value(), customer, tag));
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
        return purchase("order", brand, customer, at, amount, store, channel, amount > 0 ? lines : List.of());
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
        return purchase("refund", brand, customer, at, amount, store, channel, lines);
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
            List<SoldLine> lines) {
        long place = ++position;
        boolean order = kind.equals("order");
        for (SoldLine line : lines) {
            insert("%s_line values (%d, %d, %s, %s, %s, %s%s, %s, %s, %d, %s, %s)"
                    .formatted(
                            kind,
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
                            text(channel)));
            sold(brand, "product", line.product);
            sold(brand, "category", line.category);
        }
        sold(brand, "store", store);
        sold(brand, "channel", channel);
        return insert("%s values (%d, %d, %s, '%s%d', %s, %s, %s, %d, %s, %s)"
                .formatted(
                        order ? "orders" : "refund",
                        place,
                        brand.id().value(),
                        customer,
                        kind,
                        place,
                        customer,
                        time(at),
                        text(brand.dayOf(at)),
                        amount,
                        text(store),
                        text(channel)));
    }

    private void sold(Brand brand, String fact, @Nullable String value) {
        if (value != null) {
            insert(("sold select %1$d, '%2$s', %3$s where not exists (select 1 from sold where brand_id = %1$d"
                            + " and fact = '%2$s' and value = %3$s)")
                    .formatted(brand.id().value(), fact, text(value)));
        }
    }

    public WarehouseFixture event(
            Brand brand, @Nullable Integer customer, String name, Instant at, @Nullable Long broadcast) {
        position++;
        return insert("event values (%d, %d, %s, %s, %s, %s, %s, null)"
                .formatted(position, brand.id().value(), customer, customer, text(name), time(at), broadcast));
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
        return insert("event values (%d, %d, %s, %s, %s, %s, null, %s)"
                .formatted(
                        position,
                        brand.id().value(),
                        customer,
                        customer,
                        text(name),
                        time(at),
                        properties.isEmpty() ? "null" : map));
    }

    /// Everything since then becomes one new state.
    public WarehouseFixture dataAt(Instant at) {
        dataAt = at;
        execute("update feed set position = %d, data_at = %s".formatted(++position, time(at)));
        return this;
    }

    public WarehouseFixture clear() {
        for (String table : new String[] {
            "customer", "relation", "tag", "friend", "orders", "order_line", "refund", "refund_line", "sold", "event"
        }) {
            execute("delete from " + table);
        }
        return dataAt(dataAt);
    }

    private WarehouseFixture insert(String row) {
        execute("insert into " + row);
        execute("update feed set position = " + ++position);
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
