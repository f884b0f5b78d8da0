package io.waterwheel.exchange.export;

import io.waterwheel.kernel.WaterwheelProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Where the files of exports lie: `exports/<id>` in the data directory, readable by the owner alone.
@Component
class ExportDirectories {

    private final Path root;

    ExportDirectories(WaterwheelProperties properties) {
        this.root = properties.dataDirectory().resolve("exports");
    }

    Path file(long export, String name) {
        return directory(export).resolve(name);
    }

    private Path directory(long export) {
        return root.resolve(Long.toString(export));
    }

    /// Makes the directory, and removes from it everything but the files of these names.
    Path make(long export, Set<String> kept) throws IOException {
        Path directory = directory(export);
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        clear(directory, kept);
        return directory;
    }

    void delete(long export) throws IOException {
        Path directory = directory(export);
        try {
            clear(directory, Set.of());
            Files.deleteIfExists(directory);
        } catch (NoSuchFileException e) {
            // It is gone already.
        }
    }

    private static void clear(Path directory, Set<String> kept) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (Files.isDirectory(file)) {
                    clear(file, Set.of());
                }
                if (!kept.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }
}
