package io.waterwheel.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One HTTP request, read completely, so that handlers do no I/O.
///
/// @param path decoded path, without the query
/// @param query the first value of each query parameter
/// @param headers the first value of each header, names in lower case
/// @param captured what the route's `{name}` segments matched
@SuppressWarnings("ArrayRecordComponent") // requests are never compared
public record Request(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> cookies,
        Map<String, String> headers,
        byte[] body,
        Map<String, String> captured) {

    /// The query parameter, or the empty text.
    public String query(String name) {
        return query.getOrDefault(name, "");
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    /// The header, or the empty text.
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    public String captured(String name) {
        var value = captured.get(name);
        if (value == null) {
            throw new IllegalStateException("the route captures no {" + name + "}");
        }
        return value;
    }

    /// The body as an HTML form.
    public Map<String, String> form() {
        return UrlEncoded.parse(new String(body, StandardCharsets.UTF_8));
    }

    Request capturing(Map<String, String> segments) {
        var all = new TreeMap<>(captured);
        all.putAll(segments);
        return new Request(method, path, query, cookies, headers, body, all);
    }
}
