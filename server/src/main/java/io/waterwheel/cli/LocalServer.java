package io.waterwheel.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server that runs on this machine with a data directory the caller may read.
final class LocalServer {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String token;

    private LocalServer(String address, String token) {
        this.address = address;
        this.token = token;
    }

    static LocalServer of(Path data) throws Refusal {
        try {
            Path keys = data.resolve("keys");
            return new LocalServer(
                    Files.readString(keys.resolve("local-address")).strip(),
                    Files.readString(keys.resolve("local-token")).strip());
        } catch (IOException e) {
            throw Refusal.of(Words.NO_SERVER.with(data));
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException, Refusal {
        return json(send(request(path).build(), BodyHandlers.ofString()));
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException, Refusal {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return json(send(request, BodyHandlers.ofString()));
    }

    /// Streams the file; nothing of it is kept in memory.
    JsonNode upload(String path, Path file, LongConsumer sent) throws IOException, InterruptedException, Refusal {
        BodyPublisher stream = BodyPublishers.ofInputStream(() -> new Counted(open(file), sent));
        HttpRequest request = request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.fromPublisher(stream, Files.size(file)))
                .build();
        return json(send(request, BodyHandlers.ofString()));
    }

    void download(String path, Path target) throws IOException, InterruptedException {
        http.send(request(path).build(), BodyHandlers.ofFile(target));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", Locale.getDefault().toLanguageTag());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return http.send(request, handler);
    }

    private static JsonNode json(HttpResponse<String> response) throws Refusal {
        try {
            JsonNode answer = JSON.readTree(response.body().isEmpty() ? "null" : response.body());
            if (response.statusCode() < 300) {
                return answer;
            }
            StringBuilder detail = new StringBuilder(answer.path("detail").asString(""));
            answer.path("errors")
                    .forEach(error -> detail.append(System.lineSeparator())
                            .append("  ")
                            .append(error.path("pointer").asString(""))
                            .append("  ")
                            .append(error.path("detail").asString("")));
            throw Refusal.of(Words.REFUSED.with(detail, answer.path("code").asString("")));
        } catch (JacksonException notJson) {
            throw Refusal.of(Words.REFUSED.with("HTTP", response.statusCode()));
        }
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Tells how much has been read.
    private static final class Counted extends FilterInputStream {

        private final LongConsumer read;
        private long total;

        Counted(InputStream in, LongConsumer read) {
            super(in);
            this.read = read;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) {
            total += bytes;
            read.accept(total);
        }
    }
}
