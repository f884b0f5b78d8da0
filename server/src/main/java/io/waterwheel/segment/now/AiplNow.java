package io.waterwheel.segment.now;

import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.customer.PresentCustomer.Stretch;
import io.waterwheel.segment.engine.Moment;
import io.waterwheel.segment.language.AiplCondition;
import io.waterwheel.segment.language.AiplStage;
import java.time.Instant;

/// How near one customer is to the brand.
final class AiplNow {

    private AiplNow() {}

    static boolean meets(AiplCondition asked, PresentCustomer customer, Moment moment) {
        return asked.stages().contains(stage(asked, customer, moment));
    }

    private static AiplStage stage(AiplCondition asked, PresentCustomer customer, Moment moment) {
        Stretch window = Windows.of(asked.window(), moment);
        long orders = customer.purchases().stream()
                .filter(purchase -> !purchase.refund() && purchase.amount() > 0 && window.contains(purchase.at()))
                .count();
        if (orders == 0) {
            return interested(asked, customer, moment) ? AiplStage.INTEREST : AiplStage.AWARENESS;
        }
        boolean reviews = customer.relation().memberSince() != null
                && customer.events().stream()
                        .anyMatch(event -> event.name().equals(AiplCondition.REVIEW) && window.contains(event.at()));
        return orders > 1 || reviews ? AiplStage.LOYALTY : AiplStage.PURCHASE;
    }

    private static boolean interested(AiplCondition asked, PresentCustomer customer, Moment moment) {
        Stretch lately = Windows.of(asked.lately(), moment);
        Instant joined = customer.relation().memberSince();
        return joined != null && lately.contains(joined)
                || customer.events().stream()
                        .anyMatch(event ->
                                AiplCondition.INTERACTIONS.contains(event.name()) && lately.contains(event.at()));
    }
}
