package io.waterwheel.insight.rfm;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.RfmCondition;
import java.util.List;
import java.util.stream.IntStream;

/// The eight groups by whether recency, frequency and spend are high, that is 4 or 5 of 5.
public enum BuyerGroup {
    @JsonProperty("important-value")
    IMPORTANT_VALUE(true, true, true, "重要价值客户", "Champions"),
    @JsonProperty("important-develop")
    IMPORTANT_DEVELOP(true, false, true, "重要发展客户", "Big spenders to develop"),
    @JsonProperty("important-keep")
    IMPORTANT_KEEP(false, true, true, "重要保持客户", "Loyal, drifting away"),
    @JsonProperty("important-win-back")
    IMPORTANT_WIN_BACK(false, false, true, "重要挽留客户", "Big spenders to win back"),
    @JsonProperty("general-value")
    GENERAL_VALUE(true, true, false, "一般价值客户", "Frequent, small baskets"),
    @JsonProperty("general-develop")
    GENERAL_DEVELOP(true, false, false, "一般发展客户", "Recent, little yet"),
    @JsonProperty("general-keep")
    GENERAL_KEEP(false, true, false, "一般保持客户", "Once frequent, small baskets"),
    @JsonProperty("general-win-back")
    GENERAL_WIN_BACK(false, false, false, "一般挽留客户", "Dormant, little spent");

    /// A score from here on is high: at least three fifths of the buyers are below.
    private static final int HIGH = 4;

    private final boolean recent;
    private final boolean frequent;
    private final boolean big;
    private final Text name;

    BuyerGroup(boolean recent, boolean frequent, boolean big, String zh, String en) {
        this.recent = recent;
        this.frequent = frequent;
        this.big = big;
        this.name = new Text(zh, en);
    }

    static BuyerGroup of(int r, int f, int m) {
        return of(r >= HIGH, f >= HIGH, m >= HIGH);
    }

    static BuyerGroup of(boolean recent, boolean frequent, boolean big) {
        for (BuyerGroup group : values()) {
            if (group.recent == recent && group.frequent == frequent && group.big == big) {
                return group;
            }
        }
        throw new IllegalStateException("eight groups cover everything");
    }

    Text title() {
        return name;
    }

    Text definition() {
        return new Text(
                "近度 R %s、频度 F %s、额度 M %s（“高”为五分位的 4–5 分，即至少六成购买者低于此）。".formatted(zh(recent), zh(frequent), zh(big)),
                "Recency %s, frequency %s, spend %s (high: 4–5 of 5, at least three fifths of the buyers are below)."
                        .formatted(en(recent), en(frequent), en(big)));
    }

    /// The same customers as a segment, whenever it is asked.
    Condition segment() {
        return new RfmCondition(scores(recent), scores(frequent), scores(big), null);
    }

    private static List<Integer> scores(boolean high) {
        return high ? List.of(HIGH, HIGH + 1) : IntStream.range(1, HIGH).boxed().toList();
    }

    private static String zh(boolean high) {
        return high ? "高" : "低";
    }

    private static String en(boolean high) {
        return high ? "high" : "low";
    }
}
