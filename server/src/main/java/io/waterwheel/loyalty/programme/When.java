package io.waterwheel.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.segment.language.FoldedText;
import java.math.BigDecimal;
import java.util.List;

/// A condition of a rule.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = When.Sold.class, name = "sold"),
    @JsonSubTypes.Type(value = When.AtLeast.class, name = "atLeast"),
    @JsonSubTypes.Type(value = When.FirstOrder.class, name = "firstOrder"),
    @JsonSubTypes.Type(value = When.OfTier.class, name = "tier"),
    @JsonSubTypes.Type(value = When.OnWeekdays.class, name = "weekdays"),
    @JsonSubTypes.Type(value = When.OnMonthDays.class, name = "monthDays"),
    @JsonSubTypes.Type(value = When.NearBirthday.class, name = "birthday")
})
@Schema(
        name = "EarnWhen",
        oneOf = {
            When.Sold.class,
            When.AtLeast.class,
            When.FirstOrder.class,
            When.OfTier.class,
            When.OnWeekdays.class,
            When.OnMonthDays.class,
            When.NearBirthday.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "sold", schema = When.Sold.class),
            @DiscriminatorMapping(value = "atLeast", schema = When.AtLeast.class),
            @DiscriminatorMapping(value = "firstOrder", schema = When.FirstOrder.class),
            @DiscriminatorMapping(value = "tier", schema = When.OfTier.class),
            @DiscriminatorMapping(value = "weekdays", schema = When.OnWeekdays.class),
            @DiscriminatorMapping(value = "monthDays", schema = When.OnMonthDays.class),
            @DiscriminatorMapping(value = "birthday", schema = When.NearBirthday.class)
        })
public sealed interface When {

    int MOST_VALUES = 1_000;

    /// Whether it asks something only orders have.
    default boolean ofOrder() {
        return switch (this) {
            case Sold _, AtLeast _, FirstOrder _ -> true;
            case OfTier _, OnWeekdays _, OnMonthDays _, NearBirthday _ -> false;
        };
    }

    /// Only lines of these products or categories count; or only orders of these channels or stores.
    ///
    /// @param values compared as folded text
    @Schema(name = "WhenSold")
    record Sold(SoldFact fact, List<String> values) implements When {

        public Sold {
            values = List.copyOf(values);
            Misfit.when(values.isEmpty(), "/values", ProgrammeFault.SOME_VALUES, "");
            Misfit.when(values.size() > MOST_VALUES, "/values", ProgrammeFault.TOO_MANY, MOST_VALUES);
            for (int i = 0; i < values.size(); i++) {
                Misfit.text(values.get(i), 200, "/values/" + i);
            }
        }
    }

    /// The order is worth so much, in the currency's major unit.
    @Schema(name = "WhenAtLeast")
    record AtLeast(BigDecimal amount) implements When {

        public AtLeast {
            Misfit.outside(amount, "0.01", "100000000", "/amount");
        }
    }

    /// The customer's first paid order of the brand.
    @Schema(name = "WhenFirstOrder")
    record FirstOrder() implements When {}

    /// @param tiers ids; the tier the member had before the order
    @Schema(name = "WhenOfTier")
    record OfTier(List<String> tiers) implements When {

        public OfTier {
            tiers = List.copyOf(tiers);
            Misfit.when(tiers.isEmpty(), "/tiers", ProgrammeFault.SOME_VALUES, "");
            Misfit.when(tiers.size() > TierScheme.MOST_TIERS, "/tiers", ProgrammeFault.TOO_MANY, TierScheme.MOST_TIERS);
        }
    }

    /// Member days by the week.
    @Schema(name = "WhenOnWeekdays")
    record OnWeekdays(List<ProgrammeWeekday> days) implements When {

        public OnWeekdays {
            days = List.copyOf(days);
            Misfit.when(days.isEmpty(), "/days", ProgrammeFault.SOME_VALUES, "");
            Misfit.when(days.size() > 7, "/days", ProgrammeFault.TOO_MANY, 7);
        }
    }

    /// Member days by the month. A month without the day has none.
    @Schema(name = "WhenOnMonthDays")
    record OnMonthDays(List<Integer> days) implements When {

        public OnMonthDays {
            days = List.copyOf(days);
            Misfit.when(days.isEmpty(), "/days", ProgrammeFault.SOME_VALUES, "");
            Misfit.when(days.size() > 31, "/days", ProgrammeFault.TOO_MANY, 31);
            for (int i = 0; i < days.size(); i++) {
                Misfit.outside(days.get(i), 1, 31, "/days/" + i);
            }
        }
    }

    /// Around the birthday. Who was born on 29 February has it on the 28th in other years.
    @Schema(name = "WhenNearBirthday")
    record NearBirthday(BirthdaySpan span) implements When {}

    /// What means the same is the same.
    default When canonical() {
        return switch (this) {
            case Sold(SoldFact fact, List<String> values) ->
                new Sold(
                        fact,
                        values.stream().map(FoldedText::of).distinct().sorted().toList());
            case OfTier(List<String> tiers) ->
                new OfTier(tiers.stream().distinct().sorted().toList());
            case OnWeekdays(List<ProgrammeWeekday> days) ->
                new OnWeekdays(days.stream().distinct().sorted().toList());
            case OnMonthDays(List<Integer> days) ->
                new OnMonthDays(days.stream().distinct().sorted().toList());
            case AtLeast(BigDecimal amount) -> new AtLeast(amount.stripTrailingZeros());
            case FirstOrder _, NearBirthday _ -> this;
        };
    }
}
