package io.waterwheel.loyalty.points;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/// What is told of points that expire soon: once for each account and day, however often it is written.
@Component
class ExpiryEvents {

    private final InstantSource clock;

    ExpiryEvents(InstantSource clock) {
        this.clock = clock;
    }

    /// @param opened   the number the account was opened under
    /// @param customer whose it is
    /// @param day      on which the points are lost
    NewEvent of(Brand brand, CustomerNo opened, CustomerNo customer, LocalDate day, long points) {
        long days = ChronoUnit.DAYS.between(brand.dayOf(clock.instant()), day);
        return new NewEvent(
                brand.id(),
                EntryEvents.SOURCE,
                "expiring:" + opened + ":" + day,
                EventNames.POINTS_EXPIRING,
                clock.instant(),
                new Subject.Known(customer),
                "{\"points\":" + points + ",\"expires_on\":\"" + day + "\",\"days\":" + days + "}",
                "{}");
    }
}
