package io.waterwheel.touch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A brand's own system that carries messages, once for each key. It answers as it is told to.
final class AppServer implements AutoCloseable {

    /// Does the work and closes the connection without a word.
    static final int SILENT = -1;

    private final HttpServer server;
    private final Map<String, Post> carried = new LinkedHashMap<>();
    private final List<Post> posts = new ArrayList<>();
    private volatile int usual = 200;
    private final Semaphore room = new Semaphore(1_000_000);
    private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("ArrayRecordComponent") // posts are never compared
    record Post(String key, String timestamp, String signature, byte[] body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    AppServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        room.acquireUninterruptibly();
        var headers = exchange.getRequestHeaders();
        Post post = new Post(
                headers.getFirst("Idempotency-Key"),
                headers.getFirst("X-Waterwheel-Timestamp"),
                headers.getFirst("X-Waterwheel-Signature"),
                exchange.getRequestBody().readAllBytes());
        Integer told = answers.poll();
        int status = told == null ? usual : told;
        synchronized (this) {
            posts.add(post);
            if (status == 200 || status == SILENT) {
                carried.putIfAbsent(post.key(), post);
            }
        }
        if (status != SILENT) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /// All calls for which nothing else was said are answered so.
    void otherwise(int status) {
        usual = status;
    }

    /// The next calls are answered so, and those after them as usual: with 200.
    void answers(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    /// Answers so many calls and leaves the others waiting for their answer.
    void only(int calls) {
        room.drainPermits();
        room.release(calls);
    }

    void more(int calls) {
        room.release(calls);
    }

    void goOn() {
        room.release(1_000_000);
    }

    synchronized List<Post> carried() {
        return List.copyOf(carried.values());
    }

    synchronized int posted() {
        return posts.size();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/messages";
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
    }
}
