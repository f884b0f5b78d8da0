package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How near a customer is to the brand: awareness, interest, purchase, loyalty.
///
/// @param stages one or more
/// @param days   how far back orders and reviews count; null: a year of 365 days
@Schema(name = "AiplCondition")
public record AiplCondition(
        List<AiplStage> stages,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer days) implements Condition {

    /// What customers do that shows interest: view, click, chat, cart, group, enrolment.
    public static final Set<String> INTERACTIONS = Set.of(
            "Page Viewed",
            "Screen Viewed",
            "Products Searched",
            "Product List Viewed",
            "Product Viewed",
            "Product Clicked",
            "Promotion Clicked",
            "Link Clicked",
            "Chat Message Received",
            "Product Added",
            "Product Added to Wishlist",
            "Cart Viewed",
            "Checkout Started",
            "Group Joined",
            "Member Joined");

    public static final String REVIEW = "Product Reviewed";

    private static final int YEAR = 365;
    private static final int LATELY = 90;

    public AiplCondition {
        stages = List.copyOf(stages);
        InvalidCondition.when(stages.isEmpty(), "/stages", Fault.SOME_VALUES);
        InvalidCondition.when(
                days != null && (days < 1 || days > Last.MOST_DAYS),
                "/days",
                Fault.OUT_OF_RANGE,
                "1 … " + Last.MOST_DAYS);
    }

    /// In which orders and reviews count.
    public Last window() {
        return new Last(days == null ? YEAR : days);
    }

    /// In which an interaction is recent.
    public Last lately() {
        return new Last(Math.min(LATELY, window().days()));
    }

    /// Stages in order and told once, and the days said.
    AiplCondition canonical() {
        return new AiplCondition(List.copyOf(EnumSet.copyOf(stages)), window().days());
    }
}
