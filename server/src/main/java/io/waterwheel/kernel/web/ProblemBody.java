package io.waterwheel.kernel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.kernel.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A refusal as RFC 9457 `application/problem+json`.
///
/// @param type    `/problems/{code}`
/// @param code    stable, for programs
/// @param traceId finds the request in the log
/// @param params  the values inside `detail`
/// @param errors  the places in the request that are wrong
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String traceId,
        Map<String, Object> params,
        List<Place> errors) {

    /// One of them.
    ///
    /// @param pointer a JSON pointer, such as `/definition/conditions/0/value`
    @Schema(name = "Fault")
    public record Place(String pointer, String code, String detail) {}

    public static ProblemBody of(Problem problem, Locale locale, String traceId) {
        String code = problem.type().code();
        return new ProblemBody(
                "/problems/" + code,
                code.replace('-', ' '),
                problem.type().status(),
                problem.detail(locale),
                code,
                traceId,
                problem.params(locale),
                problem.faults().stream()
                        .map(fault -> new Place(
                                fault.pointer(), fault.code(), fault.detail().in(locale)))
                        .toList());
    }
}
