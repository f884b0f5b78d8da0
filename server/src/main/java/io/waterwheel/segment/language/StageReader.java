package io.waterwheel.segment.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the conditions that say where a customer stands. What is wrong is reported by the fields; the condition is
/// made
/// only when nothing was.
final class StageReader {

    private StageReader() {}

    /// @return null when something is wrong and was said
    static @Nullable RfmCondition rfm(JsonFields fields, Function<String, JsonFields> inside) {
        List<Integer> r = scores(fields, "r");
        List<Integer> f = scores(fields, "f");
        List<Integer> m = scores(fields, "m");
        RfmCuts cuts = null;
        if (fields.has("cuts")) {
            JsonFields told = inside.apply("cuts");
            List<Long> recency = told.numbers("recency");
            List<Long> frequency = told.numbers("frequency");
            List<Long> monetary = told.numbers("monetary");
            told.refuseOthers();
            if (!told.fine() || !fields.fine()) {
                return null;
            }
            cuts = new RfmCuts(recency.stream().map(StageReader::small).toList(), frequency, monetary);
        }
        return fields.fine() ? new RfmCondition(r, f, m, cuts) : null;
    }

    static @Nullable LifecycleCondition lifecycle(JsonFields fields) {
        List<LifecycleStage> stages = fields.constants("stages", LifecycleStage.values());
        Integer days = days(fields, "cycleDays");
        return fields.fine() ? new LifecycleCondition(stages, days) : null;
    }

    static @Nullable AiplCondition aipl(JsonFields fields) {
        List<AiplStage> stages = fields.constants("stages", AiplStage.values());
        Integer days = days(fields, "days");
        return fields.fine() ? new AiplCondition(stages, days) : null;
    }

    private static @Nullable Integer days(JsonFields fields, String name) {
        return fields.has(name) ? Integer.valueOf(small(fields.number(name))) : null;
    }

    private static @Nullable List<Integer> scores(JsonFields fields, String name) {
        if (!fields.has(name)) {
            return null;
        }
        List<Integer> scores = new ArrayList<>();
        fields.numbers(name).forEach(score -> scores.add(small(score)));
        return scores;
    }

    /// What does not fit is out of every range anyway.
    private static int small(long number) {
        return (int) Math.clamp(number, -1, Integer.MAX_VALUE);
    }
}
