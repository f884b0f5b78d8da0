package io.waterwheel.touch.email;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// Through which SMTP server a brand sends, and in whose name.
///
/// @param password written, never read back; null keeps the one there is
public record EmailSettings(
        String host,
        int port,
        EmailSecurity security,
        @Nullable String username,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable
        String password,

        String fromAddress,
        String fromName) {

    EmailSettings withPassword(@Nullable String known) {
        return new EmailSettings(host, port, security, username, known, fromAddress, fromName);
    }
}
