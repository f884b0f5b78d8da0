package io.waterwheel.touch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestSignatureTests {

    private static final byte[] BODY = "{\"receipts\":[]}".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    private static boolean verify(String secret, String timestamp, String signature, byte[] body) {
        return RequestSignature.verify(secret, timestamp, signature, body, NOW);
    }

    @Test
    void isWhatAnyoneCanComputeWithOpenssl() {
        // printf '1800000000.%s' "$(printf '{"receipts":[]}' | sha256sum | cut -d' ' -f1)" | openssl dgst -sha256 -hmac
        // secret
        assertThat(RequestSignature.sign("secret", 1_800_000_000, BODY))
                .isEqualTo("8f2f6cf3df371c51a1c1d29cfb8cb4706fce40b31a5ac2717c18292a30a1d4f5");
    }

    @Test
    void oneOfAnotherSecretOrBodyOrTimeIsRefused() {
        String signature = RequestSignature.sign("secret", 1_800_000_000, BODY);
        assertThat(verify("secret", "1800000000", signature, BODY)).isTrue();
        assertThat(verify("other", "1800000000", signature, BODY)).isFalse();
        assertThat(verify("secret", "1800000001", signature, BODY)).isFalse();
        assertThat(verify("secret", "1800000000", signature, "{}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(verify("secret", "", signature, BODY)).isFalse();
        assertThat(verify("secret", "1800000000", "", BODY)).isFalse();
        assertThat(verify("secret", "now", signature, BODY)).isFalse();
    }

    @Test
    void anOldOneIsRefusedThoughItIsGenuine() {
        long old = NOW.getEpochSecond() - 301;
        assertThat(verify("secret", Long.toString(old), RequestSignature.sign("secret", old, BODY), BODY))
                .isFalse();
        long ahead = NOW.getEpochSecond() + 299;
        assertThat(verify("secret", Long.toString(ahead), RequestSignature.sign("secret", ahead, BODY), BODY))
                .isTrue();
    }
}
