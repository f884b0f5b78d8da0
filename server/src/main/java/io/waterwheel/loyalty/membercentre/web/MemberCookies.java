package io.waterwheel.loyalty.membercentre.web;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.web.PublicAddress;
import io.waterwheel.loyalty.membercentre.session.MemberSessions;
import io.waterwheel.loyalty.membercentre.signin.WechatSignIns;
import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Cookies no script can read, sent to one brand's addresses only.
@Component
class MemberCookies {

    static final String SESSION = "waterwheel_member";

    /// Holds a browser that was sent to WeChat to the state it was sent with.
    static final String BROWSER = "waterwheel_sign_in";

    private final PublicAddress address;

    MemberCookies(PublicAddress address) {
        this.address = address;
    }

    /// As long as a session can last: when it ends, the server knows.
    ResponseCookie session(Brand brand, String token) {
        return cookie(brand, SESSION, token, MemberSessions.LONGEST);
    }

    ResponseCookie noSession(Brand brand) {
        return cookie(brand, SESSION, "", Duration.ZERO);
    }

    ResponseCookie browser(Brand brand, String secret) {
        return cookie(brand, BROWSER, secret, WechatSignIns.WAITS);
    }

    ResponseCookie noBrowser(Brand brand) {
        return cookie(brand, BROWSER, "", Duration.ZERO);
    }

    /// Lax: WeChat sends the browser back from its own site, and that request must bring the cookie.
    private ResponseCookie cookie(Brand brand, String name, String value, Duration lasts) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(address.of("/").startsWith("https:"))
                .sameSite("Lax")
                .path("/m/" + brand.key() + "/api")
                .maxAge(lasts)
                .build();
    }
}
