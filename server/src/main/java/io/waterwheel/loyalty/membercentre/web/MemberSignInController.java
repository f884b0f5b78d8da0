package io.waterwheel.loyalty.membercentre.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.membercentre.session.MemberSessions;
import io.waterwheel.loyalty.membercentre.signin.Agreement;
import io.waterwheel.loyalty.membercentre.signin.MemberSignIns;
import io.waterwheel.loyalty.membercentre.signin.PhoneCodes;
import io.waterwheel.loyalty.membercentre.signin.WechatSignIns;
import io.waterwheel.loyalty.membercentre.terms.MemberTerms;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// In and out.
@RestController
@RequestMapping("/m/{brand}/api")
@Tag(name = "member-centre")
class MemberSignInController {

    /// Only our own pages: whoever signs in is sent nowhere else.
    private static final Pattern PAGE = Pattern.compile("[a-z-]{0,40}");

    private static final Pattern INVITE = Pattern.compile("[0-9a-z]{1,13}");

    private final PhoneCodes codes;
    private final MemberSignIns signIns;
    private final WechatSignIns wechat;
    private final MemberTerms terms;
    private final MemberSessions sessions;
    private final MemberCookies cookies;

    MemberSignInController(
            PhoneCodes codes,
            MemberSignIns signIns,
            WechatSignIns wechat,
            MemberTerms terms,
            MemberSessions sessions,
            MemberCookies cookies) {
        this.codes = codes;
        this.signIns = signIns;
        this.wechat = wechat;
        this.terms = terms;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    record CodeWish(String phone) {}

    /// @param lastsSeconds how long the code is good
    /// @param pauseSeconds after how long another may be asked for
    record CodeSent(long lastsSeconds, long pauseSeconds) {}

    /// @param terms the version that was before their eyes when they agreed
    record PhoneSignIn(
            String phone,
            String code,
            boolean agreed,
            @Nullable String terms,
            boolean marketing,
            @Nullable String invite) {}

    @PostMapping("/codes")
    @Operation(summary = "Sends a code to a phone; answered the same whether or not anybody knows the phone")
    CodeSent sendSignInCode(
            @PathVariable Brand brand, @RequestBody CodeWish wish, Locale locale, HttpServletRequest request) {
        codes.send(brand, wish.phone(), request.getRemoteAddr(), locale);
        return new CodeSent(PhoneCodes.LASTS.toSeconds(), PhoneCodes.PAUSE.toSeconds());
    }

    @PostMapping("/session")
    @Operation(summary = "Signs in with a code; whoever is no member yet becomes one")
    ResponseEntity<Void> signInMember(
            @PathVariable Brand brand, @RequestBody PhoneSignIn signIn, HttpServletRequest request) {
        Agreement agreement = agreement(brand, signIn.agreed(), signIn.terms(), signIn.marketing(), signIn.invite());
        String token = signIns.byPhone(brand, signIn.phone(), signIn.code(), agreement, request.getRemoteAddr());
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookies.session(brand, token).toString())
                .build();
    }

    @DeleteMapping("/session")
    @Operation(summary = "Signs out")
    ResponseEntity<Void> signOutMember(
            @PathVariable Brand brand,
            @CookieValue(name = MemberCookies.SESSION, required = false) @Nullable String token) {
        if (token != null) {
            sessions.close(token);
        }
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookies.noSession(brand).toString())
                .build();
    }

    /// Sends the browser to WeChat.
    @Hidden
    @GetMapping("/wechat")
    ResponseEntity<Void> toWechat(
            @PathVariable Brand brand,
            @RequestParam(defaultValue = "false") boolean agreed,
            @RequestParam(required = false) @Nullable String terms,
            @RequestParam(defaultValue = "false") boolean marketing,
            @RequestParam(required = false) @Nullable String invite,
            @RequestParam(defaultValue = "") String page,
            HttpServletRequest request) {
        String wanted = PAGE.matcher(page).matches() ? page : "";
        try {
            Agreement agreement = agreement(brand, agreed, terms, marketing, invite);
            WechatSignIns.Sent sent = wechat.send(brand, agreement, wanted, request.getRemoteAddr());
            return to(sent.to(), cookies.browser(brand, sent.browser()).toString());
        } catch (Problem refused) {
            return to(signIn(brand, refused.type().code()));
        }
    }

    /// WeChat sends the browser back.
    @Hidden
    @GetMapping("/wechat/back")
    ResponseEntity<Void> fromWechat(
            @PathVariable Brand brand,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            @CookieValue(name = MemberCookies.BROWSER, defaultValue = "") String browser) {
        String forget = cookies.noBrowser(brand).toString();
        try {
            WechatSignIns.Back back = wechat.back(brand, code, state, browser);
            String token = back.token();
            return token == null
                    ? to(signIn(brand, "join"), forget)
                    : to(
                            page(brand, back.page()),
                            forget,
                            cookies.session(brand, token).toString());
        } catch (Problem refused) {
            return to(signIn(brand, refused.type().code()), forget);
        }
    }

    private Agreement agreement(
            Brand brand, boolean agreed, @Nullable String seen, boolean marketing, @Nullable String invite) {
        return new Agreement(
                agreed ? terms.agreed(brand, seen) : null,
                marketing,
                invite != null && INVITE.matcher(invite).matches() ? invite : null);
    }

    private static URI page(Brand brand, String page) {
        return URI.create("/m/" + brand.key() + "/" + page);
    }

    private static URI signIn(Brand brand, String why) {
        return page(brand, "sign-in?why=" + why);
    }

    private static ResponseEntity<Void> to(URI address, String... cookies) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(address)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.SET_COOKIE, cookies)
                .build();
    }
}
