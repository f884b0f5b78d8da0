package io.waterwheel.simulator.control;

import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Request;
import io.waterwheel.simulator.http.Routes;
import io.waterwheel.simulator.town.Channel;
import io.waterwheel.simulator.town.Received;
import io.waterwheel.simulator.town.Town;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was delivered to whom, as it was made.
public final class RecordApi {
    private record Same(String person, Channel channel, String subject, String text) {}

    private final Town town;

    public RecordApi(Town town) {
        this.town = town;
    }

    public void register(Routes routes) {
        routes.on("GET", "/sim/record", request -> Answer.json(town.alone(() -> deliveries(request))))
                .on("GET", "/sim/record/duplicates", request -> Answer.json(town.alone(this::duplicates)));
    }

    private List<Map<String, Object>> deliveries(Request request) {
        var channel = request.query("channel");
        return town.inboxes().deliveries().stream()
                .filter(received ->
                        channel.isEmpty() || received.message().channel().code().equals(channel))
                .map(RecordApi::line)
                .toList();
    }

    private static Map<String, Object> line(Received received) {
        var line = new LinkedHashMap<String, Object>();
        line.put("person", received.person());
        line.put("channel", received.message().channel());
        line.put("messageKey", received.message().key());
        line.put("at", received.at());
        return line;
    }

    /// The same text to the same person more than once.
    private List<Map<String, Object>> duplicates() {
        var keys = new LinkedHashMap<Same, List<String>>();
        for (var received : town.inboxes().deliveries()) {
            var message = received.message();
            keys.computeIfAbsent(
                            new Same(received.person(), message.channel(), message.subject(), message.text()),
                            same -> new ArrayList<>())
                    .add(message.key());
        }
        var duplicates = new ArrayList<Map<String, Object>>();
        keys.forEach((same, messageKeys) -> {
            if (messageKeys.size() > 1) {
                duplicates.add(Map.of(
                        "person", same.person(),
                        "channel", same.channel(),
                        "count", messageKeys.size(),
                        "messageKeys", messageKeys));
            }
        });
        return duplicates;
    }
}
