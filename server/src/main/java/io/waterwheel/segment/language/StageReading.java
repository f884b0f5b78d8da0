package io.waterwheel.segment.language;

import io.waterwheel.kernel.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where a customer stands among others or in time, in words.
final class StageReading {

    private StageReading() {}

    static Text of(RfmCondition asked) {
        List<Text> scores = new ArrayList<>();
        scores("R", asked.r(), scores);
        scores("F", asked.f(), scores);
        scores("M", asked.m(), scores);
        boolean fifths = asked.cuts() == null;
        return new Text(
                "近一年 RFM 的 " + scores.stream().map(Text::zh).collect(Collectors.joining("，"))
                        + (fifths ? "（五等分）" : "（自定分界）"),
                "RFM of the last year: " + scores.stream().map(Text::en).collect(Collectors.joining(", "))
                        + (fifths ? " (by fifths)" : " (by own cuts)"));
    }

    private static void scores(String name, @Nullable List<Integer> scores, List<Text> into) {
        if (scores != null) {
            List<String> told = scores.stream().map(String::valueOf).toList();
            into.add(new Text(name + " 为 " + String.join("、", told) + " 分", name + " is " + String.join(" or ", told)));
        }
    }

    static Text of(LifecycleCondition asked) {
        Text stages = either(asked.stages().stream().map(LifecycleStage::label).toList());
        Integer days = asked.cycleDays();
        return days == null
                ? new Text("生命周期处于" + stages.zh(), "lifecycle stage is " + stages.en())
                : new Text(
                        "生命周期处于" + stages.zh() + "（复购周期 " + days + " 天）",
                        "lifecycle stage is " + stages.en() + " (cycle of " + days + (days == 1 ? " day)" : " days)"));
    }

    static Text of(AiplCondition asked) {
        Text stages = either(asked.stages().stream().map(AiplStage::label).toList());
        int days = asked.window().days();
        return new Text(
                "近 " + days + " 天 AIPL 处于" + stages.zh(),
                "AIPL stage is " + stages.en() + " over " + days + (days == 1 ? " day" : " days"));
    }

    private static Text either(List<Text> stages) {
        return new Text(
                stages.stream().map(stage -> "“" + stage.zh() + "”").collect(Collectors.joining("或")),
                stages.stream().map(Text::en).collect(Collectors.joining(" or ")));
    }
}
