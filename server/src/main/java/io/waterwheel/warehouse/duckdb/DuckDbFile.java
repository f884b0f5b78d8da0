package io.waterwheel.warehouse.duckdb;

import io.waterwheel.kernel.Sha256;
import io.waterwheel.kernel.WaterwheelProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The database file. It holds nothing that the log does not: a file that cannot be opened, or of another schema, is
/// removed and filled again.
@Component
class DuckDbFile implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DuckDbFile.class);
    private static final String MEMORY = "2GB";
    private static final String NAME = "warehouse";
    private static final String FILE = NAME + ".duckdb";
    private static final String REWRITTEN = "rewritten.duckdb";

    private final Path directory;
    private volatile DuckDBConnection root;

    DuckDbFile(WaterwheelProperties properties) {
        this.directory = properties.dataDirectory().resolve("warehouse");
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(directory.resolve(REWRITTEN));
            this.root = open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the warehouse cannot be opened in " + directory, e);
        }
    }

    /// A connection of one's own to the same database.
    Connection connect() throws SQLException {
        return root.duplicate();
    }

    /// Copies what is there, and only that, into a file of its own: rows that were deleted or changed stay in a
    /// database file until their place is used again.
    void copy() throws SQLException, IOException {
        Path fresh = directory.resolve(REWRITTEN);
        Files.deleteIfExists(fresh);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("attach '" + fresh.toString().replace("'", "''") + "' as fresh");
            try {
                statement.execute("copy from database " + NAME + " to fresh");
            } finally {
                statement.execute("detach fresh");
            }
        }
    }

    /// Puts the copy in the place of the file. Nobody else has a connection.
    void swap() throws SQLException, IOException {
        root.close();
        Path file = directory.resolve(FILE);
        Files.deleteIfExists(directory.resolve(FILE + ".wal"));
        Files.move(
                directory.resolve(REWRITTEN),
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        root = connect(directory, file);
    }

    private static DuckDBConnection open(Path directory) throws IOException {
        String schema = new ClassPathResource("db/warehouse/schema.sql").getContentAsString(StandardCharsets.UTF_8);
        Path file = directory.resolve(FILE);
        try {
            DuckDBConnection existing = connect(directory, file);
            if (isCurrent(existing, schema)) {
                return existing;
            }
            existing.close();
            log.info("warehouse.rebuild reason=schema");
        } catch (SQLException e) {
            log.warn("warehouse.rebuild reason=unreadable", e);
        }
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(directory.resolve(FILE + ".wal"));
            DuckDBConnection fresh = connect(directory, file);
            try (Statement statement = fresh.createStatement()) {
                statement.execute(schema);
                statement.execute("create table schema_version (hash varchar not null)");
                statement.execute("insert into schema_version values ('" + hash(schema) + "')");
                statement.execute("insert into feed values (0, timestamp '1970-01-01 00:00:00', 0)");
            }
            return fresh;
        } catch (SQLException e) {
            throw new IOException("a fresh warehouse cannot be made", e);
        }
    }

    private static DuckDBConnection connect(Path directory, Path file) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("temp_directory", directory.resolve("temporary").toString());
        settings.setProperty("preserve_insertion_order", "false");
        // A hundred million rows go by instead of being laid up first.
        settings.setProperty("jdbc_stream_results", "true");
        Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, settings);
        return connection.unwrap(DuckDBConnection.class);
    }

    private static boolean isCurrent(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(
                        "select 1 from information_schema.tables where table_name = 'schema_version'")) {
            if (!tables.next()) {
                return false;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("select hash from schema_version")) {
            return version.next() && version.getString(1).equals(hash(schema));
        }
    }

    private static String hash(String schema) {
        return HexFormat.of().formatHex(Sha256.of(schema));
    }

    @Override
    public void close() throws SQLException {
        root.close();
    }
}
