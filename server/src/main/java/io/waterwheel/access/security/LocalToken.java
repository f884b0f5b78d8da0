package io.waterwheel.access.security;

import io.waterwheel.kernel.WaterwheelProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Lets the command line act on this machine: whoever may read the data directory may administer its server anyway.
/// The token is new at each start and counts only from a loopback address.
@Component
class LocalToken {

    private static final String SCHEME = "Bearer ";

    private final byte[] token;

    LocalToken(WaterwheelProperties properties) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String text = HexFormat.of().formatHex(random);
        this.token = text.getBytes(StandardCharsets.US_ASCII);
        write(properties.dataDirectory().resolve("keys"), text);
    }

    boolean heldBy(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null
                && header.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        token, header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8))
                && loopback(request.getRemoteAddr());
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static void write(Path keys, String text) {
        try {
            Files.createDirectories(keys);
            Path fresh = Files.createTempFile(
                    keys,
                    "local-token",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, text);
            Files.move(fresh, keys.resolve("local-token"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The token for the command line could not be written to " + keys, e);
        }
    }
}
