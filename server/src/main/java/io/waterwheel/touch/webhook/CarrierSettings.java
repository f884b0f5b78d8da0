package io.waterwheel.touch.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// Where the brand's own system takes messages.
///
/// @param secret written, never read back; null keeps the one there is
public record CarrierSettings(
        String url,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable
        String secret) {

    /// Without the secret.
    @Override
    public String toString() {
        return "CarrierSettings[" + url + "]";
    }
}
