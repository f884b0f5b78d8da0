package io.waterwheel.customer.person;

import io.waterwheel.kernel.privacy.Vault;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/// A file that tells nothing to whoever copies the data directory: pieces of it, sealed, one per line.
final class SealedFile {

    private static final int PIECE = 256 << 10;

    private SealedFile() {}

    /// What is written is on its way to the disk when the stream is closed.
    static OutputStream write(Path file, Vault vault) throws IOException {
        return new Sealing(Files.newBufferedWriter(file, StandardCharsets.US_ASCII), vault);
    }

    static void read(Path file, Vault vault, OutputStream out) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(Base64.getDecoder().decode(vault.open(line)));
            }
        }
    }

    private static final class Sealing extends FilterOutputStream {

        private final BufferedWriter lines;
        private final Vault vault;
        private final byte[] piece = new byte[PIECE];
        private int filled;

        Sealing(BufferedWriter lines, Vault vault) {
            super(OutputStream.nullOutputStream());
            this.lines = lines;
            this.vault = vault;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int taken = 0;
            while (taken < length) {
                int now = Math.min(length - taken, PIECE - filled);
                System.arraycopy(bytes, from + taken, piece, filled, now);
                filled += now;
                taken += now;
                if (filled == PIECE) {
                    seal();
                }
            }
        }

        private void seal() throws IOException {
            if (filled > 0) {
                lines.write(vault.seal(Base64.getEncoder().encodeToString(Arrays.copyOf(piece, filled))));
                lines.newLine();
                filled = 0;
            }
        }

        @Override
        public void close() throws IOException {
            seal();
            lines.close();
        }
    }
}
