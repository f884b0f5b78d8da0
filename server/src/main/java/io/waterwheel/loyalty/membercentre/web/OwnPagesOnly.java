package io.waterwheel.loyalty.membercentre.web;

import io.waterwheel.access.AccessProblem;
import io.waterwheel.kernel.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;

/// Nothing is changed on behalf of a page of somebody else's. Cookies do not come along from there
/// (SameSite), and a browser says by itself where a request comes from (Sec-Fetch-Site).
final class OwnPagesOnly implements HandlerInterceptor {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> ELSEWHERE = Set.of("cross-site", "same-site");

    /// @throws Problem `forbidden`
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (!SAFE.contains(request.getMethod()) && site != null && ELSEWHERE.contains(site)) {
            throw new Problem(AccessProblem.FORBIDDEN);
        }
        return true;
    }
}
