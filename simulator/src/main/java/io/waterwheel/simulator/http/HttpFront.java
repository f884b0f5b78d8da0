package io.waterwheel.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// The HTTP server, on loopback only and on virtual threads.
public final class HttpFront implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);

    static {
        // Without it every small answer on a kept connection waits 40 ms for the peer's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Clients keep connections for a while; the server must not be the one to close them just as they are used.
        System.setProperty("sun.net.httpserver.idleInterval", "300");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Routes routes;

    public HttpFront(int port, Routes routes) {
        this.routes = routes;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    public void start() {
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = routes.answer(read(exchange));
            } catch (JacksonException | IllegalArgumentException e) {
                answer = Answer.refused(
                        400, String.valueOf(e.getMessage()).lines().findFirst().orElse("bad request"));
            } catch (RuntimeException e) {
                LOG.error("failed path={}", exchange.getRequestURI().getPath(), e);
                answer = Answer.refused(500, e.toString());
            }
            write(exchange, answer);
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var rawQuery = uri.getRawQuery();
        return new Request(
                exchange.getRequestMethod(),
                uri.getPath(),
                rawQuery == null ? Map.of() : UrlEncoded.parse(rawQuery),
                cookies(exchange),
                headers(exchange),
                exchange.getRequestBody().readAllBytes(),
                Map.of());
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        var headers = new LinkedHashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!values.isEmpty()) {
                headers.put(name.toLowerCase(Locale.ROOT), values.getFirst());
            }
        });
        return headers;
    }

    private static Map<String, String> cookies(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.indexOf('=') > 0)
                .collect(Collectors.toMap(
                        cookie -> cookie.substring(0, cookie.indexOf('=')),
                        cookie -> UrlEncoded.decode(cookie.substring(cookie.indexOf('=') + 1)),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        switch (answer) {
            case Answer.Dropped() ->
                LOG.debug("dropped path={}", exchange.getRequestURI().getPath());
            case Answer.ComeBack(int status, int seconds) -> {
                exchange.getResponseHeaders().set("Retry-After", Integer.toString(seconds));
                send(exchange, status, "application/json; charset=utf-8", Json.bytes(Map.of("code", "SLOW_DOWN")));
            }
            case Answer.Json(int status, Object value) ->
                send(exchange, status, "application/json; charset=utf-8", Json.bytes(value));
            case Answer.Page(int status, String html) ->
                send(exchange, status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
            case Answer.Redirect(String location, Map<String, String> cookies) -> {
                cookies.forEach((name, value) -> exchange.getResponseHeaders()
                        .add("Set-Cookie", name + "=" + UrlEncoded.encode(value) + "; Path=/; SameSite=Lax"));
                exchange.getResponseHeaders().set("Location", location);
                exchange.sendResponseHeaders(302, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
