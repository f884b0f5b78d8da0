package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How a fact of an order or line is compared with values.
public enum FactOperator {
    /// Is one of them.
    @JsonProperty("in")
    IN,
    /// The exact opposite, so it holds where nothing is told too.
    @JsonProperty("notIn")
    NOT_IN,
    /// Contains one of them, letter by letter.
    @JsonProperty("contains")
    CONTAINS;

    /// The comparison of one known value, in its positive form.
    Operator positive() {
        return switch (this) {
            case IN, NOT_IN -> Operator.IN;
            case CONTAINS -> Operator.CONTAINS;
        };
    }
}
