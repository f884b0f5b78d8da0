package io.waterwheel.loyalty.marketplace;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What names a buyer. The log decides who that is, as for every other event.
@Component
class BuyerNames {

    private static final String SOURCE = "marketplace";

    private final EventLog log;
    private final InstantSource clock;

    BuyerNames(EventLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /// The same name that orders of the marketplace bring.
    static Identifier buyer(Shop shop, String account) {
        return new Identifier(IdentifierKind.BUYER_ID, shop.dialect().code() + ":" + account);
    }

    /// Says that all these name one person.
    ///
    /// @return whose they are now
    CustomerNo identified(Shop shop, List<Identifier> names) {
        EventLog.Appended appended = log.append(List.of(new NewEvent(
                        shop.brand().id(),
                        SOURCE,
                        "identified/" + UUID.randomUUID(),
                        EventNames.IDENTIFIED,
                        clock.instant(),
                        new Subject.Identified(names),
                        "{}",
                        "{}")))
                .getFirst();
        if (appended instanceof EventLog.Appended.Written written && written.customer() != null) {
            return written.customer();
        }
        throw new IllegalStateException("somebody identified is somebody");
    }
}
