package io.waterwheel.simulator.sms;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What the gateway knows. A batch is known by its request id: sent again, it is answered as before and nothing
/// goes out. Not kept over a restart.
public final class SmsGateway {
    private static final int MOST = 100;

    private final InstantSource clock;
    private final Map<String, Sent> byOutId = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> answers = new HashMap<>();
    private Account account = new Account("", "", null, 0, List.of(), false);
    private long second;
    private int inSecond;

    public SmsGateway(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void open(Account newAccount) {
        account = newAccount;
        byOutId.clear();
        answers.clear();
        inSecond = 0;
    }

    synchronized void change(Account newAccount) {
        account = newAccount;
    }

    synchronized Account account() {
        return account;
    }

    synchronized List<Sent> sent() {
        return List.copyOf(byOutId.values());
    }

    /// Whether one more batch may come in this second.
    synchronized boolean hasRoom() {
        long now = clock.millis() / 1000;
        inSecond = now == second ? inSecond + 1 : 1;
        second = now;
        return account.perSecond() == 0 || inSecond <= account.perSecond();
    }

    /// @param refusedShare of the messages, refused as blacklisted
    synchronized Map<String, Object> take(JsonNode batch, double refusedShare) {
        var request = batch.path("requestId").asString("");
        var messages = batch.path("messages");
        if (request.isEmpty() || messages.isEmpty() || messages.size() > MOST) {
            throw new IllegalArgumentException("a batch has an id and 1 to " + MOST + " messages");
        }
        var known = answers.get(request);
        if (known != null) {
            return known;
        }
        var refused = new ArrayList<Map<String, String>>();
        long refuse = Math.round(refusedShare * messages.size());
        for (var message : messages) {
            var outId = message.path("outId").asString("");
            if (refused.size() < refuse) {
                refused.add(Map.of("outId", outId, "code", "BLACKLISTED"));
            } else {
                var earlier = byOutId.get(outId);
                byOutId.put(
                        outId,
                        earlier != null
                                ? earlier.again()
                                : new Sent(
                                        request,
                                        outId,
                                        message.path("to").asString(""),
                                        message.path("text").asString(""),
                                        "waiting",
                                        "",
                                        1));
            }
        }
        Map<String, Object> answer = Map.of("batchId", "batch-" + (answers.size() + 1), "refused", refused);
        answers.put(request, answer);
        return answer;
    }

    synchronized Map<String, Object> query(String request) {
        var answer = answers.get(request);
        if (answer == null) {
            return Map.of("found", false);
        }
        var told = new LinkedHashMap<String, Object>(answer);
        told.put("found", true);
        told.put("messages", lines(request));
        return told;
    }

    private List<Map<String, String>> lines(String request) {
        return byOutId.values().stream()
                .filter(sent -> sent.requestId().equals(request))
                .map(this::line)
                .toList();
    }

    private Map<String, String> line(Sent sent) {
        return Map.of(
                "requestId", sent.requestId(),
                "outId", sent.outId(),
                "state", sent.state(),
                "code", sent.code(),
                "at", clock.instant().toString());
    }

    /// Every message that waits comes to its end.
    ///
    /// @return the receipts
    synchronized List<Map<String, String>> settle() {
        var receipts = new ArrayList<Map<String, String>>();
        byOutId.replaceAll((outId, sent) -> {
            if (!sent.state().equals("waiting")) {
                return sent;
            }
            var ended = account.dead().contains(sent.to())
                    ? sent.ended("failed", "NO_SUCH_NUMBER")
                    : sent.ended("delivered", "");
            receipts.add(line(ended));
            return ended;
        });
        return receipts;
    }
}
