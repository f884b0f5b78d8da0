package io.waterwheel.kernel.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs PostgreSQL's own programs, which refuse to run as root: then they run in a user namespace of their own.
final class PostgresCommands {

    private final Path bin;
    private final List<String> prefix;

    private PostgresCommands(Path bin, List<String> prefix) {
        this.bin = bin;
        this.prefix = prefix;
    }

    static PostgresCommands in(Path binaries) {
        boolean root = "root".equals(System.getProperty("user.name"));
        return new PostgresCommands(binaries.resolve("bin"), root ? List.of("unshare", "-U") : List.of());
    }

    /// Runs one program to its end.
    ///
    /// @throws IllegalStateException with what it printed when it fails
    void run(String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            // To a file, not a pipe: the server inherits it and would keep a pipe open for as long as it runs.
            Path output = Files.createTempFile(bin.getParent(), program, ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int exit = process.waitFor();
            String printed = Files.readString(output, StandardCharsets.UTF_8);
            Files.deleteIfExists(output);
            if (exit != 0) {
                throw new IllegalStateException(program + " ended with " + exit + ": " + printed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(program + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(program + " was interrupted", e);
        }
    }
}
