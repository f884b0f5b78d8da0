package io.waterwheel.bench;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lines per second of the Online Retail II files from upload to the last commit. Baseline: DuckDB reading the same
/// files into a table. The orders that come out are compared with DuckDB's own count over the raw files.
final class ImportBench implements Target {

    private static final List<String> FILES = List.of("year_2009_2010.csv.gz", "year_2010_2011.csv.gz");

    @Override
    public List<Measurement> run(Path project) throws Exception {
        Path folder = data(project).resolve("online_retail");
        try (Product product = new Product(project)) {
            product.start();
            long lines = 0;
            long begin = System.nanoTime();
            for (String file : FILES) {
                lines += load(product, folder.resolve(file)).path("lines").asLong();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            try (Connection database = product.database();
                    Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
                long orders = count(database, "select count(*) from customer.purchase where kind = 'order'");
                double baseline = read(duck, folder);
                // A refund is an invoice that begins with C and takes goods back; one with C gives goods out.
                long expected = count(duck, """
                        select count(distinct invoice) from lines
                        where try_cast(quantity as integer) > 0
                          and try_cast(price as decimal(18, 4)) >= 0""");
                if (orders != expected) {
                    throw new IllegalStateException("expected " + expected + " orders but imported " + orders);
                }
                return List.of(new Measurement(
                        "import",
                        lines / seconds,
                        "lines/s",
                        "DuckDB reading the same files into a table",
                        lines / baseline));
            }
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

    private static double read(Connection duck, Path folder) throws SQLException {
        long begin = System.nanoTime();
        try (Statement statement = duck.createStatement()) {
            statement.execute(
                    "create table lines (invoice varchar, code varchar, description varchar, quantity varchar,"
                            + " paid_at varchar, price varchar, customer varchar, country varchar)");
            for (String file : FILES) {
                statement.execute("insert into lines select * from read_csv('" + folder.resolve(file)
                        + "', header = true, all_varchar = true)");
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
