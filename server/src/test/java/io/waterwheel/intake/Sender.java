package io.waterwheel.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/// A shop's server that sends events over real HTTP.
record Sender(int port, String writeKey) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    HttpResponse<String> batch(String... events) throws Exception {
        return post("/v1/batch", "{\"batch\":[" + String.join(",", events) + "]}");
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return send(to(path), body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> gzip(String path, byte[] plain) throws Exception {
        return send(to(path).header("Content-Encoding", "gzip"), packed(plain));
    }

    HttpResponse<String> send(HttpRequest.Builder request, byte[] body) throws Exception {
        return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build());
    }

    static HttpResponse<String> send(HttpRequest request) throws Exception {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder to(String path) {
        return anonymously(path)
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8)));
    }

    HttpRequest.Builder anonymously(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Language", "en");
    }

    static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
