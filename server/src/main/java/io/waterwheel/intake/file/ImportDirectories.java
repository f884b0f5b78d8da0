package io.waterwheel.intake.file;

import io.waterwheel.intake.ImportId;
import io.waterwheel.kernel.WaterwheelProperties;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Where uploaded files lie: `imports/<id>/` in the data directory.
@Component
class ImportDirectories {

    private static final String INCOMING = "incoming-";
    private static final int BUFFER = 1 << 16;

    private final Path root;

    ImportDirectories(WaterwheelProperties properties) {
        this.root = properties.dataDirectory().resolve("imports");
        try {
            Files.createDirectories(root);
            // What an upload left that was cut off by a kill has no import.
            try (Stream<Path> left = Files.list(root)) {
                left.filter(path -> path.getFileName().toString().startsWith(INCOMING))
                        .forEach(ImportDirectories::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the imports directory cannot be used: " + root, e);
        }
    }

    Path of(ImportId id) {
        return root.resolve(id.toString());
    }

    static Path upload(Path directory) {
        return directory.resolve("upload");
    }

    static Path errors(Path directory) {
        return directory.resolve("errors.csv");
    }

    static Path scratch(Path directory) {
        return directory.resolve("scratch");
    }

    /// A directory for a file that has no import yet.
    Path incoming() throws IOException {
        return Files.createTempDirectory(root, INCOMING);
    }

    /// Gives an incoming directory to its import; on disk when it returns.
    void assign(Path incoming, ImportId id) {
        try {
            Files.move(incoming, of(id), StandardCopyOption.ATOMIC_MOVE);
            sync(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Stores an upload, on disk when it returns.
    ///
    /// @return its size in bytes
    /// @throws Problem `disk-full`
    static long store(InputStream in, Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                ByteBuffer piece = ByteBuffer.wrap(buffer, 0, read);
                while (piece.hasRemaining()) {
                    out.write(piece);
                }
                size += read;
            }
            out.force(true);
        } catch (IOException e) {
            if (fullDisk(e)) {
                throw new Problem(KernelProblem.DISK_FULL, e);
            }
            throw e;
        }
        return size;
    }

    /// Whether that is the reason, as far as the operating system and DuckDB tell.
    static boolean fullDisk(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem && problem.type() == KernelProblem.DISK_FULL) {
                return true;
            }
            String message = cause.getMessage();
            String words = message == null ? "" : message.toLowerCase(Locale.ROOT);
            if (words.contains("no space left") || words.contains("disk quota") || words.contains("disk full")) {
                return true;
            }
        }
        return false;
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Removes a file or a directory with what is in it; what is not there is no error.
    static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be removed: " + path, e);
        }
    }
}
