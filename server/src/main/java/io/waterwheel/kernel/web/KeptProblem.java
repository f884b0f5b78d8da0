package io.waterwheel.kernel.web;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A problem that outlives its request: kept beside what it stopped, shown in the language of whoever looks later.
public record KeptProblem(String code, int status, Text detail, Map<String, Object> params) {

    public static KeptProblem of(Problem problem) {
        return new KeptProblem(problem.type().code(), problem.type().status(), problem.text(), problem.params());
    }

    public ProblemBody body(Locale locale) {
        return new ProblemBody(
                "/problems/" + code, code.replace('-', ' '), status, detail.in(locale), code, "", params, List.of());
    }
}
