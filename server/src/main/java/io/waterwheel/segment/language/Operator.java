package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How an attribute is compared.
public enum Operator {
    @JsonProperty("is")
    IS("is"),
    @JsonProperty("isNot")
    IS_NOT("isNot"),
    @JsonProperty("in")
    IN("in"),
    @JsonProperty("notIn")
    NOT_IN("notIn"),
    @JsonProperty("contains")
    CONTAINS("contains"),
    @JsonProperty("atLeast")
    AT_LEAST("atLeast"),
    @JsonProperty("atMost")
    AT_MOST("atMost"),
    @JsonProperty("exists")
    EXISTS("exists"),
    @JsonProperty("notExists")
    NOT_EXISTS("notExists");

    private final String code;

    Operator(String code) {
        this.code = code;
    }

    /// The name in JSON.
    public String code() {
        return code;
    }

    /// Whether it compares sizes.
    boolean bound() {
        return this == AT_LEAST || this == AT_MOST;
    }
}
