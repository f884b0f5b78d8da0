package io.waterwheel.customer.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/// Kinds of source with the level each has until a brand says otherwise: what a brand's own systems and shops report
/// as it happens stands above files, which somebody put together, and those above WeCom, where people call themselves
/// what they like.
public enum SourceKind {
    @JsonProperty("http")
    HTTP(1),
    @JsonProperty("kafka")
    KAFKA(1),
    @JsonProperty("connector")
    CONNECTOR(1),
    @JsonProperty("file")
    FILE(2),
    @JsonProperty("other")
    OTHER(2),
    @JsonProperty("wecom")
    WECOM(3);

    private final int level;

    SourceKind(int level) {
        this.level = level;
    }

    /// 1 counts most.
    public int level() {
        return level;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What has no kind of its own here is another.
    public static SourceKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElse(OTHER);
    }
}
