package io.waterwheel.kernel.event;

import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// What some customers did, read back from the log for a reader that did not care then.
@Component
public class PastEvents {

    /// Costs what these customers did since, by the index event_of_customer.
    ///
    /// @param numbers for each number that events may stand under, the customer they belong to now
    /// @param since   when it happened
    /// @param before  only what stands before this position
    /// @return in log order
    public List<LoggedEvent> of(
            DSLContext database,
            BrandId brand,
            Map<CustomerNo, CustomerNo> numbers,
            Collection<String> names,
            Instant since,
            long before) {
        return database.selectFrom(EVENT)
                .where(EVENT.CUSTOMER_NO.eq(
                        DSL.any(numbers.keySet().stream().map(CustomerNo::value).toArray(Integer[]::new))))
                .and(EVENT.BRAND_ID.eq(brand.value()))
                .and(EVENT.NAME.in(names))
                .and(EVENT.AT.ge(since))
                .and(EVENT.POSITION.lt(before))
                .and(EVENT.RETRACTED_BY.isNull())
                .orderBy(EVENT.POSITION)
                .fetch(row -> LoggedEvents.of(row, numbers));
    }
}
