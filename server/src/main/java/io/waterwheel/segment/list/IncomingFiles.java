package io.waterwheel.segment.list;

import io.waterwheel.kernel.WaterwheelProperties;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Uploaded lists while they are read. A file lies here for the length of one request, readable by the owner alone, and
/// is gone after it, however the request ends.
@Component
class IncomingFiles {

    private static final long MOST_BYTES = 256L << 20;
    private static final int BUFFER = 1 << 16;

    private final Path root;

    IncomingFiles(WaterwheelProperties properties) {
        this.root = properties.dataDirectory().resolve("incoming-lists");
        try {
            Files.createDirectories(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            // What a kill left belongs to nobody.
            try (Stream<Path> left = Files.list(root)) {
                for (Path file : left.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the directory of incoming lists cannot be used: " + root, e);
        }
    }

    /// What is done with a file.
    interface Use<T> {
        T of(Path file) throws IOException;
    }

    /// @throws Problem `too-large`, `disk-full`
    <T> T with(InputStream in, Use<T> use) throws IOException {
        Path file = Files.createTempFile(root, "list-", "");
        try {
            copy(in, file);
            return use.of(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void copy(InputStream in, Path file) throws IOException {
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > MOST_BYTES) {
                    throw new Problem(KernelProblem.TOO_LARGE).with("limit", (MOST_BYTES >> 20) + " MB");
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("no space left")) {
                throw new Problem(KernelProblem.DISK_FULL, e);
            }
            throw e;
        }
    }
}
