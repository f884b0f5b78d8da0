package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.language.TextMatch;
import io.waterwheel.segment.language.TouchpointState;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.roaringbitmap.RoaringBitmap;

/// Leaves about ways to reach customers: the friendships with some guides. Without guides it is a column of the
/// relation,
/// which [RowScan] looks at.
final class TouchpointScan {

    private final DSLContext context;
    private final Condition mine;

    TouchpointScan(DSLContext context, BrandId brand) {
        this.context = context;
        this.mine = BRAND_ID.eq(inline(brand.value()));
    }

    static Field<Boolean> column(Leaf.Reached asked) {
        String suffix = switch (asked.state()) {
            case HAS -> "_known";
            case REACHABLE -> "";
            case UNSUBSCRIBED -> "_refused";
            case LOST -> "_ended";
        };
        return field(name(asked.channel().code() + suffix), Boolean.class);
    }

    /// There are few guides, so the language chooses among all of them.
    RoaringBitmap customers(Leaf.Reached asked) {
        TextMatch match = TextMatch.of(Operator.IN, asked.guides());
        List<String> guides = context.selectDistinct(GUIDE).from(FRIEND).where(mine).fetch(0, String.class).stream()
                .filter(match)
                .toList();
        if (guides.isEmpty()) {
            return new RoaringBitmap();
        }
        Condition theirs = mine.and(GUIDE.in(guides));
        return CustomerSet.of(
                switch (asked.state()) {
                    case HAS -> context.select(CUSTOMER_NO).from(FRIEND).where(theirs);
                    case REACHABLE ->
                        context.select(CUSTOMER_NO)
                                .from(FRIEND)
                                .where(
                                        theirs,
                                        LASTS.isTrue(),
                                        CUSTOMER_NO.notIn(select(CUSTOMER_NO)
                                                .from(RELATION)
                                                .where(mine, WECOM_REFUSED.isTrue())));
                    case LOST ->
                        context.select(CUSTOMER_NO)
                                .from(FRIEND)
                                .where(theirs)
                                .groupBy(CUSTOMER_NO)
                                .having(max(when(LASTS.isTrue(), inline(1)).otherwise(inline(0)))
                                        .eq(inline(0)));
                    case UNSUBSCRIBED ->
                        throw new IllegalArgumentException(TouchpointState.UNSUBSCRIBED + " has no guides");
                });
    }
}
