package io.waterwheel.segment.now;

import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.SegmentCondition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The segments that definitions refer to, each looked up once for one question.
final class Referred {

    private final Function<String, Optional<Condition>> lookup;
    private final Map<String, Condition> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    Referred(Function<String, Optional<Condition>> lookup) {
        this.lookup = lookup;
    }

    /// What comes of the referred segment's own definition.
    ///
    /// @throws Problem `not-found` when there is no such segment
    /// @throws IllegalStateException when it contains itself
    <T> T into(SegmentCondition reference, Function<Condition, T> question) {
        String id = reference.segment();
        Condition definition = known.computeIfAbsent(
                id,
                missing -> lookup.apply(missing)
                        .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "segment " + missing)));
        if (!open.add(id)) {
            throw new IllegalStateException("segment " + id + " contains itself");
        }
        try {
            return question.apply(definition);
        } finally {
            open.remove(id);
        }
    }
}
