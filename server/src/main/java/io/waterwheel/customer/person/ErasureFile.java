package io.waterwheel.customer.person;

import static io.waterwheel.customer.generated.Tables.TOMBSTONE;

import io.waterwheel.kernel.WaterwheelProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The tombstones once more, in `erasures/tombstones` of the data directory: a database restored from an older backup
/// does not know who was forgotten since, and this file does. It must outlive a restore, see docs/operations.md.
@Component
class ErasureFile {

    private final Path file;

    ErasureFile(WaterwheelProperties properties) {
        this.file = properties.dataDirectory().resolve("erasures").resolve("tombstones");
    }

    /// @param blind as in the database
    record Stone(String kind, byte[] blind, Instant erasedAt) {}

    /// Writes all stones down, whole or not at all.
    void keep(DSLContext database) {
        List<String> lines = database.selectFrom(TOMBSTONE)
                .orderBy(TOMBSTONE.ERASED_AT, TOMBSTONE.BLIND)
                .fetch(row -> row.getKind() + " " + HexFormat.of().formatHex(row.getBlind()) + " " + row.getErasedAt());
        try {
            Files.createDirectories(file.getParent());
            Path unfinished = file.resolveSibling("tombstones.new");
            Files.write(unfinished, lines);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of erasures cannot be written: " + file, e);
        }
    }

    List<Stone> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(" "))
                    .map(parts -> new Stone(parts[0], HexFormat.of().parseHex(parts[1]), Instant.parse(parts[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the list of erasures cannot be read: " + file, e);
        }
    }
}
