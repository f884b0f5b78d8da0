package io.waterwheel.loyalty.whatif;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.language.EventFilter;
import io.waterwheel.segment.language.PropertyFilter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;

/// What the sweep needs beside the warehouse's tables, in tables of its read.
final class PastTables {

    static final String LENT = "what_if_lent";
    static final String SAID = "what_if_said";
    static final String PASSED = "what_if_passed";

    private static final String SEPARATOR = "\u001f";

    private final DSLContext context;

    PastTables(DSLContext context) {
        this.context = context;
    }

    @FunctionalInterface
    private interface Rows {
        void write(DuckDBAppender rows) throws SQLException;
    }

    /// @return the tiers by their numbers
    List<String> lent(Brand brand, LentTierSource source) {
        Map<String, Integer> tiers = new LinkedHashMap<>();
        fill(
                LENT,
                "customer_no integer not null, tier bigint not null, from_ms bigint not null, until_ms bigint not null",
                rows -> source.read(brand, (customer, tier, from, until) -> {
                    try {
                        rows.beginRow();
                        rows.append(customer);
                        rows.append((long) tiers.computeIfAbsent(tier, _ -> tiers.size()));
                        rows.append(from);
                        rows.append(until);
                        rows.endRow();
                    } catch (SQLException e) {
                        throw new DataAccessException("lent tiers could not be laid beside the warehouse", e);
                    }
                }));
        return List.copyOf(tiers.keySet());
    }

    /// Finds which events pass which filters: each different combination of the values that are asked for is
    /// judged once, where production judges it.
    ///
    /// @param window what holds of the events that are looked at, in SQL
    void events(List<EventFilter> filters, String window) {
        List<String> paths = paths(filters);
        String names =
                filters.stream().map(filter -> text(filter.event())).distinct().collect(Collectors.joining(", "));
        String values = IntStream.range(0, paths.size())
                .mapToObj(i -> ", " + value(paths.get(i)) + " as p" + i)
                .collect(Collectors.joining());
        context.execute("create temporary table " + SAID
                + " as select *, (row_number() over ())::integer as number from" + " (select distinct name" + values
                + " from event where " + window + " and name in (" + names + "))");
        List<int[]> passed = new ArrayList<>();
        try (var rows = context.select().from(table(name(SAID))).fetchLazy()) {
            for (Record row : rows) {
                Map<String, List<String>> properties = new HashMap<>();
                for (int i = 0; i < paths.size(); i++) {
                    String told = row.get(field(name("p" + i), String.class));
                    if (told != null) {
                        properties.put(paths.get(i), Arrays.asList(told.split(SEPARATOR)));
                    }
                }
                String event = row.get(field(name("name"), String.class));
                int number = row.get(field(name("number"), Integer.class));
                for (int i = 0; i < filters.size(); i++) {
                    if (filters.get(i).test(event, properties)) {
                        passed.add(new int[] {number, i});
                    }
                }
            }
        }
        fill(PASSED, "number integer not null, filter bigint not null", rows -> {
            for (int[] one : passed) {
                rows.beginRow();
                rows.append(one[0]);
                rows.append((long) one[1]);
                rows.endRow();
            }
        });
    }

    /// How an event is found among what was judged.
    static String said(List<EventFilter> filters) {
        List<String> paths = paths(filters);
        return IntStream.range(0, paths.size())
                .mapToObj(i -> " and said.p" + i + " is not distinct from " + value(paths.get(i)))
                .collect(Collectors.joining());
    }

    private static List<String> paths(List<EventFilter> filters) {
        return filters.stream()
                .flatMap(filter -> filter.where().stream())
                .map(PropertyFilter::property)
                .distinct()
                .toList();
    }

    private static String value(String path) {
        return "array_to_string(properties[" + text(path) + "], chr(31))";
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private void fill(String table, String columns, Rows rows) {
        context.execute("create temporary table " + table + " (" + columns + ")");
        context.connection(connection -> {
            try (DuckDBAppender appender = connection
                    .unwrap(DuckDBConnection.class)
                    .createAppender("temp", DuckDBConnection.DEFAULT_SCHEMA, table)) {
                rows.write(appender);
            }
        });
    }
}
