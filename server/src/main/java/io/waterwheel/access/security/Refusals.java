package io.waterwheel.access.security;

import io.waterwheel.access.AccessProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.web.ProblemResponses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/// The chain's two ways to say no, as problems.
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemResponses problems;

    Refusals(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        problems.write(new Problem(AccessProblem.NOT_SIGNED_IN, e), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        AccessProblem problem = e instanceof CsrfException ? AccessProblem.CSRF_MISSING : AccessProblem.FORBIDDEN;
        problems.write(new Problem(problem, e), request, response);
    }
}
