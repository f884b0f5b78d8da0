package io.waterwheel.loyalty.marketplace.dialect;

import static io.waterwheel.loyalty.marketplace.dialect.Signing.bytes;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What Tmall's gateway is told and asked: a form, signed like its own calls.
@Component
class TmallApi {

    /// "App Call Limited".
    private static final int LIMITED = 7;

    private static final String OLD = "isv.version-too-old";

    private final MarketHttp http;

    TmallApi(MarketHttp http) {
        this.http = http;
    }

    PushOutcome push(ShopKeys keys, String account, MemberStanding standing, long version, Instant now) {
        return outcome(
                keys,
                "tmall.mei.crm.member.sync.privy",
                Map.of(
                        "ouid", account,
                        "point", Long.toString(standing.points()),
                        "level", Integer.toString(standing.level()),
                        "version", Long.toString(version)),
                now);
    }

    PushOutcome unbind(ShopKeys keys, String account, Instant now) {
        return outcome(keys, "tmall.mei.crm.member.unbind.privy", Map.of("ouid", account), now);
    }

    private PushOutcome outcome(ShopKeys keys, String method, Map<String, String> fields, Instant now) {
        try {
            MarketHttp.Told told = call(keys, method, fields, now);
            JsonNode error = told.body().path("error_response");
            if (told.status() == 429 || error.path("code").asInt(0) == LIMITED) {
                return new PushOutcome.Limited(told.retryAfter());
            }
            if (told.status() != 200) {
                return new PushOutcome.Later(told.retryAfter(), "answer-" + told.status());
            }
            return error.isMissingNode()
                    ? new PushOutcome.Taken()
                    : refused(error.path("sub_code").asString("refused"));
        } catch (IOException e) {
            return new PushOutcome.Later(Duration.ZERO, "unreachable");
        }
    }

    private static PushOutcome refused(String why) {
        if (why.equals(OLD)) {
            return new PushOutcome.Known();
        }
        // Every other call would be refused for it as well.
        return why.startsWith("isv.invalid-signature")
                ? new PushOutcome.Later(Duration.ZERO, why)
                : new PushOutcome.Refused(why);
    }

    BoundPage bound(ShopKeys keys, @Nullable String from, Instant now) throws IOException {
        MarketHttp.Told told = call(keys, "tmall.mei.crm.members.get", Map.of("cursor", from == null ? "" : from), now);
        JsonNode members = told.body().path("members");
        if (told.status() != 200 || !members.isArray()) {
            throw new IOException("answer-" + told.status());
        }
        List<BoundPage.Bound> page = new ArrayList<>();
        for (JsonNode one : members) {
            page.add(new BoundPage.Bound(
                    one.path("ouid").asString(""), one.path("point").asLong(0)));
        }
        String next = told.body().path("next_cursor").asString("");
        return new BoundPage(page, next.isEmpty() ? null : next);
    }

    private MarketHttp.Told call(ShopKeys keys, String method, Map<String, String> fields, Instant now)
            throws IOException {
        Map<String, String> form = new TreeMap<>(fields);
        form.put("method", method);
        form.put("app_key", keys.appKey());
        form.put("seller_name", keys.name());
        form.put("timestamp", TmallDialect.TIME.format(LocalDateTime.ofInstant(now, TmallDialect.BEIJING)));
        form.put("v", "2.0");
        form.put("format", "json");
        form.put("sign_method", "md5");
        form.put("sign", TmallDialect.sign(keys.secret(), form, new byte[0]).toUpperCase(Locale.ROOT));
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return http.post(
                keys.api() + "/router/rest", "application/x-www-form-urlencoded;charset=utf-8", Map.of(), bytes(body));
    }
}
