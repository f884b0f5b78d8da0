package io.waterwheel.kernel.web;

import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes a problem to a response; used by the exception handler and by filters that run before any controller.
@Component
public class ProblemResponses {

    private static final Logger log = LoggerFactory.getLogger(ProblemResponses.class);

    private final JsonMapper json;

    ProblemResponses(JsonMapper json) {
        this.json = json;
    }

    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String traceId = UUID.randomUUID().toString().substring(0, 13);
        ProblemType type = problem.type();
        if (type == KernelProblem.UNEXPECTED) {
            problem.with("traceId", traceId);
            log.error(
                    "http.failed traceId={} method={} path={}",
                    traceId,
                    request.getMethod(),
                    request.getRequestURI(),
                    problem.getCause());
        } else if (type.status() >= 500) {
            log.warn("http.refused traceId={} path={} code={}", traceId, request.getRequestURI(), type.code());
        }
        if (problem.params().get("seconds") instanceof Integer seconds) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
        }
        response.setStatus(type.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        ProblemBody body = ProblemBody.of(problem, request.getLocale(), traceId);
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }
}
