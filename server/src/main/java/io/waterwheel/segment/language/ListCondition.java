package io.waterwheel.segment.language;

import io.swagger.v3.oas.annotations.media.Schema;

/// The customer is on a static list of the brand, whoever carries the listed numbers now.
///
/// @param list the list's id
@Schema(name = "ListCondition")
public record ListCondition(String list) implements Condition {

    public ListCondition {
        InvalidCondition.when(!Reference.isId(list), "/list", Fault.UNKNOWN_LIST);
    }
}
