package io.waterwheel.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTablesTests {

    @TempDir
    Path directory;

    @Test
    void anExportThatWasKilledGoesOnInAnotherFile() throws Exception {
        List<ExportFile> before;
        try (ExportTables first = tables(List.of())) {
            order(first, 1);
            order(first, 2);
            before = first.flush();
            order(first, 3); // not flushed: lost with the process, and written again from the checkpoint
        }
        List<ExportFile> after;
        try (ExportTables second = tables(before)) {
            order(second, 3);
            after = second.flush();
        }
        assertThat(after)
                .extracting(ExportFile::name)
                .containsExactly("orders-00001.parquet", "orders-00002.parquet", "order_lines-00001.parquet");
        assertThat(after.stream()
                        .filter(file -> file.name().startsWith("orders-"))
                        .mapToLong(ExportFile::rows)
                        .sum())
                .isEqualTo(3);
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duckdb.createStatement();
                var row = statement.executeQuery("select count(*), sum(amount) from read_parquet('"
                        + directory.resolve("orders-*.parquet") + "')")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(3);
            assertThat(row.getLong(2)).isEqualTo(6);
        }
    }

    private ExportTables tables(List<ExportFile> written) throws Exception {
        return new ExportTables(List.of(ExportColumns.ORDERS, ExportColumns.ORDER_LINES), directory, written);
    }

    private static void order(ExportTables out, long number) throws Exception {
        out.row(ExportColumns.ORDERS)
                .add(number)
                .add("order")
                .add("no" + number)
                .add((Integer) null)
                .add((java.time.Instant) null)
                .add((java.time.LocalDate) null)
                .add(number)
                .add("CNY")
                .add((String) null)
                .add("test")
                .end();
    }
}
