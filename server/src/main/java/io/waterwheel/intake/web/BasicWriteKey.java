package io.waterwheel.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// The write key as Segment's libraries send it: the user name of Basic authentication, without a password.
final class BasicWriteKey {

    private static final String BASIC = "Basic ";

    private BasicWriteKey() {}

    /// @return null when there is no such header, empty when it cannot be read
    static @Nullable String of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return null;
        }
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return "";
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? pair : pair.substring(0, colon);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
