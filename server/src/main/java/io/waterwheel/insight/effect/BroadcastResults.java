package io.waterwheel.insight.effect;

import static io.waterwheel.insight.data.Columns.*;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;

import io.waterwheel.access.Brand;
import io.waterwheel.insight.InsightProblem;
import io.waterwheel.insight.effect.BroadcastResult.Arm;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.touch.BroadcastTrial;
import io.waterwheel.touch.Broadcasts;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The result of a broadcast by intention to treat: everyone is counted on the side they were assigned to, whether
/// or
/// not a message reached them, because only the assignment was by chance.
@Component
public class BroadcastResults {

    private final Broadcasts broadcasts;
    private final Warehouse warehouse;
    private final InstantSource clock;

    BroadcastResults(Broadcasts broadcasts, Warehouse warehouse, InstantSource clock) {
        this.broadcasts = broadcasts;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    /// @throws Problem `not-found`, `broadcast-not-started`
    public BroadcastResult of(Brand brand, BroadcastId id) {
        BroadcastTrial trial = broadcasts.trial(brand, id);
        Instant from = trial.startedAt();
        if (from == null) {
            throw new Problem(InsightProblem.BROADCAST_NOT_STARTED);
        }
        Instant to = from.plus(Duration.ofDays(trial.windowDays()));
        return warehouse.read(context -> {
            ArmTable.fill(context, trial.treated(), trial.holdout());
            Map<Boolean, ArmActivity> arms = ArmActivity.of(context, brand, trial, from, to);
            ArmActivity treated = arms.get(true);
            ArmActivity holdout = arms.get(false);
            return new BroadcastResult(
                    trial.windowDays(),
                    from,
                    to,
                    warehouse.dataAt(),
                    !clock.instant().isBefore(to),
                    people(context, brand, id, EventNames.MESSAGE_SENT),
                    people(context, brand, id, EventNames.MESSAGE_DELIVERED),
                    people(context, brand, id, EventNames.LINK_CLICKED),
                    arm(treated),
                    arm(holdout),
                    Attribution.of(context, brand, id, trial.windowDays(), from, to),
                    effects(treated, holdout));
        });
    }

    private static List<Effect> effects(ArmActivity treated, ArmActivity holdout) {
        return Arrays.stream(EffectMetric.values())
                .flatMap(metric -> Effect.of(
                        metric, treated.sums().get(metric), holdout.sums().get(metric))
                        .stream())
                .toList();
    }

    private static Arm arm(ArmActivity activity) {
        return new Arm(activity.people(), activity.buyers(), activity.orders(), activity.sales());
    }

    private static long people(DSLContext context, Brand brand, BroadcastId broadcast, String event) {
        return context.select(countDistinct(CUSTOMER_NO))
                .from(EVENT)
                .where(at(brand), EVENT_NAME.eq(inline(event)), BROADCAST.eq(inline(broadcast.value())))
                .fetchSingle(0, Long.class);
    }
}
