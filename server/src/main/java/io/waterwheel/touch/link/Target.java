package io.waterwheel.touch.link;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The address a short link leads to, with the marks by which the shop's own statistics know where a visit came
/// from.
final class Target {

    private Target() {}

    /// Adds utm parameters that the address does not have already; its own parameters and fragment stay.
    static URI of(String address, String channel, String campaign) {
        int hash = address.indexOf('#');
        String fragment = hash < 0 ? "" : address.substring(hash);
        String base = hash < 0 ? address : address.substring(0, hash);
        int question = base.indexOf('?');
        String query = question < 0 ? "" : base.substring(question + 1);
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put("utm_source", "waterwheel");
        marks.put("utm_medium", channel);
        marks.put("utm_campaign", campaign);
        StringBuilder whole = new StringBuilder(base);
        char separator = question < 0 ? '?' : '&';
        if (question >= 0 && (query.isEmpty() || query.endsWith("&"))) {
            separator = 0;
        }
        for (Map.Entry<String, String> mark : marks.entrySet()) {
            if (("&" + query).contains("&" + mark.getKey() + "=")) {
                continue;
            }
            if (separator != 0) {
                whole.append(separator);
            }
            whole.append(mark.getKey()).append('=').append(URLEncoder.encode(mark.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return URI.create(whole + fragment);
    }
}
