package io.waterwheel.segment.language;

import static io.waterwheel.segment.language.Operator.*;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// What an attribute's values are, which decides how they can be compared.
public enum ValueType {
    @JsonProperty("text")
    TEXT(List.of(IS, IS_NOT, IN, NOT_IN, CONTAINS, CONTAINS_NONE, EXISTS, NOT_EXISTS)),
    /// Only ever suggested for a brand's own attribute whose values are numbers; nothing has it by itself.
    @JsonProperty("number")
    NUMBER(List.of(IS, IS_NOT, IN, NOT_IN, AT_LEAST, AT_MOST, EXISTS, NOT_EXISTS)),
    @JsonProperty("date")
    DATE(List.of(IS, IS_NOT, IN, NOT_IN, AT_LEAST, AT_MOST, EXISTS, NOT_EXISTS)),
    @JsonProperty("boolean")
    BOOLEAN(List.of(IS, IS_NOT));

    private final List<Operator> operators;

    ValueType(List<Operator> operators) {
        this.operators = operators;
    }

    public List<Operator> operators() {
        return operators;
    }

    /// @throws InvalidCondition when the value cannot be compared in this way
    void check(String value, Operator operator, String place) {
        switch (this) {
            case TEXT, NUMBER ->
                InvalidCondition.when(
                        operator.bound() && Magnitude.of(value).isEmpty(), place, Fault.NOT_A_NUMBER_OR_DAY);
            case DATE -> InvalidCondition.when(Magnitude.day(value).isEmpty(), place, Fault.NOT_A_DAY);
            case BOOLEAN ->
                InvalidCondition.when(!value.equals("true") && !value.equals("false"), place, Fault.NOT_A_BOOLEAN);
        }
    }
}
