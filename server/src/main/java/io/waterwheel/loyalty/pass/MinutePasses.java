package io.waterwheel.loyalty.pass;

import io.waterwheel.kernel.privacy.Vault;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;

/// Passes that are good for a minute, so that a picture of one that went round is worth nothing. The page asks
/// for another before it ends. Nothing of a pass is kept: it says what it is for, until when, and proves it.
public class MinutePasses {

    public static final Duration LASTS = Duration.ofSeconds(60);

    private static final int PLAIN = 2 * Long.BYTES;
    private static final int PROOF = 16;

    private final Vault vault;
    private final InstantSource clock;

    public MinutePasses(Vault vault, InstantSource clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /// A kind of pass.
    ///
    /// @param mark  what its text begins with
    /// @param scope keeps its proof apart from those of others
    public record Kind(String mark, String scope) {

        public boolean looksLike(String text) {
            return text.startsWith(mark);
        }
    }

    public sealed interface Reading {

        record Genuine(long about) implements Reading {}

        /// Ours, and over.
        record Old(long about) implements Reading {}

        record Forged() implements Reading {}
    }

    public Pass of(Kind kind, long about) {
        return of(kind, about, LASTS);
    }

    /// For a program rather than a screen: nobody takes a picture of it.
    public Pass of(Kind kind, long about, Duration lasts) {
        Instant until = clock.instant().plus(lasts);
        byte[] plain = ByteBuffer.allocate(PLAIN)
                .putLong(about)
                .putLong(until.toEpochMilli())
                .array();
        byte[] whole = ByteBuffer.allocate(PLAIN + PROOF)
                .put(plain)
                .put(vault.blind(kind.scope(), Arrays.toString(plain)))
                .array();
        return new Pass(text(kind, whole), until);
    }

    private static String text(Kind kind, byte[] whole) {
        return kind.mark() + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    public Reading read(Kind kind, String text) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(text.substring(kind.mark().length()));
        } catch (IllegalArgumentException notBase64) {
            return new Reading.Forged();
        }
        // The last letter has bits to spare, and one pass must not have several texts.
        if (whole.length != PLAIN + PROOF || !text.equals(text(kind, whole))) {
            return new Reading.Forged();
        }
        byte[] plain = Arrays.copyOf(whole, PLAIN);
        byte[] proof = Arrays.copyOfRange(whole, PLAIN, whole.length);
        if (!MessageDigest.isEqual(proof, vault.blind(kind.scope(), Arrays.toString(plain)))) {
            return new Reading.Forged();
        }
        ByteBuffer read = ByteBuffer.wrap(plain);
        long about = read.getLong();
        return clock.instant().toEpochMilli() < read.getLong() ? new Reading.Genuine(about) : new Reading.Old(about);
    }
}
