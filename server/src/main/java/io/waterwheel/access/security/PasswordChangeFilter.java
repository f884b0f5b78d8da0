package io.waterwheel.access.security;

import io.waterwheel.access.AccessProblem;
import io.waterwheel.access.account.Caller;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.web.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/// Whoever came in with a one-time password may do nothing but set their own, or leave.
final class PasswordChangeFilter extends OncePerRequestFilter {

    private static final Set<String> OPEN = Set.of("/api/session", "/api/session/password");

    private final ProblemResponses problems;

    PasswordChangeFilter(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return OPEN.contains(path) || !(path.startsWith("/api/") || path.startsWith("/actuator/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean mustChange = Caller.current()
                .filter(caller -> caller instanceof Caller.SignedIn person
                        && person.account().mustChangePassword())
                .isPresent();
        if (mustChange) {
            problems.write(new Problem(AccessProblem.PASSWORD_CHANGE_REQUIRED), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
