package io.waterwheel.segment.now;

import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.segment.engine.Moment;
import io.waterwheel.segment.language.LifecycleCondition;
import io.waterwheel.segment.language.LifecycleStage;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Where one customer stands by a cycle that is the same for everybody.
final class LifecycleNow {

    private LifecycleNow() {}

    static boolean meets(LifecycleCondition asked, int cycleDays, PresentCustomer customer, Moment moment) {
        return asked.stages().contains(stage(cycleDays, customer, moment));
    }

    private static LifecycleStage stage(int cycleDays, PresentCustomer customer, Moment moment) {
        List<LocalDate> days = customer.purchases().stream()
                .filter(purchase -> !purchase.refund() && purchase.amount() > 0)
                .map(purchase -> LocalDate.ofInstant(purchase.at(), moment.zone()))
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return LifecycleStage.PROSPECT;
        }
        if (daysSince(days.getFirst(), moment) <= cycleDays) {
            return LifecycleStage.NEW;
        }
        long since = daysSince(days.getLast(), moment);
        if (since <= cycleDays) {
            return LifecycleStage.ACTIVE;
        }
        if (since <= 2L * cycleDays) {
            return LifecycleStage.COOLING;
        }
        return since <= 3L * cycleDays ? LifecycleStage.SILENT : LifecycleStage.LOST;
    }

    private static long daysSince(LocalDate day, Moment moment) {
        return ChronoUnit.DAYS.between(day, moment.today());
    }
}
