package io.waterwheel.kernel.privacy;

/// Seals personal data with a key that is not in the database, and finds it again by blind index.
public interface Vault {

    /// What a sealed value begins with.
    String MARK = "v1:";

    /// Whether a text is a sealed value: then it tells nothing to anyone who may not open it.
    static boolean isSealed(String text) {
        return text.startsWith(MARK);
    }

    /// AES-256-GCM under a fresh nonce: sealing the same text twice gives different results.
    ///
    /// @return Base64 text that begins with [#MARK]
    String seal(String plain);

    /// @throws IllegalArgumentException when the text was not sealed with this key
    String open(String sealed);

    /// HMAC-SHA-256 cut to 16 bytes: equal texts give equal values, and nothing else can be read from it.
    ///
    /// @param scope what kind of value this is, so that the same text in two kinds does not look equal
    byte[] blind(String scope, String plain);
}
