package io.waterwheel.loyalty.membercentre.web;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MemberCentreProblem;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.loyalty.membercentre.session.MemberSessions;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/// Lets a controller take a [Member]: whoever the cookie says, at the brand in the path.
@Component
class MemberParameter implements HandlerMethodArgumentResolver {

    private static final String BRAND = "brand";

    private final MemberSessions sessions;
    private final Brands brands;

    MemberParameter(MemberSessions sessions, Brands brands) {
        this.sessions = sessions;
        this.brands = brands;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Member.class;
    }

    /// @throws Problem `member-not-signed-in`
    @Override
    public Member resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null
                || !(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path)) {
            throw new IllegalStateException("a member is asked for by HTTP");
        }
        Brand brand = brands.byKey(String.valueOf(path.get(BRAND)));
        String token = cookie(request, MemberCookies.SESSION);
        return (token == null ? Optional.<Member>empty() : sessions.find(brand, token))
                .orElseThrow(() -> new Problem(MemberCentreProblem.MEMBER_NOT_SIGNED_IN));
    }

    static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }
}
