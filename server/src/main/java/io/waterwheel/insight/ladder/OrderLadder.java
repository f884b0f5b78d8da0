package io.waterwheel.insight.ladder;

import static io.waterwheel.insight.data.Columns.*;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lead;
import static org.jooq.impl.DSL.median;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;

import io.waterwheel.access.Brand;
import io.waterwheel.insight.data.Answers;
import io.waterwheel.insight.ladder.Ladder.LadderStep;
import io.waterwheel.warehouse.Warehouse;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/// Numbers every buyer's orders by time and looks for the next one: one window scan.
@Component
public class OrderLadder {

    private static final int STEPS = 10;
    private static final double SECONDS_A_DAY = 86_400;

    private static final Field<Integer> STEP = field(name("step"), Integer.class);
    private static final Field<LocalDateTime> NEXT = field(name("next_paid_at"), LocalDateTime.class);

    private final Warehouse warehouse;
    private final Answers<Ladder> answers;

    OrderLadder(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.answers = new Answers<>(warehouse);
    }

    public Ladder of(Brand brand) {
        return answers.of(brand, context -> new Ladder(steps(context, brand), warehouse.dataAt()));
    }

    private static List<LadderStep> steps(DSLContext context, Brand brand) {
        Field<BigDecimal> seconds = field("extract(epoch from ({0} - {1}))", BigDecimal.class, NEXT, PAID_AT);
        return context.select(STEP, count(), count(NEXT), median(seconds))
                .from(select(
                                rowNumber()
                                        .over()
                                        .partitionBy(CUSTOMER_NO)
                                        .orderBy(PAID_AT, POSITION)
                                        .as(STEP),
                                lead(PAID_AT)
                                        .over()
                                        .partitionBy(CUSTOMER_NO)
                                        .orderBy(PAID_AT, POSITION)
                                        .as(NEXT),
                                PAID_AT)
                        .from(ORDERS)
                        .where(at(brand), CUSTOMER_NO.isNotNull())
                        .asTable("numbered"))
                .where(STEP.le(inline(STEPS)))
                .groupBy(STEP)
                .orderBy(STEP)
                .fetch(row -> new LadderStep(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        (double) row.value3() / row.value2(),
                        row.value4() == null ? null : row.value4().doubleValue() / SECONDS_A_DAY));
    }
}
