package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How an attribute, or a property of an event, is compared. A property that is a list meets a positive comparison if
/// one of its values does.
public enum Operator {
    @JsonProperty("is")
    IS("is"),
    @JsonProperty("isNot")
    IS_NOT("isNot"),
    @JsonProperty("in")
    IN("in"),
    @JsonProperty("notIn")
    NOT_IN("notIn"),
    /// Of a property that is a list: each of the values is among its own.
    @JsonProperty("hasAll")
    HAS_ALL("hasAll"),
    @JsonProperty("contains")
    CONTAINS("contains"),
    @JsonProperty("containsNone")
    CONTAINS_NONE("containsNone"),
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
