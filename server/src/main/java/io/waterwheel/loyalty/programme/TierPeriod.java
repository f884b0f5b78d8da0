package io.waterwheel.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/// Over which time what counts towards tiers is added up.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TierPeriod.Rolling.class, name = "rolling"),
    @JsonSubTypes.Type(value = TierPeriod.Calendar.class, name = "calendar")
})
@Schema(
        name = "TierPeriod",
        oneOf = {TierPeriod.Rolling.class, TierPeriod.Calendar.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "rolling", schema = TierPeriod.Rolling.class),
            @DiscriminatorMapping(value = "calendar", schema = TierPeriod.Calendar.class)
        })
public sealed interface TierPeriod {

    /// The last so many months; a tier is kept for as many after it was reached.
    @Schema(name = "TierPeriodRolling")
    record Rolling(int months) implements TierPeriod {

        public Rolling {
            Misfit.outside(months, 1, 36, "/months");
        }
    }

    /// A year that begins with a month; a tier is kept until the year ends, and decided then by what was done
    /// in it.
    ///
    /// @param firstMonth 1 … 12
    @Schema(name = "TierPeriodCalendar")
    record Calendar(int firstMonth) implements TierPeriod {

        public Calendar {
            Misfit.outside(firstMonth, 1, 12, "/firstMonth");
        }
    }

    /// The first day that counts on a day.
    default LocalDate countedFrom(LocalDate day) {
        return switch (this) {
            case Rolling(int months) -> day.plusDays(1).minusMonths(months);
            case Calendar(int firstMonth) -> {
                LocalDate begin = LocalDate.of(day.getYear(), firstMonth, 1);
                yield begin.isAfter(day) ? begin.minusYears(1) : begin;
            }
        };
    }

    /// The first day after the period that a tier reached on a day is kept for.
    default LocalDate endsAfter(LocalDate day) {
        return switch (this) {
            case Rolling(int months) -> day.plusMonths(months);
            case Calendar _ -> countedFrom(day).plusYears(1);
        };
    }
}
