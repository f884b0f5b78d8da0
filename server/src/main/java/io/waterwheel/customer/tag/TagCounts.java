package io.waterwheel.customer.tag;

import static io.waterwheel.customer.generated.Tables.CUSTOMER_TAG;

import io.waterwheel.kernel.BrandId;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// How many customers have each tag; reads the index alone.
@Component
public class TagCounts {

    private final DSLContext database;

    TagCounts(DSLContext database) {
        this.database = database;
    }

    /// Tag → customers; tags nobody has are left out.
    public Map<Long, Long> of(BrandId brand) {
        Map<Long, Long> counts = new HashMap<>();
        database.select(CUSTOMER_TAG.TAG_ID, DSL.count())
                .from(CUSTOMER_TAG)
                .where(CUSTOMER_TAG.BRAND_ID.eq(brand.value()))
                .and(CUSTOMER_TAG.PRESENT.isTrue())
                .groupBy(CUSTOMER_TAG.TAG_ID)
                .forEach(row -> counts.put(row.value1(), row.value2().longValue()));
        return counts;
    }
}
