package io.waterwheel.simulator.wechat;

import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Request;
import io.waterwheel.simulator.http.UrlEncoded;
import io.waterwheel.simulator.wecom.Refused;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Web page authorisation of an official account (网页授权, read in November 2026): sends the browser back with
/// a code that is good once and for five minutes, and tells who it stands for. A unionid is told only to
/// whom the person showed their profile (`snsapi_userinfo`); there is no page that asks them: they always
/// agree.
final class WebAuthorisation {
    /// Who is looking, as WeChat itself would know: an openid, and behind a colon the unionid and the
    /// nickname.
    static final String PERSON_COOKIE = "sim_wechat";

    private static final Duration CODE_LIFE = Duration.ofMinutes(5);
    private static final Duration TOKEN_LIFE = Duration.ofHours(2);

    private record Visitor(String appId, String openid, String unionid, String nickname, String scope) {}

    private record Pass(Visitor visitor, Instant until) {}

    private final WechatWorld world;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Pass> codes = new HashMap<>();
    private final Map<String, Pass> tokens = new HashMap<>();

    /// Codes that were used: WeChat says so rather than that it never knew them.
    private final Map<String, Instant> used = new HashMap<>();

    WebAuthorisation(WechatWorld world, InstantSource clock) {
        this.world = world;
        this.clock = clock;
    }

    Answer authorize(Request request) {
        var back = request.query("redirect_uri");
        var scope = request.query("scope");
        if (!back.startsWith("http://") && !back.startsWith("https://")) {
            return Answer.refused(400, "redirect_uri is not an http(s) address");
        }
        if (!scope.equals("snsapi_base") && !scope.equals("snsapi_userinfo")) {
            return Answer.refused(400, "scope is neither snsapi_base nor snsapi_userinfo");
        }
        var person = UrlEncoded.decode(request.cookie(PERSON_COOKIE).orElse("")).split(":", 3);
        if (person[0].isEmpty()) {
            return Answer.refused(401, "nobody here: the cookie " + PERSON_COOKIE + " names who is looking");
        }
        forgetOld();
        var code = fresh();
        var visitor = new Visitor(
                request.query("appid"),
                person[0],
                person.length > 1 ? person[1] : "",
                person.length > 2 ? person[2] : "微信用户",
                scope);
        codes.put(code, new Pass(visitor, clock.instant().plus(CODE_LIFE)));
        int fragment = back.indexOf('#');
        var address = fragment < 0 ? back : back.substring(0, fragment);
        return new Answer.Redirect(address + (address.indexOf('?') < 0 ? "?" : "&") + "code=" + code + "&state="
                + UrlEncoded.encode(request.query("state")));
    }

    Map<String, Object> token(Request request) {
        world.authenticate(request.query("appid"), request.query("secret"));
        var code = request.query("code");
        if (used.containsKey(code)) {
            throw new Refused(40163, "code been used");
        }
        var pass = codes.remove(code);
        if (pass == null
                || !pass.until().isAfter(clock.instant())
                || !pass.visitor().appId().equals(request.query("appid"))) {
            throw new Refused(40029, "invalid code");
        }
        used.put(code, clock.instant().plus(CODE_LIFE));
        var token = fresh();
        tokens.put(token, new Pass(pass.visitor(), clock.instant().plus(TOKEN_LIFE)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token);
        answer.put("expires_in", TOKEN_LIFE.toSeconds());
        answer.put("refresh_token", fresh());
        answer.put("openid", pass.visitor().openid());
        answer.put("scope", pass.visitor().scope());
        tellUnionid(answer, pass.visitor());
        return answer;
    }

    Map<String, Object> userInfo(Request request) {
        var pass = tokens.get(request.query("access_token"));
        if (pass == null || !pass.until().isAfter(clock.instant())) {
            throw new Refused(40001, "invalid credential, access_token is invalid or not latest");
        }
        var visitor = pass.visitor();
        if (!visitor.openid().equals(request.query("openid"))) {
            throw new Refused(40003, "invalid openid");
        }
        if (!visitor.scope().equals("snsapi_userinfo")) {
            throw new Refused(48001, "api unauthorized");
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("openid", visitor.openid());
        answer.put("nickname", visitor.nickname());
        answer.put("sex", 0);
        answer.put("privilege", new String[0]);
        tellUnionid(answer, visitor);
        return answer;
    }

    private static void tellUnionid(Map<String, Object> answer, Visitor visitor) {
        if (visitor.scope().equals("snsapi_userinfo") && !visitor.unionid().isEmpty()) {
            answer.put("unionid", visitor.unionid());
        }
    }

    private void forgetOld() {
        var now = clock.instant();
        codes.values().removeIf(code -> !code.until().isAfter(now));
        tokens.values().removeIf(token -> !token.until().isAfter(now));
        used.values().removeIf(until -> !until.isAfter(now));
    }

    private String fresh() {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
