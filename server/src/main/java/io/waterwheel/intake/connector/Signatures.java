package io.waterwheel.intake.connector;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What platforms sign with. All of them use plain MD5 around a secret; that is theirs to choose, and it is compared
/// in constant time here.
public final class Signatures {

    private Signatures() {}

    /// The MD5 of the parts one after another, in lower-case hex.
    public static String md5(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The way of Taobao's and JD's gateways: names and values in the order of the names, the secret on either side.
    ///
    /// @param body what follows the parameters, empty for none
    /// @return in upper-case hex
    public static String aroundParameters(String secret, Map<String, String> parameters, byte[] body) {
        StringBuilder text = new StringBuilder(secret);
        new TreeMap<>(parameters).forEach((name, value) -> text.append(name).append(value));
        return md5(bytes(text.toString()), body, bytes(secret)).toUpperCase(Locale.ROOT);
    }

    /// Whether a signature is the wanted one; upper and lower case are the same.
    public static boolean same(String wanted, @Nullable String given) {
        return MessageDigest.isEqual(
                bytes(wanted.toLowerCase(Locale.ROOT)),
                bytes(given == null ? "" : given.strip().toLowerCase(Locale.ROOT)));
    }
}
