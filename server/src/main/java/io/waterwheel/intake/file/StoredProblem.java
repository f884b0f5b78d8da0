package io.waterwheel.intake.file;

import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.problem.ProblemType;
import java.util.Map;
import java.util.stream.Stream;

/// A refusal that is shown later, in whatever language is read then.
record StoredProblem(String code, Map<String, Object> params) {

    Problem problem() {
        ProblemType type = Stream.<ProblemType>concat(
                        Stream.of(IntakeProblem.values()), Stream.of(KernelProblem.values()))
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElse(IntakeProblem.IMPORT_INTERRUPTED);
        Problem problem = new Problem(type);
        params.forEach(problem::with);
        return problem;
    }
}
