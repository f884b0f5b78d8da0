package io.waterwheel.loyalty.membercentre.card;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.BenefitCalendar;
import java.time.LocalDate;
import java.util.List;

/// What a member was given without asking, and what comes next.
///
/// @param ahead this month from today on, and the next
/// @param given the newest first, at most a hundred
@Schema(name = "BenefitsSeen")
public record BenefitsSeen(List<Ahead> ahead, List<BenefitCalendar.Given> given) {

    /// @param name what the member day, rule or benefit is called
    /// @param text what it brings, in the member's language
    /// @param days in order, none of them past
    @Schema(name = "BenefitAhead")
    public record Ahead(String name, String text, List<LocalDate> days) {}
}
