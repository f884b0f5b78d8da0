package io.waterwheel.loyalty.marketplace.dialect;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Douyin's gateway is told and asked: JSON, signed like its own calls.
@Component
class DouyinApi {

    private static final int DONE = 0;

    /// Tried again, it may succeed.
    private static final int BUSY = 100;

    /// A newer version is known.
    private static final int OLD = 210;

    private static final int SIGNATURE = 401;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final MarketHttp http;

    DouyinApi(MarketHttp http) {
        this.http = http;
    }

    PushOutcome push(ShopKeys keys, String account, MemberStanding standing, long version, Instant now) {
        return outcome(
                keys,
                "update",
                Map.of("open_id", account, "points", standing.points(), "level", standing.level(), "version", version),
                now);
    }

    PushOutcome unbind(ShopKeys keys, String account, Instant now) {
        return outcome(keys, "unbind", Map.of("open_id", account), now);
    }

    private PushOutcome outcome(ShopKeys keys, String operation, Map<String, ?> fields, Instant now) {
        try {
            MarketHttp.Told told = call(keys, operation, fields, now);
            int code = told.body().path("data").path("error_code").asInt(-1);
            if (told.status() == 429 || code == BUSY) {
                return new PushOutcome.Limited(told.retryAfter());
            }
            if (told.status() != 200 || code < 0) {
                return new PushOutcome.Later(told.retryAfter(), "answer-" + told.status());
            }
            return switch (code) {
                case DONE -> new PushOutcome.Taken();
                case OLD -> new PushOutcome.Known();
                // Every other call would be refused for it as well.
                case SIGNATURE -> new PushOutcome.Later(Duration.ZERO, "signature");
                default -> new PushOutcome.Refused("code-" + code);
            };
        } catch (IOException e) {
            return new PushOutcome.Later(Duration.ZERO, "unreachable");
        }
    }

    BoundPage bound(ShopKeys keys, @Nullable String from, Instant now) throws IOException {
        MarketHttp.Told told = call(keys, "list", Map.of("cursor", from == null ? "" : from), now);
        JsonNode data = told.body().path("data");
        if (told.status() != 200 || !data.path("members").isArray()) {
            throw new IOException("answer-" + told.status());
        }
        List<BoundPage.Bound> page = new ArrayList<>();
        for (JsonNode one : data.path("members")) {
            page.add(new BoundPage.Bound(
                    one.path("open_id").asString(""), one.path("points").asLong(0)));
        }
        String next = data.path("next_cursor").asString("");
        return new BoundPage(page, next.isEmpty() ? null : next);
    }

    private MarketHttp.Told call(ShopKeys keys, String operation, Map<String, ?> fields, Instant now)
            throws IOException {
        Map<String, Object> content = new LinkedHashMap<>(fields);
        content.put("account_id", keys.name());
        byte[] body = JSON.writeValueAsBytes(content);
        String timestamp = Long.toString(now.toEpochMilli());
        Map<String, String> query = Map.of("client_key", keys.appKey(), "timestamp", timestamp);
        return http.post(
                keys.api() + "/goodlife/v1/member/" + operation + "?client_key=" + keys.appKey() + "&timestamp="
                        + timestamp,
                "application/json",
                Map.of(
                        "x-life-clientkey",
                        keys.appKey(),
                        "x-life-sign",
                        DouyinDialect.sign(keys.secret(), query, body)),
                body);
    }
}
