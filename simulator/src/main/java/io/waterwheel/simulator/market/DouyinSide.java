package io.waterwheel.simulator.market;

import static io.waterwheel.simulator.market.Digests.bytes;

import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Json;
import io.waterwheel.simulator.http.Request;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Douyin: SHA-256 over secret, query and body in a header; an address for each operation; the phone in plain.
final class DouyinSide implements Side {

    @Override
    public HttpRequest call(MarketShop shop, String operation, Map<String, ?> fields, long millis, String secret) {
        var content = new LinkedHashMap<String, Object>(fields);
        content.put("account_id", shop.name());
        var body = Json.bytes(content);
        var query = Map.of("client_key", shop.appKey(), "timestamp", Long.toString(millis));
        return HttpRequest.newBuilder(URI.create(
                        shop.callback() + "/" + operation + "?client_key=" + shop.appKey() + "&timestamp=" + millis))
                .header("Content-Type", "application/json")
                .header("x-life-clientkey", shop.appKey())
                .header("x-life-sign", sign(secret, query, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static String sign(String secret, Map<String, String> query, byte[] body) {
        var text = new StringBuilder(secret);
        new TreeMap<>(query)
                .forEach((name, value) ->
                        text.append('&').append(name).append('=').append(value));
        return Digests.hex("SHA-256", bytes(text.append("&http_body=").toString()), body);
    }

    @Override
    public List<String> joining() {
        return List.of("join");
    }

    @Override
    public Map<String, ?> joiningFields(MarketShop shop, String buyer, @Nullable String mobile) {
        return mobile == null ? Map.of("open_id", buyer) : Map.of("open_id", buyer, "mobile", mobile);
    }

    @Override
    public Map<String, ?> leavingFields(String buyer) {
        return Map.of("open_id", buyer);
    }

    @Override
    public boolean bound(JsonNode answer) {
        return answer.path("data").has("member");
    }

    @Override
    public boolean goesOn(String operation, JsonNode answer) {
        return false;
    }

    @Override
    public long points(JsonNode answer) {
        return answer.path("data").path("member").path("points").asLong(0);
    }

    @Override
    public int level(JsonNode answer) {
        return answer.path("data").path("member").path("level").asInt(0);
    }

    @Override
    public Answer gateway(Market market, Request request) {
        var shop = market.shop();
        if (!sign(shop.secret(), request.query(), request.body()).equals(request.header("x-life-sign"))) {
            return code(401);
        }
        if (market.isOld(Long.parseLong(request.query("timestamp"))) || !market.hasRoom()) {
            return code(100);
        }
        var content = Json.tree(request.body());
        var buyer = content.path("open_id").asString("");
        return switch (request.captured("operation")) {
            case "update" -> {
                var why = market.tell(
                        buyer,
                        content.path("points").asLong(),
                        content.path("level").asInt(),
                        content.path("version").asLong());
                yield code(why == null ? 0 : why.equals(Market.OLD) ? 210 : 200);
            }
            case "unbind" -> code(market.unbind(buyer) ? 0 : 200);
            case "list" -> {
                var cursor = content.path("cursor").asString("");
                int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
                var members = market.page(from).stream()
                        .map(one -> Map.of("open_id", one.buyer(), "points", one.points()))
                        .toList();
                yield Answer.json(
                        Map.of("data", Map.of("error_code", 0, "members", members, "next_cursor", market.next(from))));
            }
            default -> code(200);
        };
    }

    private static Answer code(int code) {
        return Answer.json(
                Map.of("data", Map.of("error_code", code, "description", code == 0 ? "success" : "refused")));
    }
}
