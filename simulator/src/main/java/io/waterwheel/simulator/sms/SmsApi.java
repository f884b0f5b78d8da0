package io.waterwheel.simulator.sms;

import io.waterwheel.simulator.fault.Fault;
import io.waterwheel.simulator.fault.Faults;
import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Json;
import io.waterwheel.simulator.http.Request;
import io.waterwheel.simulator.http.Routes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The gateway's two calls under `/sms`, and what a test says to it under `/sim/sms`. A fault of kind `errcode`
/// answers with that HTTP status; 429 and 503 ask to come back in a second.
public final class SmsApi {
    private static final int UNAUTHORISED = 401;

    private final SmsGateway gateway;
    private final Faults faults;
    private final HttpClient http = HttpClient.newHttpClient();

    /// What a test tells to happen.
    ///
    /// @param push brings the receipts to the callback; otherwise they are only to be fetched
    /// @param times how often each is brought
    /// @param secret signs with another one
    record Settle(boolean push, int times, @Nullable String secret) {}

    record Reply(String id, String phone, String text) {}

    public SmsApi(SmsGateway gateway, Faults faults) {
        this.gateway = gateway;
        this.faults = faults;
    }

    public void register(Routes routes) {
        routes.on("POST", "/sms/send", request -> guarded(request, share -> send(request, share)))
                .on("POST", "/sms/query", request -> guarded(request, share -> query(request)))
                .on("PUT", "/sim/sms", request -> {
                    gateway.open(Json.read(request.body(), Account.class));
                    return Answer.json(Map.of());
                })
                .on("PATCH", "/sim/sms", request -> {
                    gateway.change(Json.patched(gateway.account(), request.body(), Account.class));
                    return Answer.json(gateway.account());
                })
                .on("GET", "/sim/sms", request -> Answer.json(gateway.sent()))
                .on("POST", "/sim/sms/settle", this::settle)
                .on("POST", "/sim/sms/reply", this::reply);
    }

    private Answer guarded(Request request, Function<Double, Answer> work) {
        var fault = faults.meet(request.path());
        if (fault.isEmpty()) {
            return checked(request, 0, work);
        }
        fault.get().delay();
        return switch (fault.get().kind()) {
            case DROP_BEFORE -> new Answer.Dropped();
            case ERRCODE -> failed(fault.get());
            case SLOW -> checked(request, 0, work);
            case FAIL_LIST -> checked(request, fault.get().shareOrDefault(), work);
            case DROP_AFTER_WORK -> {
                checked(request, 0, work);
                yield new Answer.Dropped();
            }
        };
    }

    private static Answer failed(Fault fault) {
        int status = fault.errcode();
        return status == 429 || status == 503
                ? new Answer.ComeBack(status, 1)
                : new Answer.Json(status, Map.of("code", "INJECTED"));
    }

    private Answer checked(Request request, double refusedShare, Function<Double, Answer> work) {
        var account = gateway.account();
        var timestamp = request.header("X-Waterwheel-Timestamp");
        var expected = Signature.of(account.secret(), timestamp, request.body());
        boolean known = !account.key().isEmpty()
                && account.key().equals(request.header("X-Waterwheel-Key"))
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        request.header("X-Waterwheel-Signature").getBytes(StandardCharsets.UTF_8));
        if (!known) {
            return new Answer.Json(UNAUTHORISED, Map.of("code", "BAD_SIGNATURE"));
        }
        return work.apply(refusedShare);
    }

    private Answer send(Request request, double refusedShare) {
        if (gateway.account().empty()) {
            return new Answer.Json(402, Map.of("code", "NO_BALANCE"));
        }
        if (!gateway.hasRoom()) {
            return new Answer.ComeBack(429, 1);
        }
        return Answer.json(gateway.take(Json.tree(request.body()), refusedShare));
    }

    private Answer query(Request request) {
        return Answer.json(
                gateway.query(Json.tree(request.body()).path("requestId").asString("")));
    }

    private Answer settle(Request request) {
        var asked = Json.read(request.body(), Settle.class);
        var receipts = gateway.settle();
        var statuses = new ArrayList<Integer>();
        for (int i = 0; asked.push() && i < asked.times(); i++) {
            statuses.add(push(Map.of("receipts", receipts), asked.secret()));
        }
        return Answer.json(Map.of("receipts", receipts.size(), "statuses", statuses));
    }

    private Answer reply(Request request) {
        var reply = Json.read(request.body(), Reply.class);
        var line = Map.of(
                "id", reply.id(),
                "phone", reply.phone(),
                "text", reply.text(),
                "at", Instant.now().toString());
        return Answer.json(Map.of("status", push(Map.of("replies", List.of(line)), null)));
    }

    private int push(Map<String, ?> content, @Nullable String otherSecret) {
        var account = gateway.account();
        var callback = account.callback();
        if (callback == null) {
            throw new IllegalArgumentException("there is no callback");
        }
        var body = Json.bytes(content);
        var timestamp = Long.toString(Instant.now().getEpochSecond());
        var secret = otherSecret == null || otherSecret.isEmpty() ? account.secret() : otherSecret;
        var request = HttpRequest.newBuilder(URI.create(callback))
                .header("Content-Type", "application/json")
                .header("X-Waterwheel-Timestamp", timestamp)
                .header("X-Waterwheel-Signature", Signature.of(secret, timestamp, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
