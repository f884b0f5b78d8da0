package io.waterwheel.kernel.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// Unpacks the PostgreSQL programs that come with the product, once per version.
final class PostgresBinaries {

    private PostgresBinaries() {}

    /// @return the directory that holds `bin`, `lib` and `share`
    static Path unpack(Path home) throws IOException {
        String archive = archive();
        URL resource = PostgresBinaries.class.getResource("/" + archive);
        if (resource == null) {
            throw new IOException(
                    "no PostgreSQL for this machine (" + archive + "); set waterwheel.postgres.url to an external one");
        }
        // Another version is another archive: its size tells them apart, and an upgrade unpacks anew.
        Path target = home.resolve("programs-" + resource.openConnection().getContentLengthLong());
        if (Files.exists(target.resolve("bin/postgres"))) {
            return target;
        }
        Path fresh = home.resolve("programs.new");
        DirectoryTree.delete(fresh);
        try (InputStream packed = new BufferedInputStream(resource.openStream(), 1 << 16)) {
            unpack(new TarArchiveInputStream(new XZInputStream(packed)), fresh);
        }
        DirectoryTree.delete(target);
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        return target;
    }

    private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = target.resolve(entry.getName()).normalize();
            if (!file.startsWith(target)) {
                throw new IOException("an entry points outside the archive: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(file.getParent());
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                Files.createDirectories(file.getParent());
                Files.copy(tar, file);
                if ((entry.getMode() & 0100) != 0) {
                    Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
                    permissions.addAll(EnumSet.of(
                            PosixFilePermission.OWNER_EXECUTE,
                            PosixFilePermission.GROUP_EXECUTE,
                            PosixFilePermission.OTHERS_EXECUTE));
                    Files.setPosixFilePermissions(file, permissions);
                }
            }
        }
    }

    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String machine = arm ? "arm_64" : "x86_64";
        return "postgres-" + system + "-" + machine + ".txz";
    }
}
