package io.waterwheel.customer.relation;

import static io.waterwheel.customer.generated.Tables.CONSENT;
import static io.waterwheel.customer.generated.Tables.TOUCHPOINT;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.consent.QuietPreferences;
import io.waterwheel.customer.relation.Reachability.Touch;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.IdentifierKind;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// By which channels one customer may be reached now, and why not by the others.
@Component
public class ReachOfCustomer {

    private static final String MARKETING = "marketing";

    private final DSLContext database;
    private final QuietPreferences quiet;
    private final InstantSource clock;

    ReachOfCustomer(DSLContext database, QuietPreferences quiet, InstantSource clock) {
        this.database = database;
        this.quiet = quiet;
        this.clock = clock;
    }

    /// @param addresses the kinds of identifier the customer has
    public List<Reachability> of(Brand brand, CustomerNo customer, Set<IdentifierKind> addresses) {
        Map<String, Touch> touch = new HashMap<>();
        database.select(TOUCHPOINT.CHANNEL, TOUCHPOINT.USABLE)
                .from(TOUCHPOINT)
                .where(TOUCHPOINT.BRAND_ID.eq(brand.id().value()))
                .and(TOUCHPOINT.CUSTOMER_NO.eq(customer.value()))
                .forEach(row -> touch.merge(
                        row.value1(),
                        row.value2() ? Touch.USABLE : Touch.ENDED,
                        (one, other) -> one == Touch.USABLE ? one : other));
        Map<String, Boolean> consent = database.select(CONSENT.CHANNEL, CONSENT.GRANTED)
                .from(CONSENT)
                .where(CONSENT.BRAND_ID.eq(brand.id().value()))
                .and(CONSENT.CUSTOMER_NO.eq(customer.value()))
                .and(CONSENT.PURPOSE.eq(MARKETING))
                .fetchMap(CONSENT.CHANNEL, CONSENT.GRANTED);
        boolean quietNow = !quiet.quiet(brand, RoaringBitmap.bitmapOf(customer.value()), clock.instant(), true)
                .isEmpty();
        return Arrays.stream(ReachChannel.values())
                .map(channel -> Reachability.judge(channel, addresses, touch, consent, quietNow))
                .toList();
    }
}
