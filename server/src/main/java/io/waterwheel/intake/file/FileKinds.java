package io.waterwheel.intake.file;

import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The kinds of file that can be brought in.
@Component
class FileKinds {

    private final List<FileKind> kinds;

    FileKinds(List<FileKind> kinds) {
        this.kinds = kinds;
    }

    /// @throws Problem `file-kind-unknown`
    FileKind of(String code) {
        return kinds.stream()
                .filter(kind -> kind.kind().code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Problem(IntakeProblem.FILE_KIND_UNKNOWN)
                        .with("kind", code.length() > 40 ? code.substring(0, 40) : code)
                        .with(
                                "kinds",
                                kinds.stream().map(kind -> kind.kind().code()).collect(Collectors.joining(", "))));
    }
}
