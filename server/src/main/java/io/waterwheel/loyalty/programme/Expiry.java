package io.waterwheel.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// When points are lost that were not spent.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Expiry.Never.class, name = "never"),
    @JsonSubTypes.Type(value = Expiry.AfterMonths.class, name = "afterMonths"),
    @JsonSubTypes.Type(value = Expiry.OnDayOfYear.class, name = "dayOfYear")
})
@Schema(
        name = "PointsExpiry",
        oneOf = {Expiry.Never.class, Expiry.AfterMonths.class, Expiry.OnDayOfYear.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "never", schema = Expiry.Never.class),
            @DiscriminatorMapping(value = "afterMonths", schema = Expiry.AfterMonths.class),
            @DiscriminatorMapping(value = "dayOfYear", schema = Expiry.OnDayOfYear.class)
        })
public sealed interface Expiry {

    @Schema(name = "ExpiryNever")
    record Never() implements Expiry {}

    /// At the end of the month that is so many months after the one they were earned in.
    @Schema(name = "ExpiryAfterMonths")
    record AfterMonths(int months) implements Expiry {

        public AfterMonths {
            Misfit.outside(months, 1, 120, "/months");
        }
    }

    /// At the end of a fixed day of the year, the first that is at least `years - 1` years away.
    ///
    /// @param years 1: the next such day; 2: that of the year after
    @Schema(name = "ExpiryDayOfYear")
    record OnDayOfYear(int month, int day, int years) implements Expiry {

        public OnDayOfYear {
            Misfit.outside(month, 1, 12, "/month");
            Misfit.outside(day, 1, 31, "/day");
            Misfit.when(day > LocalDate.of(2023, month, 1).lengthOfMonth(), "/day", ProgrammeFault.NO_SUCH_DAY, "");
            Misfit.outside(years, 1, 10, "/years");
        }
    }

    /// The first day on which points earned on a day are lost; null for never.
    default @Nullable LocalDate lostOn(LocalDate earned) {
        return switch (this) {
            case Never _ -> null;
            case AfterMonths(int months) -> earned.withDayOfMonth(1).plusMonths(months + 1L);
            case OnDayOfYear(int month, int day, int years) -> {
                LocalDate last = LocalDate.of(earned.getYear(), month, day);
                yield (last.isBefore(earned) ? last.plusYears(years) : last.plusYears(years - 1L)).plusDays(1);
            }
        };
    }
}
