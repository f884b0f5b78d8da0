package io.waterwheel.loyalty.marketplace.dialect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls marketplaces. A call is never repeated here: whoever asked knows whether that is safe.
@Component
class MarketHttp {

    /// Much shorter than a shop is leased for.
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(4))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /// @param retryAfter what it asked to wait, zero when it did not say
    record Told(int status, JsonNode body, Duration retryAfter) {}

    Told post(String url, String type, Map<String, String> headers, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            Duration after = Duration.ofSeconds(response.headers()
                    .firstValue("Retry-After")
                    .filter(text -> text.matches("\\d{1,4}"))
                    .map(Long::parseLong)
                    .orElse(0L));
            return new Told(response.statusCode(), JSON.readTree(response.body()), after);
        } catch (JacksonException e) {
            throw new IOException("an answer that cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
