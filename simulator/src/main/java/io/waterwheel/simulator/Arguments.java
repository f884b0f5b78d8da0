package io.waterwheel.simulator;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What the command line says.
///
/// @param port of the API and the pages; 0 picks a free one
/// @param smtpPort of the mail sink; 0 picks a free one
/// @param data where the journal is kept; without it everything is forgotten at the end
public record Arguments(int port, int smtpPort, Optional<Path> data) {
    static Arguments parse(String... args) {
        int port = 8089;
        int smtpPort = 8025;
        Optional<Path> data = Optional.empty();
        Iterator<String> words = List.of(args).iterator();
        while (words.hasNext()) {
            var word = words.next();
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (equals < 0 && !words.hasNext()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            var value = equals < 0 ? words.next() : word.substring(equals + 1);
            switch (name) {
                case "--port" -> port = Integer.parseInt(value);
                case "--smtp-port" -> smtpPort = Integer.parseInt(value);
                case "--data" -> data = Optional.of(Path.of(value));
                default ->
                    throw new IllegalArgumentException(
                            "unknown argument " + name + "; known are --port, --smtp-port and --data");
            }
        }
        return new Arguments(port, smtpPort, data);
    }
}
