package io.waterwheel.kernel.web;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A problem that outlives its request: kept beside what it stopped, shown in the language of whoever looks later.
public record KeptProblem(String code, int status, Text detail, Map<String, Object> params) {

    public static KeptProblem of(Problem problem) {
        return new KeptProblem(problem.type().code(), problem.type().status(), problem.text(), problem.params());
    }

    /// As it stands in a table.
    ///
    /// @return null for none
    public static @Nullable JSONB stored(JsonMapper json, @Nullable Problem problem) {
        return problem == null ? null : JSONB.valueOf(json.writeValueAsString(of(problem)));
    }

    public ProblemBody body(Locale locale) {
        return new ProblemBody(
                "/problems/" + code, code.replace('-', ' '), status, detail.in(locale), code, "", params, List.of());
    }
}
