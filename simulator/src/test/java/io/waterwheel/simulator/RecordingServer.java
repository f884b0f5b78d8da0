package io.waterwheel.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server of the product's side: keeps what it is asked and answers as the test says.
final class RecordingServer implements AutoCloseable {

    /// One request as it came.
    record Asked(String method, String path, String query, String body, String authorization, String cookie) {}

    /// How to answer.
    @FunctionalInterface
    interface Answering {
        /// @return the status, unless the exchange was answered here; headers are set on the exchange
        int status(HttpExchange exchange, Asked asked) throws IOException;
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Answering answering;

    RecordingServer(Answering answering) {
        this.answering = answering;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<Asked> at(String path) {
        return asked.stream().filter(request -> request.path().equals(path)).toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var headers = exchange.getRequestHeaders();
            var request = new Asked(
                    exchange.getRequestMethod(),
                    uri.getPath(),
                    uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    String.valueOf(headers.getFirst("Authorization")),
                    String.valueOf(headers.getFirst("Cookie")));
            int status = answering.status(exchange, request);
            asked.add(request);
            if (exchange.getResponseCode() < 0) {
                exchange.sendResponseHeaders(status, -1);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
