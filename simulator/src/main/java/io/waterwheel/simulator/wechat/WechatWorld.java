package io.waterwheel.simulator.wechat;

import io.waterwheel.simulator.wecom.Refused;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Every app with its token and its users. An app's token opens nothing of another app. Not kept over a
/// restart.
final class WechatWorld {
    /// A customer-service message may follow within this time (doc: 客服接口-发消息, read 2026-11).
    static final Duration WINDOW = Duration.ofHours(48);

    private static final Duration LIFE = Duration.ofHours(2);

    private record Token(String appId, Instant until) {}

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, App> apps = new LinkedHashMap<>();
    private final Map<String, Token> tokens = new HashMap<>();
    private final Map<String, Map<String, User>> users = new HashMap<>();
    private final List<Sent> sent = new ArrayList<>();
    private final Set<String> clientIds = new HashSet<>();

    WechatWorld(InstantSource clock) {
        this.clock = clock;
    }

    void open(List<App> newApps) {
        apps.clear();
        tokens.clear();
        users.clear();
        sent.clear();
        clientIds.clear();
        newApps.forEach(app -> apps.put(app.appId(), app));
    }

    App app(String appId) {
        var app = apps.get(appId);
        if (app == null) {
            throw new Refused(40013, "invalid appid");
        }
        return app;
    }

    boolean isOfficialAccount(String appId) {
        var app = apps.get(appId);
        return app != null && !app.isMiniProgram();
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    User user(String appId, String openid) {
        return users.computeIfAbsent(appId, id -> new HashMap<>()).computeIfAbsent(openid, id -> new User());
    }

    /// The same to everybody for as long as it lives, unless a new one is asked for.
    Map<String, Object> stable(String appId, String secret, boolean anew) {
        authenticate(appId, secret);
        var now = clock.instant();
        return tokens.entrySet().stream()
                .filter(token -> !anew && token.getValue().appId().equals(appId))
                .filter(token -> token.getValue().until().isAfter(now))
                .findFirst()
                .map(token -> answer(
                        token.getKey(), Duration.between(now, token.getValue().until())))
                .orElseGet(() -> issue(appId, secret));
    }

    Map<String, Object> issue(String appId, String secret) {
        authenticate(appId, secret);
        // The one before stops at once: whoever still uses it mixes up apps or nodes.
        tokens.values().removeIf(token -> token.appId().equals(appId));
        var bytes = new byte[48];
        random.nextBytes(bytes);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        tokens.put(text, new Token(appId, clock.instant().plus(LIFE)));
        return answer(text, LIFE);
    }

    private static Map<String, Object> answer(String token, Duration left) {
        return Map.of("access_token", token, "expires_in", left.toSeconds());
    }

    void authenticate(String appId, String secret) {
        if (!app(appId).secret().equals(secret)) {
            throw new Refused(40125, "invalid appsecret");
        }
    }

    void expireTokens() {
        tokens.replaceAll((text, token) -> new Token(token.appId(), clock.instant()));
    }

    /// @param miniProgram what kind of app may call this
    App caller(String token, boolean miniProgram) {
        var known = tokens.get(token);
        if (known == null) {
            throw new Refused(40001, "invalid credential, access_token is invalid or not latest");
        }
        if (!known.until().isAfter(clock.instant())) {
            throw new Refused(42001, "access_token expired");
        }
        var app = app(known.appId());
        if (app.isMiniProgram() != miniProgram) {
            throw new Refused(48001, "api unauthorized");
        }
        return app;
    }

    private User addressee(App app, String openid) {
        var user = users.getOrDefault(app.appId(), Map.of()).get(openid);
        if (user == null) {
            throw new Refused(40003, "invalid openid");
        }
        return user;
    }

    Map<String, Object> template(App app, JsonNode message) {
        var openid = message.path("touser").asString("");
        var user = addressee(app, openid);
        if (!user.following) {
            throw new Refused(43004, "require subscribe");
        }
        var template = known(app, message);
        var clientId = message.path("client_msg_id").asString("");
        if (clientId.isEmpty() || clientIds.add(openid + " " + clientId)) {
            sent.add(new Sent(
                    app.appId(),
                    openid,
                    "template",
                    template,
                    fields(message),
                    message.path("url").asString("")));
        }
        return Map.of("msgid", 1_000 + sent.size());
    }

    Map<String, Object> custom(App app, JsonNode message) {
        var openid = message.path("touser").asString("");
        var user = addressee(app, openid);
        var at = user.interactedAt;
        if (at == null || at < clock.millis() - WINDOW.toMillis()) {
            throw new Refused(45015, "response out of time limit or subscription is canceled");
        }
        sent.add(new Sent(
                app.appId(),
                openid,
                "custom",
                "",
                message.path("text").path("content").asString(""),
                ""));
        return Map.of();
    }

    Map<String, Object> subscribe(App app, JsonNode message) {
        var openid = message.path("touser").asString("");
        var user = addressee(app, openid);
        var template = known(app, message);
        int left = user.allowed.getOrDefault(template, 0);
        if (left == 0) {
            throw new Refused(43101, "user refuse to accept the msg");
        }
        user.allowed.put(template, left - 1);
        sent.add(new Sent(
                app.appId(),
                openid,
                "subscribe",
                template,
                fields(message),
                message.path("page").asString("")));
        return Map.of("msgid", 2_000 + sent.size());
    }

    private static String known(App app, JsonNode message) {
        var template = message.path("template_id").asString("");
        if (!app.templates().contains(template)) {
            throw new Refused(40037, "invalid template_id");
        }
        return template;
    }

    private static String fields(JsonNode message) {
        var lines = new ArrayList<String>();
        message.path("data")
                .properties()
                .forEach(field -> lines.add(
                        field.getKey() + "=" + field.getValue().path("value").asString("")));
        return String.join("\n", lines);
    }
}
