package io.waterwheel.simulator.town;

import io.waterwheel.simulator.http.Json;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// Facts on disk, one JSON line each, so that a killed simulator comes back where it was.
///
/// A line reaches the operating system before its fact takes effect: killing the process loses nothing. It is not
/// synced to the device; a test world need not outlive the machine's power.
final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final Optional<Path> file;
    private @Nullable OutputStream out;

    Journal(Optional<Path> directory) {
        try {
            if (directory.isPresent()) {
                Files.createDirectories(directory.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file = directory.map(folder -> folder.resolve("journal.jsonl"));
    }

    /// Hands over all facts on disk and opens the journal for more.
    void replay(Consumer<Fact> facts) {
        if (file.isEmpty()) {
            return;
        }
        try {
            long intact = 0;
            if (Files.exists(file.get())) {
                intact = read(file.get(), facts);
            }
            var opened = new FileOutputStream(file.get().toFile(), true);
            opened.getChannel().truncate(intact);
            out = opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return the length of the whole lines; a kill in the middle of a write leaves half a line, which never
    ///         happened
    private static long read(Path file, Consumer<Fact> facts) throws IOException {
        long intact = 0;
        long size = Files.size(file);
        // Lenient about bytes: half a line may end in half a character.
        try (var reader =
                new BufferedReader(new InputStreamReader(new FileInputStream(file.toFile()), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var bytes = line.getBytes(StandardCharsets.UTF_8);
                if (intact + bytes.length + 1 > size) {
                    break;
                }
                try {
                    facts.accept(Json.read(bytes, Fact.class));
                } catch (JacksonException e) {
                    LOG.warn("journal ends at byte={} reason={}", intact, e.getOriginalMessage());
                    break;
                }
                intact += bytes.length + 1;
            }
        }
        return intact;
    }

    void append(Fact fact) {
        if (file.isEmpty()) {
            return;
        }
        var line = (Json.text(fact) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            if (fact instanceof Fact.WorldSet) {
                startOver(file.get(), line);
            } else if (out != null) {
                out.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nothing before a new world matters, so its line becomes the whole journal, in one step.
    private void startOver(Path journal, byte[] line) throws IOException {
        var fresh = journal.resolveSibling("journal.fresh");
        Files.write(fresh, line);
        close();
        Files.move(fresh, journal, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        out = new FileOutputStream(journal.toFile(), true);
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }
}
