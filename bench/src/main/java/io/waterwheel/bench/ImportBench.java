package io.waterwheel.bench;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lines per second of order files from upload to the last commit. Baseline: DuckDB reading the same files into a
/// table.
/// The orders that come out are compared with DuckDB's own count over the raw files.
final class ImportBench implements Target {

    private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private final String name;
    private final Source source;

    private ImportBench(String name, Source source) {
        this.name = name;
        this.source = source;
    }

    /// Where order files come from.
    @FunctionalInterface
    private interface Source {
        List<Path> files(Path project, Path scratch) throws Exception;
    }

    /// Two years of a real retailer, the Online Retail II files.
    static ImportBench ofRetailer() {
        return new ImportBench("import", (project, _) -> {
            Path folder = data(project).resolve("online_retail");
            return List.of(folder.resolve("year_2009_2010.csv.gz"), folder.resolve("year_2010_2011.csv.gz"));
        });
    }

    /// One file of ten million lines, two million orders of a million customers, in the same columns.
    static ImportBench ofTenMillionLines() {
        return new ImportBench("import-large", (_, scratch) -> List.of(invented(scratch.resolve("orders.csv"))));
    }

    @Override
    public List<Measurement> run(Path project) throws Exception {
        Path scratch = Files.createTempDirectory(Files.createDirectories(project.resolve("bench/target")), "orders");
        try (Product product = new Product(project)) {
            List<Path> files = source.files(project, scratch.toAbsolutePath());
            product.start();
            long lines = 0;
            long begin = System.nanoTime();
            for (Path file : files) {
                lines += load(product, file).path("lines").asLong();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            try (Connection database = product.database();
                    Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
                double baseline = read(duck, files);
                check(database, duck);
                return List.of(new Measurement(
                        name,
                        lines / seconds,
                        "lines/s of %,d, %,d MB resident at most".formatted(lines, resident(product) / 1024),
                        "DuckDB reading the same files into a table",
                        lines / baseline));
            }
        } finally {
            Files.deleteIfExists(scratch.resolve("orders.csv"));
            Files.delete(scratch);
        }
    }

    private static Path invented(Path file) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("""
                    copy (select 'L' || (i // 5) as Invoice, 'P' || hash(i) % 4000 as StockCode,
                                 'product ' || hash(i) % 4000 as Description, 1 + hash(i, 1) % 10 as Quantity,
                                 strftime(timestamp '2024-01-01' + to_seconds(30 * (i // 5)), '%Y-%m-%d %H:%M:%S')
                                     as InvoiceDate,
                                 cast((100 + hash(i, 2) % 9900) / 100 as decimal(9, 2)) as Price,
                                 100000 + hash(i // 5) % 1000000 as CustomerID, 'United Kingdom' as Country
                          from range(10000000) lines(i)) to '%s' (header)""".replace("%s", file.toString()));
        }
        return file;
    }

    private static long resident(Product product) throws IOException {
        Matcher found = RESIDENT.matcher(Files.readString(Path.of("/proc", product.pid() + "", "status")));
        if (!found.find()) {
            throw new IllegalStateException("the server's memory is not told");
        }
        return Long.parseLong(found.group(1));
    }

    private static void check(Connection database, Connection duck) throws SQLException {
        String imported = "select %s from customer.purchase where kind = 'order'";
        // A refund is an invoice that begins with C and takes goods back; one with C gives goods out.
        String raw = "select %s from lines where try_cast(quantity as integer) > 0"
                + " and try_cast(price as decimal(18, 4)) >= 0";
        long orders = count(database, imported.formatted("count(*)"));
        long expected = count(duck, raw.formatted("count(distinct invoice)"));
        if (orders != expected) {
            throw new IllegalStateException("expected " + expected + " orders but imported " + orders);
        }
    }

    private static Path data(Path project) {
        String named = System.getenv("WATERWHEEL_DATA");
        Path folder =
                named == null ? project.toAbsolutePath().normalize().resolveSibling("shared/data") : Path.of(named);
        if (!Files.exists(folder)) {
            throw new IllegalStateException(
                    "the Online Retail II files are not at " + folder + "; set WATERWHEEL_DATA");
        }
        return folder;
    }

    private static JsonNode load(Product product, Path file) throws Exception {
        String name = file.getFileName().toString();
        JsonNode draft = product.post(
                "/api/brands/main/imports?kind=orders&filename=" + name,
                BodyPublishers.ofFile(file),
                "application/octet-stream");
        String path = "/api/brands/main/imports/" + draft.path("id").asString();
        String start = JsonMapper.shared()
                .writeValueAsString(java.util.Map.of("mapping", draft.path("mapping"), "source", "orders"));
        product.post(path + "/start", start);
        while (true) {
            JsonNode now = product.get(path);
            switch (now.path("state").asString()) {
                case "done" -> {
                    return now.path("counts");
                }
                case "failed", "cancelled" -> throw new IllegalStateException(now.toString());
                default -> Thread.sleep(100);
            }
        }
    }

    private static double read(Connection duck, List<Path> files) throws SQLException {
        long begin = System.nanoTime();
        try (Statement statement = duck.createStatement()) {
            statement.execute(
                    "create table lines (invoice varchar, code varchar, description varchar, quantity varchar,"
                            + " paid_at varchar, price varchar, customer varchar, country varchar)");
            for (Path file : files) {
                statement.execute(
                        "insert into lines select * from read_csv('" + file + "', header = true, all_varchar = true)");
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static long count(Connection duck, String question) throws SQLException {
        try (Statement statement = duck.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }
}
