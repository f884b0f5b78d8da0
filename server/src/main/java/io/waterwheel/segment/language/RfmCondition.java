package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a buyer of the last twelve months stands among the buyers, from 1 to 5 each. Who did not buy has no place.
///
/// @param r    scores of recency, one or more; null for any
/// @param f    scores of frequency
/// @param m    scores of net sales
/// @param cuts null for quintiles
@Schema(name = "RfmCondition")
public record RfmCondition(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Integer> r,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Integer> f,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Integer> m,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RfmCuts cuts)
        implements Condition {

    static final int MOST = 5;

    public RfmCondition {
        r = checked(r, "/r");
        f = checked(f, "/f");
        m = checked(m, "/m");
        InvalidCondition.when(Stream.of(r, f, m).allMatch(scores -> scores == null), "/r", Fault.SOME_VALUES);
    }

    private static @Nullable List<Integer> checked(@Nullable List<Integer> scores, String place) {
        if (scores == null) {
            return null;
        }
        InvalidCondition.when(scores.isEmpty(), place, Fault.SOME_VALUES);
        for (int i = 0; i < scores.size(); i++) {
            InvalidCondition.when(
                    scores.get(i) < 1 || scores.get(i) > MOST, place + "/" + i, Fault.OUT_OF_RANGE, "1 … " + MOST);
        }
        return List.copyOf(scores);
    }

    /// Scores sorted and told once.
    RfmCondition canonical() {
        return new RfmCondition(sorted(r), sorted(f), sorted(m), cuts);
    }

    private static @Nullable List<Integer> sorted(@Nullable List<Integer> scores) {
        return scores == null ? null : List.copyOf(new TreeSet<>(scores));
    }
}
