package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.language.LifecycleStage;
import io.waterwheel.segment.scoring.RfmScores;
import io.waterwheel.segment.scoring.SalesYear;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// Leaves about where buyers stand: among the other buyers, or in their own time between purchases.
final class StageScan {

    /// The brand's cycle counts as so many of a customer's own.
    private static final long PRIOR = 3;

    /// The brand's cycle while nobody has bought on two days.
    private static final long FIRST_CYCLE = 90;

    private static final Table<Record> LIVES = table(name("lives"));
    private static final Table<Record> CYCLE = table(name("cycle"));
    private static final Field<LocalDate> FIRST_DAY = field(name("first_day"), LocalDate.class);
    private static final Field<LocalDate> LAST_DAY = field(name("last_day"), LocalDate.class);

    /// Between a customer's purchases.
    private static final Field<Long> GAPS = field(name("gaps"), Long.class);

    /// Days and gaps of all the brand's customers.
    private static final Field<Long> ALL_DAYS = field(name("all_days"), Long.class);

    private static final Field<Long> ALL_GAPS = field(name("all_gaps"), Long.class);

    private final DSLContext context;
    private final BrandId brand;

    StageScan(DSLContext context, BrandId brand) {
        this.context = context;
        this.brand = brand;
    }

    RoaringBitmap rfm(Leaf.Rfm asked) {
        SalesYear year = SalesYear.of(context, brand, asked.today());
        return CustomerSet.of(context.select(RfmScores.CUSTOMER)
                .from(RfmScores.among(brand, year, asked.cuts()))
                .where(among(RfmScores.R, asked.r()), among(RfmScores.F, asked.f()), among(RfmScores.M, asked.m())));
    }

    private static Condition among(Field<Integer> score, @Nullable List<Integer> scores) {
        return scores == null ? noCondition() : score.in(scores);
    }

    /// A customer's cycle is (3 × the brand's + days from first to last purchase) ÷ (3 + times between): what is
    /// expected of it, seen from the brand's. Compared without dividing, so that nothing is rounded. Days count and
    /// not orders: what is bought on one day is one purchase.
    RoaringBitmap lifecycle(Leaf.Lifecycle asked) {
        Table<?> days = selectDistinct(CUSTOMER_NO, DAY)
                .from(ORDERS)
                .where(BRAND_ID.eq(inline(brand.value())), CUSTOMER_NO.isNotNull(), AMOUNT.gt(inline(0L)))
                .asTable("days");
        var lives = select(
                        CUSTOMER_NO,
                        min(DAY).as(FIRST_DAY),
                        max(DAY).as(LAST_DAY),
                        count().minus(inline(1)).cast(Long.class).as(GAPS))
                .from(days)
                .groupBy(CUSTOMER_NO);
        Field<Long> gaps = sum(GAPS).cast(Long.class);
        var cycle = select(
                        when(
                                        gaps.gt(inline(0L)),
                                        sum(between(LAST_DAY, FIRST_DAY)).cast(Long.class))
                                .otherwise(inline(FIRST_CYCLE))
                                .as(ALL_DAYS),
                        when(gaps.gt(inline(0L)), gaps).otherwise(inline(1L)).as(ALL_GAPS))
                .from(LIVES);
        return CustomerSet.of(context.with(LIVES.getName())
                .as(lives)
                .with(CYCLE.getName())
                .as(cycle)
                .select(CUSTOMER_NO)
                .from(LIVES)
                .crossJoin(CYCLE)
                .where(or(asked.stages().stream()
                        .map(stage -> in(stage, asked.today(), asked.cycleDays()))
                        .toList())));
    }

    private static Condition in(LifecycleStage stage, LocalDate today, @Nullable Integer cycleDays) {
        Condition first = ago(FIRST_DAY, today, 1, cycleDays);
        return switch (stage) {
            case PROSPECT -> throw new IllegalArgumentException("who did not buy is in no scan of orders");
            case NEW -> first;
            case ACTIVE -> first.not().and(ago(LAST_DAY, today, 1, cycleDays));
            case COOLING -> ago(LAST_DAY, today, 1, cycleDays).not().and(ago(LAST_DAY, today, 2, cycleDays));
            case SILENT -> ago(LAST_DAY, today, 2, cycleDays).not().and(ago(LAST_DAY, today, 3, cycleDays));
            case LOST -> ago(LAST_DAY, today, 3, cycleDays).not();
        };
    }

    /// Whether a day is at most so many cycles ago.
    private static Condition ago(Field<LocalDate> day, LocalDate today, long cycles, @Nullable Integer cycleDays) {
        Field<Long> since = between(inline(today), day);
        if (cycleDays != null) {
            return since.le(inline(cycles * cycleDays));
        }
        Field<Long> own = between(LAST_DAY, FIRST_DAY).mul(ALL_GAPS);
        return since.mul(GAPS.plus(inline(PRIOR)))
                .mul(ALL_GAPS)
                .le(ALL_DAYS.mul(inline(PRIOR)).plus(own).mul(inline(cycles)));
    }

    private static Field<Long> between(Field<LocalDate> late, Field<LocalDate> early) {
        return localDateDiff(late, early).cast(Long.class);
    }
}
