package io.waterwheel.simulator.wecom;

import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Request;
import io.waterwheel.simulator.http.UrlEncoded;
import io.waterwheel.simulator.town.Town;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/// Web page authorisation (WeCom doc path/91022): sends the customer's browser back with a code, and tells once,
/// within five minutes, who that code stands for (path/91023).
public final class OAuthCodes {
    /// Names the customer to `/connect/oauth2/authorize`, where WeChat itself would know who is looking.
    public static final String CUSTOMER_COOKIE = "sim_customer";

    private static final Duration LIFE = Duration.ofMinutes(5);

    private record Code(String person, Instant until) {}

    private final Town town;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Code> codes = new HashMap<>();

    public OAuthCodes(Town town, InstantSource clock) {
        this.town = town;
        this.clock = clock;
    }

    public Answer authorize(Request request) {
        var back = request.query("redirect_uri");
        if (!back.startsWith("http://") && !back.startsWith("https://")) {
            return Answer.refused(400, "redirect_uri is not an http(s) address");
        }
        if (!request.query("appid").equals(town.world().corpId())) {
            return Answer.refused(400, "appid is not this corp");
        }
        var person = request.cookie(CUSTOMER_COOKIE).flatMap(town.directory()::person);
        if (person.isEmpty()) {
            return Answer.refused(
                    401, "nobody here: open the link from a customer's chat (cookie " + CUSTOMER_COOKIE + ")");
        }
        codes.values().removeIf(code -> !code.until().isAfter(clock.instant()));
        var code = fresh();
        codes.put(code, new Code(person.get().id(), clock.instant().plus(LIFE)));
        int fragment = back.indexOf('#');
        var address = fragment < 0 ? back : back.substring(0, fragment);
        return new Answer.Redirect(address
                + (address.indexOf('?') < 0 ? "?" : "&")
                + "code=" + code
                + "&state=" + UrlEncoded.encode(request.query("state"))
                + (fragment < 0 ? "" : back.substring(fragment)));
    }

    Map<String, Object> visitor(Call call) {
        var code = codes.remove(call.query("code"));
        if (code == null || !code.until().isAfter(clock.instant())) {
            throw new Refused(40029, ErrorText.of(40029));
        }
        var openid = "o" + Opaque.id(town.world().seed(), code.person(), 0);
        var externalUserid =
                town.directory().person(code.person()).orElseThrow().externalUserid();
        // Only a friend of some guide is told by external_userid; anyone else stays an openid.
        return externalUserid == null
                        || town.friendships().ofCustomer(externalUserid).isEmpty()
                ? Map.of("openid", openid)
                : Map.of("openid", openid, "external_userid", externalUserid);
    }

    private String fresh() {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
