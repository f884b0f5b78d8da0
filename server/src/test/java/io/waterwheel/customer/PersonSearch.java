package io.waterwheel.customer;

import io.waterwheel.kernel.WaterwheelProperties;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.warehouse.Warehouse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.boot.test.context.TestComponent;

/// Looks for words in every place data can lie: all columns of all tables of all PostgreSQL schemas, sealed values
/// opened; all columns of the warehouse; every file of the data directory as raw bytes, sealed lines opened too.
@TestComponent
class PersonSearch {

    private static final Pattern SEALED = Pattern.compile("v[0-9]+:[A-Za-z0-9+/:=]{30,}");
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private final DSLContext database;
    private final Warehouse warehouse;
    private final Vault vault;
    private final WaterwheelProperties properties;

    PersonSearch(DSLContext database, Warehouse warehouse, Vault vault, WaterwheelProperties properties) {
        this.database = database;
        this.warehouse = warehouse;
        this.vault = vault;
        this.properties = properties;
    }

    /// Where any of the words stands, as `postgres schema.table.column`, `warehouse table.column`, `file path`.
    TreeSet<String> places(List<String> words) throws IOException {
        TreeSet<String> places = new TreeSet<>();
        postgres(words, places);
        warehouse(words, places);
        files(words, places);
        return places;
    }

    private void postgres(List<String> words, TreeSet<String> places) {
        Map<String, List<String>> columns = database.fetch("""
                        select c.table_schema || '.' || c.table_name as relation, quote_ident(c.column_name) as name
                          from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                         where t.table_type = 'BASE TABLE'
                           and c.table_schema not in ('pg_catalog', 'information_schema')""")
                .intoGroups(row -> row.get("relation", String.class), row -> row.get("name", String.class));
        String plain =
                String.join("|", words.stream().map(PersonSearch::escaped).toList());
        columns.forEach((table, names) -> {
            for (String name : names) {
                String shown = isBytes(table, name) ? "encode(" + name + ", 'escape')" : name + "::text";
                database.fetch(
                                "select " + shown + " from " + table + " where " + shown + " ~ {0} or " + shown
                                        + " ~ 'v[0-9]+:[A-Za-z0-9+/:=]{30}'",
                                DSL.val(plain))
                        .forEach(row -> {
                            if (mentions(row.get(0, String.class), words)) {
                                places.add("postgres " + table + "." + name);
                            }
                        });
            }
        });
    }

    /// Which columns hold one of these customer numbers: those of that name, and those that hold numbers of
    /// identifiers; of PostgreSQL and of the warehouse.
    TreeSet<String> numbers(Set<Integer> numbers) {
        TreeSet<String> places = new TreeSet<>();
        String any = numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
        database.fetch("""
                        select c.table_schema || '.' || c.table_name as relation, quote_ident(c.column_name) as name, c.data_type
                          from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                         where t.table_type = 'BASE TABLE'
                           and (c.table_schema = 'customer' and c.column_name in ('no', 'low', 'high', 'highest', 'numbers')
                            or c.column_name ~ '(^|_)(customer|other|left|right|customer_no|no)(_no)?$' and c.data_type = 'integer')""").forEach(column -> {
            String table = column.get(0, String.class);
            String name = column.get(1, String.class);
            String which = column.get(2, String.class).equals("ARRAY")
                    ? name + " && array[" + any + "]"
                    : name + " in (" + any + ")";
            if (database.fetchSingle("select exists (select from " + table + " where " + which + ")")
                    .get(0, Boolean.class)) {
                places.add("postgres " + table + "." + name);
            }
        });
        warehouse.read(reader -> {
            reader.fetch(
                            "select table_name, column_name from information_schema.columns where column_name in ('customer_no', 'written_under')")
                    .forEach(column -> {
                        String name = column.get(0, String.class) + "." + column.get(1, String.class);
                        if (reader.fetchSingle("select count(*) from \"" + column.get(0, String.class) + "\" where "
                                                + column.get(1, String.class) + " in (" + any + ")")
                                        .get(0, Long.class)
                                > 0) {
                            places.add("warehouse " + name);
                        }
                    });
            return places;
        });
        return places;
    }

    /// Which columns hold one of these blind indexes.
    TreeSet<String> blinds(List<byte[]> blinds) {
        TreeSet<String> places = new TreeSet<>();
        database.fetch("""
                        select c.table_schema || '.' || c.table_name, quote_ident(c.column_name)
                          from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                         where t.table_type = 'BASE TABLE' and c.data_type = 'bytea'
                           and c.table_schema not in ('pg_catalog', 'information_schema')""").forEach(column -> {
            String table = column.get(0, String.class);
            String name = column.get(1, String.class);
            if (database.fetchSingle(
                            "select exists (select from " + table + " where " + name + " = any({0}))",
                            DSL.val(blinds.toArray(byte[][]::new)))
                    .get(0, Boolean.class)) {
                places.add("postgres " + table + "." + name);
            }
        });
        return places;
    }

    private boolean isBytes(String table, String column) {
        return database.fetchSingle(
                        "select data_type = 'bytea' from information_schema.columns where table_schema || '.' || table_name = {0} and quote_ident(column_name) = {1}",
                        DSL.val(table), DSL.val(column))
                .get(0, Boolean.class);
    }

    private void warehouse(List<String> words, TreeSet<String> places) {
        warehouse.read(reader -> {
            reader.fetch("select table_name, column_name from information_schema.columns")
                    .forEach(column -> {
                        String table = column.get(0, String.class);
                        String name = column.get(1, String.class);
                        for (String word : words) {
                            if (reader.fetchSingle(
                                                    "select count(*) from \"" + table + "\" where contains(cast(\""
                                                            + name + "\" as varchar), {0})",
                                                    DSL.inline(word))
                                            .get(0, Long.class)
                                    > 0) {
                                places.add("warehouse " + table + "." + name);
                            }
                        }
                    });
            return places;
        });
    }

    private void files(List<String> words, TreeSet<String> places) throws IOException {
        try (Stream<Path> tree = Files.walk(properties.dataDirectory())) {
            for (Path file : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
                Path relative = properties.dataDirectory().relativize(file);
                // PostgreSQL's pages are read through PostgreSQL.
                if (relative.startsWith("postgres")) {
                    continue;
                }
                if (inFile(file, words)) {
                    places.add("file " + relative.getName(0));
                }
            }
        }
    }

    private boolean inFile(Path file, List<String> words) throws IOException {
        String raw = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (raw.startsWith("PAR1")) {
            return inParquet(file, words);
        }
        return inText(raw, words) || inSealed(raw, words);
    }

    private static boolean inText(String raw, List<String> words) {
        for (String word : words) {
            for (Charset charset : CHARSETS) {
                if (raw.contains(new String(word.getBytes(charset), StandardCharsets.ISO_8859_1))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Sealed values in a file; sealed pieces of a file, which may be an archive.
    private boolean inSealed(String raw, List<String> words) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Matcher sealed = SEALED.matcher(raw);
        while (sealed.find()) {
            String opened = open(sealed.group());
            if (contains(opened, words)) {
                return true;
            }
            whole.write(decoded(opened));
        }
        if (inText(whole.toString(StandardCharsets.ISO_8859_1), words)) {
            return true;
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(whole.toByteArray()))) {
            while (zip.getNextEntry() != null) {
                if (inText(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1), words)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean inParquet(Path file, List<String> words) {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet rows =
                        statement.executeQuery("select cast(t as varchar) from read_parquet('" + file + "') t")) {
            while (rows.next()) {
                if (contains(rows.getString(1), words)) {
                    return true;
                }
            }
            return false;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private boolean mentions(String text, List<String> words) {
        if (contains(text, words)) {
            return true;
        }
        Matcher sealed = SEALED.matcher(text);
        while (sealed.find()) {
            if (mentions(open(sealed.group()), words)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(String text, List<String> words) {
        return words.stream().anyMatch(text::contains);
    }

    /// What only looks like a sealed value is not one.
    private String open(String sealed) {
        try {
            return vault.open(sealed);
        } catch (IllegalArgumentException notOurs) {
            return "";
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static String escaped(String word) {
        return word.replaceAll("([.+*?()\\[\\]{}|^$\\\\-])", "\\\\$1");
    }

    /// The words as PostgreSQL's own files hold them, in the tables' present files.
    ///
    /// @param tables as `schema.table`
    TreeSet<String> pages(Iterable<String> tables, List<String> words) throws IOException {
        TreeSet<String> places = new TreeSet<>();
        Path root = Path.of(database.fetchSingle("show data_directory").get(0, String.class));
        List<String> relations = new ArrayList<>();
        tables.forEach(table -> database.fetch("""
                        select pg_relation_filepath(c.oid) from pg_class c where c.oid = {0}::regclass
                        union all select pg_relation_filepath(c.reltoastrelid) from pg_class c
                            where c.oid = {0}::regclass and c.reltoastrelid <> 0
                        union all select pg_relation_filepath(i.indexrelid) from pg_index i where i.indrelid = {0}::regclass""", DSL.inline(table))
                .forEach(row -> relations.add(table + " " + row.get(0, String.class))));
        for (String relation : relations) {
            String[] parts = relation.split(" ");
            String raw = Files.readString(root.resolve(parts[1]), StandardCharsets.ISO_8859_1);
            for (String word : words) {
                if (raw.contains(new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
                    places.add(parts[0]);
                }
            }
        }
        return places;
    }
}
