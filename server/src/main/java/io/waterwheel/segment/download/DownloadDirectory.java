package io.waterwheel.segment.download;

import io.waterwheel.kernel.WaterwheelProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.stereotype.Component;

/// Where the files lie: `member-downloads` in the data directory, readable by the owner alone.
@Component
class DownloadDirectory {

    private final Path root;

    DownloadDirectory(WaterwheelProperties properties) {
        this.root = properties.dataDirectory().resolve("member-downloads");
        try {
            Files.createDirectories(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("the directory of downloads cannot be used: " + root, e);
        }
    }

    Path file(long id, DownloadFormat format) {
        return root.resolve(id + "." + format.code());
    }

    void delete(long id, DownloadFormat format) {
        try {
            Files.deleteIfExists(file(id, format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
