package io.waterwheel.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.customer.CustomerFacts;
import io.waterwheel.customer.FriendFacts;
import io.waterwheel.customer.RelationFacts;
import io.waterwheel.customer.TagFacts;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.TouchpointFacts;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.Order;
import io.waterwheel.segment.WarehouseFixture;
import io.waterwheel.warehouse.Changes;
import io.waterwheel.warehouse.WarehouseTable;
import io.waterwheel.warehouse.duckdb.WarehouseFeed.Fed;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// Whatever the warehouse does with a customer's rows, it is known that it did.
class WarehouseChangesTests {

    private static final Instant AT = Instant.parse("2025-06-01T00:00:00Z");
    private static final int NUMBERS = 30;

    private final Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
    private long position;

    @Test
    void whoseRowsDifferBetweenTwoVersionsIsKnown() throws SQLException, IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        try (DuckDBConnection database = database()) {
            Changes changes = new Changes(0);
            Map<Long, Map<WarehouseTable, Map<Integer, String>>> versions = new HashMap<>();
            versions.put(0L, rows(database));
            for (int step = 0; step < 60; step++) {
                step(random, database, changes);
                long now = WarehouseWriter.version(database);
                versions.put(now, rows(database));
                long before = random.nextLong(now + 1);
                for (WarehouseTable table : WarehouseTable.values()) {
                    String which = "seed %d, step %d, %s since %d".formatted(seed, step, table, before);
                    RoaringBitmap known =
                            changes.between(Set.of(table), before, now).orElseThrow();
                    assertThat(differing(of(versions, before, table), of(versions, now, table)))
                            .as(which)
                            .allMatch(known::contains);
                    if (table.describing()) {
                        assertThat(olderRows(database, table, before)).as(which).noneMatch(known::contains);
                    }
                }
            }
        }
    }

    private static Map<Integer, String> of(
            Map<Long, Map<WarehouseTable, Map<Integer, String>>> versions, long version, WarehouseTable table) {
        return Objects.requireNonNull(versions.get(version)).get(table);
    }

    private static Set<Integer> differing(Map<Integer, String> some, Map<Integer, String> others) {
        Set<Integer> customers = new HashSet<>(some.keySet());
        customers.addAll(others.keySet());
        customers.removeIf(customer -> Objects.equals(some.get(customer), others.get(customer)));
        return customers;
    }

    private void step(Random random, DuckDBConnection database, Changes changes) throws SQLException {
        if (random.nextInt(8) == 0) {
            try (Connection connection = database.duplicate()) {
                WarehouseErasure.erase(connection, some(random), changes);
            }
            return;
        }
        try (WarehouseWriter writer = new WarehouseWriter(database.duplicate(), changes)) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                change(random, writer);
            }
            // A batch that fails is written again with the same number.
            if (random.nextInt(6) > 0) {
                writer.commit(new Fed(position, AT));
            }
        }
    }

    private void change(Random random, WarehouseWriter writer) throws SQLException {
        switch (random.nextInt(10)) {
            case 0 -> writer.order(event(random, "Order Completed"), brand, order());
            case 1 -> writer.refund(event(random, "Order Refunded"), brand, order(), "O1");
            case 2 ->
                writer.event(
                        event(random, "Page Viewed"),
                        null,
                        random.nextBoolean() ? Map.of() : Map.of("page", List.of("a", "b")));
            case 3 ->
                writer.replaceCustomers(some(random).stream()
                        .map(customer -> new CustomerFacts(
                                customer, null, null, "城" + random.nextInt(3), null, Map.of("a", "b")))
                        .toList());
            case 4 ->
                writer.replaceRelations(
                        some(random).stream()
                                .map(customer -> new RelationFacts(
                                        brand.id(),
                                        customer,
                                        AT,
                                        AT.plusSeconds(random.nextInt(3)),
                                        random.nextBoolean() ? AT : null,
                                        touchpoint(random),
                                        touchpoint(random),
                                        touchpoint(random)))
                                .toList(),
                        new OneBrand(brand));
            case 5 -> {
                List<CustomerNo> tagged = some(random);
                writer.replaceTags(
                        tagged,
                        tagged.stream()
                                .filter(_ -> random.nextBoolean())
                                .map(customer -> new TagFacts(brand.id(), customer, new TagId(1), null))
                                .toList());
            }
            case 6 -> {
                Map<CustomerNo, CustomerNo> now = new HashMap<>();
                some(random).forEach(number -> now.put(number, number(random)));
                writer.reassign(now);
                writer.forget(now.keySet());
            }
            case 7 -> {
                List<CustomerNo> befriended = some(random);
                writer.replaceFriends(
                        befriended,
                        befriended.stream()
                                .filter(_ -> random.nextBoolean())
                                .map(customer -> new FriendFacts(brand.id(), customer, "guide", random.nextBoolean()))
                                .toList());
            }
            case 8 -> writer.sold(List.of(new SoldValues.Value(brand.id(), "product", "p" + random.nextInt(3))));
            default -> writer.remove(List.of(1 + random.nextLong(position + 1)));
        }
    }

    private static TouchpointFacts touchpoint(Random random) {
        return new TouchpointFacts(random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), false);
    }

    private LoggedEvent event(Random random, String name) {
        position++;
        CustomerNo under = random.nextInt(6) == 0 ? null : number(random);
        // It may stand under a number that has become another customer's.
        CustomerNo customer = under == null || random.nextInt(3) > 0 ? under : number(random);
        return new LoggedEvent(
                position, brand.id(), under, customer, name, AT, AT, "test", "m" + position, Set.of(), "{}");
    }

    private Order order() {
        return new Order(
                "o" + position,
                BigDecimal.TEN,
                null,
                null,
                List.of(new Order.Line("p", null, null, BigDecimal.ONE, BigDecimal.ONE)));
    }

    private static List<CustomerNo> some(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(_ -> number(random))
                .distinct()
                .toList();
    }

    private static CustomerNo number(Random random) {
        return new CustomerNo(1 + random.nextInt(NUMBERS));
    }

    private static DuckDBConnection database() throws SQLException, IOException {
        DuckDBConnection database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        try (InputStream schema = WarehouseChangesTests.class.getResourceAsStream("/db/warehouse/schema.sql");
                Statement statement = database.createStatement()) {
            statement.execute(new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("insert into feed values (0, '2025-06-01 00:00:00', 0)");
        }
        return database;
    }

    /// What each customer has in each table, apart from when it was written.
    private static Map<WarehouseTable, Map<Integer, String>> rows(DuckDBConnection database) throws SQLException {
        Map<WarehouseTable, Map<Integer, String>> rows = new EnumMap<>(WarehouseTable.class);
        for (WarehouseTable table : WarehouseTable.values()) {
            Map<Integer, String> ofTable = new HashMap<>();
            String columns = table.describing() ? "* exclude (version)" : "*";
            try (Statement statement = database.createStatement();
                    ResultSet found = statement.executeQuery(
                            "select one.customer_no, string_agg(one::varchar, '|' order by one::varchar) from (select "
                                    + columns + " from " + table.code()
                                    + ") one where one.customer_no is not null group by one.customer_no")) {
                while (found.next()) {
                    ofTable.put(found.getInt(1), found.getString(2));
                }
            }
            rows.put(table, ofTable);
        }
        return rows;
    }

    /// Who has rows that a version or an earlier one wrote.
    private static List<Integer> olderRows(DuckDBConnection database, WarehouseTable table, long version)
            throws SQLException {
        List<Integer> customers = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(
                        "select customer_no from " + table.code() + " where version <= " + version)) {
            while (found.next()) {
                customers.add(found.getInt(1));
            }
        }
        return customers;
    }

    private record OneBrand(Brand brand) implements Brands {

        @Override
        public Brand byKey(String key) {
            return brand;
        }

        @Override
        public Brand get(BrandId id) {
            return brand;
        }

        @Override
        public List<Brand> all() {
            return List.of(brand);
        }

        @Override
        public Brand create(String key, String name, Currency currency, ZoneId zone) {
            throw new UnsupportedOperationException("there is one brand");
        }
    }
}
