package io.waterwheel.simulator.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// `application/x-www-form-urlencoded`, as queries and forms use it.
public final class UrlEncoded {
    private UrlEncoded() {}

    /// Parses leniently: WxJava sends `?&type=agent_config`, whose first part is empty.
    public static Map<String, String> parse(String encoded) {
        var values = new LinkedHashMap<String, String>();
        for (var pair : encoded.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            var value = equals < 0 ? "" : pair.substring(equals + 1);
            values.putIfAbsent(decode(name), decode(value));
        }
        return values;
    }

    public static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
