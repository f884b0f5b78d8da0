package io.waterwheel.kernel.problem;

import io.waterwheel.kernel.Text;

/// One kind of refusal. Each module keeps its own in an enum; a test lists them all into `docs/problems.md`.
public interface ProblemType {

    /// The stable code clients may rely on, in kebab case: the enum constant's name.
    default String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    String name();

    /// The HTTP status it is answered with.
    int status();

    /// What happened, what was kept and what to do; `{name}` stands for a parameter.
    Text message();
}
