package io.waterwheel.segment.language;

import io.swagger.v3.oas.annotations.media.Schema;

/// The day of an attribute comes round: a birthday in the next seven days, a year of membership this month.
///
/// The attribute's own day is no anniversary, only the same day of a later year; who was born on 29 February has it
/// on the 28th in other years. A customer without the attribute never matches.
///
/// @param attribute `birthday` or `memberSince`
@Schema(name = "AnniversaryCondition")
public record AnniversaryCondition(String attribute, Ahead within) implements Condition {

    public AnniversaryCondition {
        Attribute named = Attribute.named(attribute);
        InvalidCondition.when(
                named != StandardAttribute.BIRTHDAY && named != StandardAttribute.MEMBER_SINCE,
                "/attribute",
                Fault.NO_ANNIVERSARY);
    }

    /// The attribute that is meant.
    public StandardAttribute subject() {
        return (StandardAttribute) Attribute.named(attribute);
    }
}
