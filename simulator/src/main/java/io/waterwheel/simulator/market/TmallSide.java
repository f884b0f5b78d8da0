package io.waterwheel.simulator.market;

import static io.waterwheel.simulator.market.Digests.bytes;

import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Json;
import io.waterwheel.simulator.http.Request;
import io.waterwheel.simulator.http.UrlEncoded;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Tmall: MD5 around names, values and body; the method is a parameter; Beijing time.
final class TmallSide implements Side {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Map<String, String> METHODS = Map.of(
            "ask", "tmall.mei.crm.member.bind.query",
            "bind", "tmall.mei.crm.bind",
            "register", "tmall.mei.crm.member.register",
            "leave", "tmall.mei.crm.unbind",
            "look", "tmall.mei.crm.member.query",
            "points", "tmall_mei_PointChange");

    @Override
    public HttpRequest call(MarketShop shop, String operation, Map<String, ?> fields, long millis, String secret) {
        var content = new LinkedHashMap<String, Object>(fields);
        content.put("seller_name", shop.name());
        var body = Json.bytes(content);
        var query = new TreeMap<String, String>();
        query.put("app_key", shop.appKey());
        query.put("method", METHODS.getOrDefault(operation, operation));
        query.put("timestamp", TIME.format(LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), BEIJING)));
        query.put("sign", sign(secret, query, body));
        var encoded = query.entrySet().stream()
                .map(one -> one.getKey() + "=" + UrlEncoded.encode(one.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(shop.callback() + "?" + encoded))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static String sign(String secret, Map<String, String> parameters, byte[] body) {
        var text = new StringBuilder(secret);
        new TreeMap<>(parameters).forEach((name, value) -> text.append(name).append(value));
        return Digests.hex("MD5", bytes(text.toString()), body, bytes(secret)).toUpperCase(Locale.ROOT);
    }

    @Override
    public List<String> joining() {
        return List.of("ask", "bind", "register");
    }

    @Override
    public Map<String, ?> joiningFields(MarketShop shop, String buyer, @Nullable String mobile) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("ouid", buyer);
        if (mobile != null) {
            var once = Digests.hex("MD5", bytes("tmall" + mobile + shop.salt()));
            fields.put("mix_mobile", Digests.hex("MD5", bytes(once)));
        }
        return fields;
    }

    @Override
    public Map<String, ?> leavingFields(String buyer) {
        return Map.of("ouid", buyer);
    }

    @Override
    public boolean bound(JsonNode answer) {
        return answer.has("member");
    }

    /// Asked whether: somebody known is bound, somebody unknown is registered. Whoever is bound already is bound
    /// again, to see that it changes nothing.
    @Override
    public boolean goesOn(String operation, JsonNode answer) {
        var code = answer.path("bind_code").asString("");
        return operation.equals("ask")
                ? code.equals("SUC") || code.equals("E01") || code.equals("E02")
                : operation.equals("bind") && code.equals("E01");
    }

    @Override
    public long points(JsonNode answer) {
        return answer.path("member").path("point").asLong(0);
    }

    @Override
    public int level(JsonNode answer) {
        return answer.path("member").path("level").asInt(0);
    }

    @Override
    public Answer gateway(Market market, Request request) {
        var form = new TreeMap<>(request.form());
        var sign = form.remove("sign");
        var shop = market.shop();
        if (!sign(shop.secret(), form, new byte[0]).equalsIgnoreCase(sign)
                || !shop.appKey().equals(form.get("app_key"))) {
            return error(25, "isv.invalid-signature");
        }
        var time = LocalDateTime.parse(form.getOrDefault("timestamp", ""), TIME).atZone(BEIJING);
        if (market.isOld(time.toInstant().toEpochMilli())) {
            return error(25, "isv.invalid-signature-timestamp");
        }
        if (!market.hasRoom()) {
            return error(7, "accesscontrol.limited-by-api-access-count");
        }
        var buyer = form.getOrDefault("ouid", "");
        return switch (form.getOrDefault("method", "")) {
            case "tmall.mei.crm.member.sync.privy" -> {
                var why = market.tell(
                        buyer,
                        Long.parseLong(form.getOrDefault("point", "")),
                        Integer.parseInt(form.getOrDefault("level", "")),
                        Long.parseLong(form.getOrDefault("version", "")));
                yield why == null ? Answer.json(Map.of("success", true)) : error(15, why);
            }
            case "tmall.mei.crm.member.unbind.privy" ->
                market.unbind(buyer) ? Answer.json(Map.of("success", true)) : error(15, "isv.member-not-bound");
            case "tmall.mei.crm.members.get" -> {
                var cursor = form.getOrDefault("cursor", "");
                int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
                var members = market.page(from).stream()
                        .map(one -> Map.of("ouid", one.buyer(), "point", one.points()))
                        .toList();
                yield Answer.json(Map.of("members", members, "next_cursor", market.next(from)));
            }
            default -> error(22, "isv.invalid-method");
        };
    }

    private static Answer error(int code, String sub) {
        return Answer.json(Map.of("error_response", Map.of("code", code, "msg", "refused", "sub_code", sub)));
    }
}
