package io.waterwheel.intake.eventcatalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;
import java.util.Locale;

/// What a property's value is.
public enum PropertyType {
    @JsonProperty("text")
    TEXT("文本", "text"),
    @JsonProperty("number")
    NUMBER("数字", "a number"),
    @JsonProperty("boolean")
    BOOLEAN("是否", "true or false"),
    /// A text that is an ISO-8601 day or time.
    @JsonProperty("time")
    TIME("时间", "a time"),
    @JsonProperty("list")
    LIST("列表", "a list"),
    @JsonProperty("object")
    OBJECT("对象", "an object");

    private final Text words;

    PropertyType(String zh, String en) {
        this.words = new Text(zh, en);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Text words() {
        return words;
    }
}
