package io.waterwheel.insight.rfm;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;

import io.waterwheel.insight.data.Days;
import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.Between;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.Measure;
import io.waterwheel.segment.language.Not;
import io.waterwheel.segment.language.OrdersCondition;
import io.waterwheel.segment.scoring.RfmScores;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// From where on each measure is high. Because equal buyers score equally, a group is exactly a segment of
/// these cuts.
///
/// @param recent null when no buyer scores high, for instance because all bought equally often
record CutPoints(
        @Nullable LocalDate recent,
        @Nullable Long frequent,
        @Nullable Long big) {

    static CutPoints of(DSLContext context, Table<?> scored) {
        Record3<LocalDate, Long, BigDecimal> cuts = context.select(
                        min(RfmScores.LAST_DAY).filterWhere(RfmScores.R.ge(inline(BuyerGroup.HIGH))),
                        min(RfmScores.FREQUENCY).filterWhere(RfmScores.F.ge(inline(BuyerGroup.HIGH))),
                        min(RfmScores.MONETARY).filterWhere(RfmScores.M.ge(inline(BuyerGroup.HIGH))))
                .from(scored)
                .fetchSingle();
        return new CutPoints(
                cuts.value1(),
                cuts.value2(),
                cuts.value3() == null ? null : cuts.value3().longValueExact());
    }

    Optional<Condition> segment(BuyerGroup group, Days days) {
        boolean nobody = (group.recent() && recent == null)
                || (group.frequent() && frequent == null)
                || (group.big() && big == null);
        if (nobody) {
            return Optional.empty();
        }
        Between year = new Between(days.from(), days.to());
        List<Condition> all = new ArrayList<>();
        all.add(new OrdersCondition(Measure.COUNT, Bound.AT_LEAST, 1, year));
        if (recent != null) {
            Between lately = new Between(recent, days.to());
            all.add(high(group.recent(), new OrdersCondition(Measure.COUNT, Bound.AT_LEAST, 1, lately)));
        }
        if (frequent != null) {
            all.add(high(group.frequent(), new OrdersCondition(Measure.COUNT, Bound.AT_LEAST, frequent, year)));
        }
        if (big != null) {
            all.add(high(group.big(), new OrdersCondition(Measure.SUM, Bound.AT_LEAST, big, year)));
        }
        return Optional.of(new And(all));
    }

    private static Condition high(boolean high, Condition condition) {
        return high ? condition : new Not(condition);
    }
}
