package io.waterwheel.customer;

import io.waterwheel.kernel.WaterwheelProperties;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.warehouse.Warehouse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
        for (String word : words) {
            for (Charset charset : CHARSETS) {
                if (raw.contains(new String(word.getBytes(charset), StandardCharsets.ISO_8859_1))) {
                    return true;
                }
            }
        }
        Matcher sealed = SEALED.matcher(raw);
        while (sealed.find()) {
            String opened = open(sealed.group());
            if (contains(opened, words) || contains(decoded(opened), words)) {
                return true;
            }
        }
        return false;
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

    private static String decoded(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
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
