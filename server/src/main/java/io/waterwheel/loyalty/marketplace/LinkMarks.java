package io.waterwheel.loyalty.marketplace;

import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_LINK;

import java.time.Instant;
import java.util.Collection;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Marks bound members whose marketplaces are to be told.
public final class LinkMarks {

    private LinkMarks() {}

    /// @param customers whose points or tier changed, bound or not
    public static void changed(DSLContext transaction, Collection<Integer> customers, Instant at) {
        MarketLinks.changed(
                transaction,
                MARKETPLACE_LINK.CUSTOMER_NO.eq(
                        DSL.any(customers.stream().distinct().toArray(Integer[]::new))),
                at);
    }
}
