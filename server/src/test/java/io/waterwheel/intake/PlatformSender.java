package io.waterwheel.intake;

import io.waterwheel.intake.connector.Signatures;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// The platforms' servers, as they push over real HTTP.
record PlatformSender(int port, String secret) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    HttpResponse<String> tmall(Source to, String message) {
        return signedAround(to, message, Map.of("app_key", "12345678", "timestamp", "2026-03-01 09:00:00"));
    }

    HttpResponse<String> jd(Source to, String message) {
        return signedAround(to, message, Map.of("app_key", "ABCDEF", "v", "2.0"));
    }

    private HttpResponse<String> signedAround(Source to, String message, Map<String, String> parameters) {
        Map<String, String> query = new TreeMap<>(parameters);
        query.put("sign", Signatures.aroundParameters(secret, parameters, Signatures.bytes(message)));
        StringBuilder path = new StringBuilder(to.pushPath()).append('?');
        query.forEach((name, value) -> path.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        return post(path.toString(), message, Map.of());
    }

    HttpResponse<String> youzan(Source to, String message) {
        String sign = Signatures.md5(Signatures.bytes("client1" + message + secret));
        return post(to.pushPath(), message, Map.of("Client-Id", "client1", "Event-Sign", sign));
    }

    HttpResponse<String> douyin(Source to, String message) {
        String sign = Signatures.md5(Signatures.bytes("7000000" + message + secret));
        return post(to.pushPath(), message, Map.of("app-id", "7000000", "event-sign", sign));
    }

    HttpResponse<String> post(String path, String message, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofString(message));
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
