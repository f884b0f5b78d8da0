package io.waterwheel.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the person asked for.
///
/// @param data   the data directory of the server
/// @param source what the lines come from; null for what the server proposes
/// @param dryRun whether the file is only checked
/// @param ask    whether to show the mapping and wait for a yes
record Order(
        String kind,
        Path file,
        Path data,
        String brand,
        @Nullable String source,
        boolean dryRun,
        boolean ask) {

    /// @throws IllegalArgumentException when the words make no sense
    static Order read(String[] words) {
        Path data = Path.of("data");
        String brand = "main";
        String source = null;
        boolean ask = true;
        boolean dryRun = false;
        String kind = null;
        Path file = null;
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--yes" -> ask = false;
                case "--dry-run" -> dryRun = true;
                case "--data" -> data = Path.of(value(words, ++i));
                case "--brand" -> brand = value(words, ++i);
                case "--source" -> source = value(words, ++i);
                default -> {
                    if (words[i].startsWith("-") || file != null) {
                        throw new IllegalArgumentException(words[i]);
                    } else if (kind == null) {
                        kind = words[i];
                    } else {
                        file = Path.of(words[i]);
                    }
                }
            }
        }
        if (kind == null || file == null) {
            throw new IllegalArgumentException("");
        }
        return new Order(kind, file, data, brand, source, dryRun, ask);
    }

    private static String value(String[] words, int index) {
        if (index >= words.length) {
            throw new IllegalArgumentException(words[index - 1]);
        }
        return words[index];
    }
}
