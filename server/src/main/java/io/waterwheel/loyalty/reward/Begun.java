package io.waterwheel.loyalty.reward;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.problem.ProblemType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Compares what has begun with what it shall become: what members rely on stays, place by place.
public final class Begun {

    private final Problem problem;

    /// @param refusal what is said when something would change that may not
    public Begun(ProblemType refusal) {
        this.problem = new Problem(refusal);
    }

    /// May not change.
    public Begun fixed(String pointer, @Nullable Object was, @Nullable Object becomes) {
        if (!Objects.equals(was, becomes)) {
            problem.at(pointer, "fixed", new Text("开始后不能再改", "stays as it is once it has begun"));
        }
        return this;
    }

    /// May only become more; null is without end.
    public Begun upwards(String pointer, @Nullable Integer was, @Nullable Integer becomes) {
        if (becomes != null && (was == null || becomes < was)) {
            problem.at(
                    pointer,
                    "less",
                    new Text(
                            "开始后只能增加，现为 " + (was == null ? "不限" : was),
                            "can only become more once it has begun; it is " + (was == null ? "any number" : was)));
        }
        return this;
    }

    /// @throws Problem with every place that may not change so
    public void throwIfFaulty() {
        problem.throwIfFaulty();
    }
}
