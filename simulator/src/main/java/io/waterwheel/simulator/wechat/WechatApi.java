package io.waterwheel.simulator.wechat;

import static java.util.Objects.requireNonNullElse;

import io.waterwheel.simulator.fault.Fault;
import io.waterwheel.simulator.fault.Faults;
import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Json;
import io.waterwheel.simulator.http.Request;
import io.waterwheel.simulator.http.Routes;
import io.waterwheel.simulator.wecom.Refused;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The calls of api.weixin.qq.com that send messages, and what a test says about apps and people under
/// `/sim/wechat`.
public final class WechatApi {
    private final Faults faults;
    private final InstantSource clock;
    private final WechatWorld world;
    private final WechatPushes pushes;
    private final WebAuthorisation authorisation;

    /// What somebody does: follow, unfollow, say, allow or reject a template; or `forget`, after which the
    /// platform no longer knows that they ever wrote.
    ///
    /// @param times how often it is pushed; 0 means never
    public record Act(
            String appId,
            String openid,
            String act,
            @Nullable String template,
            int times) {}

    record Apps(List<App> apps) {}

    /// Sends one message.
    private interface Sending {
        Map<String, Object> send(App app, JsonNode message);
    }

    public WechatApi(Faults faults, InstantSource clock) {
        this.faults = faults;
        this.clock = clock;
        this.world = new WechatWorld(clock);
        this.pushes = new WechatPushes(clock);
        this.authorisation = new WebAuthorisation(world, clock);
    }

    /// Whether an official account of that id authorises web pages here.
    public boolean authorises(String appId) {
        return alone(() -> world.isOfficialAccount(appId));
    }

    public Answer authorize(Request request) {
        return alone(() -> authorisation.authorize(request));
    }

    /// Before the routes of WeCom, whose paths begin the same.
    public void register(Routes routes) {
        routes.on(
                        "GET",
                        "/cgi-bin/token",
                        request ->
                                answered(request, () -> world.issue(request.query("appid"), request.query("secret"))))
                .on("POST", "/cgi-bin/stable_token", request -> answered(request, () -> stableToken(request)))
                .on("GET", "/sns/oauth2/access_token", request -> answered(request, () -> authorisation.token(request)))
                .on("GET", "/sns/userinfo", request -> answered(request, () -> authorisation.userInfo(request)))
                .on("POST", "/cgi-bin/message/template/send", request -> sent(request, false, world::template))
                .on("POST", "/cgi-bin/message/custom/send", request -> sent(request, false, world::custom))
                .on("POST", "/cgi-bin/message/subscribe/send", request -> sent(request, true, world::subscribe))
                .on(
                        "PUT",
                        "/sim/wechat",
                        request -> alone(() -> {
                            world.open(Json.read(request.body(), Apps.class).apps());
                            return Answer.json(Map.of());
                        }))
                .on("GET", "/sim/wechat", request -> alone(() -> Answer.json(world.sent())))
                .on(
                        "POST",
                        "/sim/wechat/tokens/expire",
                        request -> alone(() -> {
                            world.expireTokens();
                            return Answer.json(Map.of());
                        }))
                .on("POST", "/sim/wechat/act", this::act);
    }

    private synchronized <T> T alone(Supplier<T> work) {
        return work.get();
    }

    private Map<String, Object> stableToken(Request request) {
        var asked = Json.tree(request.body());
        return world.stable(
                asked.path("appid").asString(""),
                asked.path("secret").asString(""),
                asked.path("force_refresh").asBoolean(false));
    }

    private Answer sent(Request request, boolean miniProgram, Sending sending) {
        return answered(
                request,
                () -> sending.send(
                        world.caller(request.query("access_token"), miniProgram), Json.tree(request.body())));
    }

    private Answer answered(Request request, Supplier<Map<String, Object>> work) {
        var fault = faults.meet(request.path());
        if (fault.isEmpty()) {
            return done(work);
        }
        fault.get().delay();
        return switch (fault.get().kind()) {
            case DROP_BEFORE -> new Answer.Dropped();
            case ERRCODE -> refused(fault.get());
            case SLOW, FAIL_LIST -> done(work);
            case DROP_AFTER_WORK -> {
                done(work);
                yield new Answer.Dropped();
            }
        };
    }

    private static Answer refused(Fault fault) {
        return Answer.json(Map.of("errcode", fault.errcode(), "errmsg", "injected"));
    }

    private Answer done(Supplier<Map<String, Object>> work) {
        return alone(() -> {
            try {
                var answer = new LinkedHashMap<String, Object>(work.get());
                if (!answer.containsKey("access_token")) {
                    answer.put("errcode", 0);
                    answer.put("errmsg", "ok");
                }
                return Answer.json(answer);
            } catch (Refused refused) {
                return Answer.json(Map.of("errcode", refused.code(), "errmsg", String.valueOf(refused.getMessage())));
            }
        });
    }

    private Answer act(Request request) {
        var act = Json.read(request.body(), Act.class);
        var app = alone(() -> {
            var user = world.user(act.appId(), act.openid());
            var template = requireNonNullElse(act.template(), "");
            switch (act.act()) {
                case "follow" -> {
                    user.following = true;
                    user.interactedAt = clock.millis();
                }
                case "unfollow" -> user.following = false;
                case "say" -> user.interactedAt = clock.millis();
                case "forget" -> user.interactedAt = null;
                case "allow" -> user.allowed.merge(template, 1, Integer::sum);
                case "reject" -> user.allowed.remove(template);
                default -> throw new IllegalArgumentException("nobody can " + act.act());
            }
            return world.app(act.appId());
        });
        var statuses = new ArrayList<Integer>();
        var xml = pushes.xml(act, clock.millis() / 1000);
        for (int i = 0; i < act.times(); i++) {
            statuses.add(pushes.push(app, xml));
        }
        return Answer.json(Map.of("statuses", statuses));
    }
}
