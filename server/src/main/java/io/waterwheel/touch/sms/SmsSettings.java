package io.waterwheel.touch.sms;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Through which provider a brand sends SMS, in whose name, and at what price.
///
/// @param provider  a provider's code: `http`, `file`
/// @param url       where the gateway listens; null where the provider needs none
/// @param key       who we are to the provider
/// @param secret    written, never read back; null keeps the one there is
/// @param signature stands before each text in 【】
/// @param optOut    how to take consent back, behind each marketing text
/// @param price     of a segment, in minor units of the brand's currency: 4.5 fen
/// @param callback  where the provider brings receipts and replies; read only
public record SmsSettings(
        String provider,
        @Nullable String url,
        @Nullable String key,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable
        String secret,

        String signature,
        String optOut,
        BigDecimal price,

        @JsonProperty(access = JsonProperty.Access.READ_ONLY) @Nullable
        String callback) {

    SmsSettings withSecret(@Nullable String known) {
        return new SmsSettings(provider, url, key, known, signature, optOut, price, callback);
    }

    SmsSettings withCallback(String address) {
        return new SmsSettings(provider, url, key, secret, signature, optOut, price, address);
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "SmsSettings[" + provider + ", " + url + ", " + signature + "]";
    }
}
