package io.waterwheel.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.segment.language.EventFilter;
import java.math.BigDecimal;

/// What a rule gives.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Grant.PerAmount.class, name = "perAmount"),
    @JsonSubTypes.Type(value = Grant.PerOrder.class, name = "perOrder"),
    @JsonSubTypes.Type(value = Grant.Multiply.class, name = "multiply"),
    @JsonSubTypes.Type(value = Grant.OnEvent.class, name = "event")
})
@Schema(
        name = "EarnGrant",
        oneOf = {Grant.PerAmount.class, Grant.PerOrder.class, Grant.Multiply.class, Grant.OnEvent.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "perAmount", schema = Grant.PerAmount.class),
            @DiscriminatorMapping(value = "perOrder", schema = Grant.PerOrder.class),
            @DiscriminatorMapping(value = "multiply", schema = Grant.Multiply.class),
            @DiscriminatorMapping(value = "event", schema = Grant.OnEvent.class)
        })
public sealed interface Grant {

    long MOST_POINTS = 10_000_000;

    /// So many points for each amount that was paid, of what the rule's conditions leave of the order.
    ///
    /// @param amount in the currency's major unit
    @Schema(name = "GrantPerAmount")
    record PerAmount(long points, BigDecimal amount) implements Grant {

        public PerAmount {
            Misfit.outside(points, 1, MOST_POINTS, "/points");
            Misfit.outside(amount, "0.01", "1000000", "/amount");
            amount = plain(amount);
        }
    }

    /// So many points for an order.
    @Schema(name = "GrantPerOrder")
    record PerOrder(long points) implements Grant {

        public PerOrder {
            Misfit.outside(points, 1, MOST_POINTS, "/points");
        }
    }

    /// What orders bring by amount is multiplied; of the part of the order that the rule's conditions leave.
    ///
    /// @param factor 1.01 … 100
    @Schema(name = "GrantMultiply")
    record Multiply(BigDecimal factor) implements Grant {

        public Multiply {
            Misfit.when(factor.compareTo(BigDecimal.ONE) == 0, "/factor", ProgrammeFault.FACTOR_OF_ONE, "");
            Misfit.outside(factor, "1.01", "100", "/factor");
            factor = plain(factor);
        }
    }

    /// So many points each time something happens, such as a check-in, a task, a survey or a referral.
    ///
    /// @param fromPages whether it counts too when a page or an app tells of it, whose write key anybody can read:
    ///                  strangers may say so of any member as often as they like
    @Schema(name = "GrantOnEvent")
    record OnEvent(EventFilter event, long points, boolean fromPages) implements Grant {

        public OnEvent {
            // What it gives would be such an event again.
            Misfit.when(event.event().startsWith("Points "), "/event", ProgrammeFault.EVENT_OF_POINTS, "");
            Misfit.outside(points, 1, MOST_POINTS, "/points");
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
