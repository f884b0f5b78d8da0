package io.waterwheel.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody else's server that gets webhooks. It answers as it is told to: with a status, or never.
public final class Receiver implements AutoCloseable {

    /// Answers nothing at all, as long as the receiver is open.
    public static final int NEVER = -1;

    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Message> answer = message -> 200;

    /// What was posted.
    public record Message(String id, String timestamp, String signature, String body) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String type() {
            return json().get("type").asString();
        }

        public long position() {
            return json().at("/data/position").asLong();
        }
    }

    public Receiver() {
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
        var headers = exchange.getRequestHeaders();
        Message message = new Message(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        messages.add(message);
        int status = answer.applyAsInt(message);
        if (status != NEVER) {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        }
    }

    public void answers(int status) {
        answer = message -> status;
    }

    public void answers(ToIntFunction<Message> status) {
        answer = status;
    }

    /// Every message, in the order in which they came.
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
