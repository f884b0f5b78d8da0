package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import io.waterwheel.access.Brand;
import io.waterwheel.warehouse.Warehouse;
import java.util.List;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/// Whose friends in WeCom a brand's customers are or were, those with the most friends first.
@Component
public class GuideValues {

    private static final int MOST_GUIDES = 500;
    private static final Field<Integer> FRIENDS = field(name("friends"), Integer.class);

    private final Warehouse warehouse;

    GuideValues(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /// @param guide the guide's user id in WeCom
    /// @param count customers who are or were their friends
    public record GuideValue(String guide, long count) {}

    public List<GuideValue> of(Brand brand) {
        return warehouse.read(context -> context.select(GUIDE, count().as(FRIENDS))
                .from(FRIEND)
                .where(BRAND_ID.eq(inline(brand.id().value())))
                .groupBy(GUIDE)
                .orderBy(count().desc(), GUIDE)
                .limit(MOST_GUIDES)
                .fetch(row -> new GuideValue(row.value1(), row.value2())));
    }
}
