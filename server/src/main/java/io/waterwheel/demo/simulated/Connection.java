package io.waterwheel.demo.simulated;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// What server and simulator must both know to talk to each other.
///
/// @param shopWriteKey with which the simulated shop reports its orders
public record Connection(
        String corpId, String secret, int agentId, String callbackToken, String callbackAesKey, String shopWriteKey) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int AGENT = 1_000_002;

    public static Connection random(String shopWriteKey) {
        return new Connection(
                "ww" + HexFormat.of().formatHex(bytes(8)), text(32), AGENT, text(16), text(32), shopWriteKey);
    }

    /// Of 32 bytes this makes the 43 characters that an EncodingAESKey has. Letters and digits only, as WeCom's own
    /// are: the client puts a secret into an address as it stands, where a plus would arrive as a blank.
    private static String text(int bytes) {
        while (true) {
            String text = Base64.getEncoder().withoutPadding().encodeToString(bytes(bytes));
            if (text.chars().allMatch(Character::isLetterOrDigit)) {
                return text;
            }
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "Connection[corpId=" + corpId + ", …]";
    }
}
