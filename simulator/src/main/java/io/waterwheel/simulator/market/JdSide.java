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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// JD: MD5 over the body's plain fields, in a field of it; an address for each operation; points come and go.
final class JdSide implements Side {
    private static final Map<String, String> OPERATIONS = Map.of(
            "ask", "queryMemberBindStatus",
            "register", "memberRegAndBind",
            "leave", "memberUnbind",
            "look", "queryMember",
            "points", "modifyMemberPoint");

    @Override
    public HttpRequest call(MarketShop shop, String operation, Map<String, ?> fields, long millis, String secret) {
        var content = new LinkedHashMap<String, Object>(fields);
        content.put("appkey", shop.appKey());
        content.put("brandId", shop.name());
        content.put("platform", "JD");
        content.put("timestamp", millis);
        content.put("token", token(secret, Json.tree(Json.bytes(content))));
        return HttpRequest.newBuilder(URI.create(shop.callback() + "/" + OPERATIONS.getOrDefault(operation, operation)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(content)))
                .build();
    }

    private static String token(String secret, JsonNode body) {
        var plain = new TreeMap<String, String>();
        for (var field : body.properties()) {
            var value = field.getValue();
            if (!field.getKey().equals("token") && (value.isString() || value.isNumber())) {
                plain.put(field.getKey(), value.asString());
            }
        }
        var text = new StringBuilder(secret);
        plain.forEach((name, value) -> text.append(value.isEmpty() ? "" : name + value));
        return Digests.hex("MD5", bytes(text.append(secret).toString())).toUpperCase(Locale.ROOT);
    }

    @Override
    public List<String> joining() {
        return List.of("register");
    }

    @Override
    public Map<String, ?> joiningFields(MarketShop shop, String buyer, @Nullable String mobile) {
        return mobile == null
                ? Map.of("account", buyer)
                : Map.of(
                        "account",
                        buyer,
                        "mixMobile",
                        Digests.hex("MD5", bytes(mobile + shop.salt())).toUpperCase(Locale.ROOT));
    }

    @Override
    public Map<String, ?> leavingFields(String buyer) {
        return Map.of("account", buyer);
    }

    @Override
    public boolean bound(JsonNode answer) {
        return answer.at("/data/retCode").asString("").equals("SUC")
                && answer.at("/data/bind_status").asInt(-1) == 0;
    }

    @Override
    public boolean goesOn(String operation, JsonNode answer) {
        return false;
    }

    @Override
    public long points(JsonNode answer) {
        return answer.at("/data/point").asLong(0);
    }

    @Override
    public int level(JsonNode answer) {
        return answer.at("/data/grade").asInt(0);
    }

    @Override
    public Answer gateway(Market market, Request request) {
        var content = Json.tree(request.body());
        if (!token(market.shop().secret(), content).equals(content.path("token").asString(""))
                || market.isOld(content.path("timestamp").asLong())) {
            return code("9003");
        }
        if (!market.hasRoom()) {
            return code("429");
        }
        var buyer = content.path("account").asString("");
        long points = content.path("point").asLong();
        return switch (request.captured("operation")) {
            case "queryMemberPoint" ->
                market.find(buyer)
                        .map(member -> done(Map.of("account", buyer, "point", member.points())))
                        .orElseGet(() -> code("10001"));
            case "modifyMemberPointToCdp" ->
                known(market.move(buyer, content.path("changeType").asString("").equals("add") ? points : -points));
            case "adjustMemberGradeToCDP" ->
                known(market.grade(buyer, content.path("grade").asInt()));
            case "memberUnbind" -> known(market.unbind(buyer));
            case "queryMembers" -> {
                var cursor = content.path("startRowKey").asString("");
                int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
                var members = market.page(from).stream()
                        .map(one -> Map.of("account", one.buyer(), "point", one.points()))
                        .toList();
                yield done(Map.of("data", members, "nextRowKey", market.next(from)));
            }
            default -> code("9001");
        };
    }

    private static Answer known(boolean taken) {
        return taken ? done(Map.of("retCode", "SUC")) : code("10001");
    }

    private static Answer done(Map<String, ?> data) {
        return Answer.json(Map.of("code", "0", "msg", "请求成功", "data", data));
    }

    private static Answer code(String code) {
        return Answer.json(Map.of("code", code, "msg", "refused", "data", Map.of()));
    }
}
