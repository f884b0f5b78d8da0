package io.waterwheel.kernel.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The typed tables that are checked in are those the migrations make.
class GeneratedTablesTests {

    private static final Path SOURCES = Path.of("src", "main", "java");

    @Test
    void theTypedTablesAreThoseOfTheMigrations() throws Exception {
        Path fresh = Path.of("target", "generated-tables");
        DirectoryTree.delete(fresh);
        GenerateTables.into(Path.of("target", "generated-tables-database"), fresh);

        for (String module : Migrations.MODULES) {
            Path folder = Path.of("io", "waterwheel", module, "generated");
            assertThat(files(SOURCES.resolve(folder)))
                    .as("run ./waterwheel generate: the typed tables of %s are out of date", module)
                    .isEqualTo(files(fresh.resolve(folder)));
        }
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return files;
    }
}
