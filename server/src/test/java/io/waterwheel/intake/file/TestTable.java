package io.waterwheel.intake.file;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The same rows as a file of each format. Cells are texts, whole numbers, decimals, days or times.
final class TestTable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final List<String> columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    TestTable(String... columns) {
        this.columns = List.of(columns);
    }

    TestTable row(@Nullable Object... cells) {
        rows.add(cells);
        return this;
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case LocalDateTime time -> TIME.format(time);
            case BigDecimal number -> number.toPlainString();
            default -> cell.toString();
        };
    }

    String csv() {
        StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
        for (@Nullable Object[] row : rows) {
            List<String> cells = new ArrayList<>();
            for (Object cell : row) {
                String plain = text(cell);
                cells.add(plain.matches(".*[,\"\n].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain);
            }
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }

    byte[] jsonl() {
        JsonMapper json = JsonMapper.shared();
        return rows.stream()
                .map(row -> {
                    Map<String, Object> object = new LinkedHashMap<>();
                    for (int i = 0; i < row.length; i++) {
                        Object cell = row[i];
                        if (cell != null) {
                            object.put(columns.get(i), cell instanceof Number ? cell : text(cell));
                        }
                    }
                    return json.writeValueAsString(object) + "\n";
                })
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    byte[] xlsx() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Data");
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(0, column, columns.get(column));
            }
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).length; column++) {
                    put(sheet, row + 1, column, rows.get(row)[column]);
                }
            }
        }
        return out.toByteArray();
    }

    private static void put(Worksheet sheet, int row, int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case LocalDateTime time -> {
                sheet.value(row, column, time);
                sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy/m/d").set();
            }
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, cell.toString());
        }
    }

    byte[] parquet() throws Exception {
        Path directory = Files.createTempDirectory("parquet");
        Path file = directory.resolve("t.parquet");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duckdb.createStatement()) {
            List<String> types = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                types.add('"' + columns.get(i) + "\" " + type(i));
            }
            sql.execute("create table t (" + String.join(", ", types) + ")");
            String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
            try (PreparedStatement insert = duckdb.prepareStatement("insert into t values (" + marks + ")")) {
                for (@Nullable Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        insert.setObject(i + 1, row[i] instanceof BigDecimal number ? number.doubleValue() : row[i]);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            sql.execute("copy t to '" + file + "' (format parquet)");
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
    }

    private String type(int column) {
        return rows.stream()
                .map(row -> row[column])
                .filter(cell -> cell != null)
                .findFirst()
                .map(cell -> switch (cell) {
                    case LocalDateTime time -> "timestamp";
                    case LocalDate day -> "date";
                    case BigDecimal number -> "double";
                    case Number number -> "bigint";
                    default -> "varchar";
                })
                .orElse("varchar");
    }

    static byte[] gzip(byte[] content) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }
}
