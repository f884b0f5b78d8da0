package io.waterwheel.insight.home;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;
import org.jspecify.annotations.Nullable;

/// One of the wheel's five parts for the customers gathered in the window.
///
/// @param count null while the part does not exist yet
/// @param rate  share of the part before it, as the definition says
public record WheelPart(
        Part part, @Nullable Long count, @Nullable Double rate, Text name, Text definition) {

    static WheelPart of(Part part, @Nullable Long count, long of) {
        return new WheelPart(
                part, count, count == null || of == 0 ? null : (double) count / of, part.title, part.definition);
    }

    /// The parts in the order in which the wheel turns.
    public enum Part {
        @JsonProperty("gather")
        GATHER("聚水流", "Gathered", "期内首次认识的客户。", "Customers first seen in the window."),
        @JsonProperty("hold")
        HOLD(
                "凝水势",
                "Held",
                "其中认识 30 天以后仍有互动的客户；比率只看认识已满 30 天的客户。",
                "Those who did something 30 days after they were first seen or later; the rate is over those known for"
                        + " 30 days."),
        @JsonProperty("splash")
        SPLASH(
                "激水花",
                "Splashed",
                "分享或邀请过他人的客户；裂变上线后开始统计。",
                "Those who shared or invited; counted once referral exists."),
        @JsonProperty("turn")
        TURN("促转化", "Turned", "其中下过单的客户；比率以期内新客为底。", "Those who ordered; the rate is over those gathered."),
        @JsonProperty("return")
        RETURN(
                "促循环",
                "Returned",
                "其中再次下单的客户；比率以下过单的为底。",
                "Those who ordered again; the rate is over those who ordered.");

        private final Text title;
        private final Text definition;

        Part(String zh, String en, String definitionZh, String definitionEn) {
            this.title = new Text(zh, en);
            this.definition = new Text(definitionZh, definitionEn);
        }
    }
}
