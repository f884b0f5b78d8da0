package io.waterwheel.touch.policy;

import static io.waterwheel.touch.generated.Tables.BROADCAST;
import static io.waterwheel.touch.generated.Tables.BROADCAST_SET;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.touch.Purpose;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.springframework.stereotype.Component;

/// The room in caps that planned broadcasts keep for their recipients until these are written to.
///
/// A broadcast that is being planned leaves room to plans of its own and of higher priority; one that is being
/// sent, and a single message, only to plans of higher priority, so that two plans do not block each other. A
/// plan keeps room as long after planning as the cap looks back, so that one that is never started does not
/// keep it for ever.
@Component
class PlannedRoom {

    private final DSLContext database;

    PlannedRoom(DSLContext database) {
        this.database = database;
    }

    /// @param everyone of a plan that has not been started: all its recipients; null: look each one up
    record Plan(
            long broadcast,
            ChannelKind channel,
            Purpose purpose,
            Instant plannedAt,
            @Nullable ImmutableRoaringBitmap everyone) {

        boolean keepsRoomIn(Limit limit) {
            return limit.counts(channel, purpose) && plannedAt.isAfter(limit.since());
        }
    }

    /// @param planning whether plans of the same priority keep room too
    List<Plan> before(Occasion occasion, boolean planning) {
        Condition before = planning
                ? BROADCAST.PRIORITY.ge((short) occasion.priority())
                : BROADCAST.PRIORITY.gt((short) occasion.priority());
        if (occasion.broadcast() != null) {
            before = before.and(BROADCAST.ID.ne(occasion.broadcast()));
        }
        Condition set = BROADCAST_SET
                .BROADCAST_ID
                .eq(BROADCAST.ID)
                .and(BROADCAST_SET.KIND.eq("treated"))
                .and(BROADCAST.STATE.in("planned", "awaiting", "approved"));
        return database.select(
                        BROADCAST.ID, BROADCAST.CHANNEL, BROADCAST.PURPOSE, BROADCAST.PLANNED_AT, BROADCAST_SET.MEMBERS)
                .from(BROADCAST)
                .leftJoin(BROADCAST_SET)
                // Millions are asked about while planning; a few while sending, and then a set is more to read.
                .on(planning ? set : DSL.falseCondition())
                .where(BROADCAST.BRAND_ID.eq(occasion.brand().id().value()))
                .and(BROADCAST.STATE.in("planned", "awaiting", "approved", "sending", "paused"))
                .and(BROADCAST.PLANNED_AT.isNotNull())
                .and(before)
                .fetch(row -> new Plan(
                        row.value1(),
                        ChannelKind.of(row.value2()),
                        Purpose.of(row.value3()),
                        row.value4(),
                        row.value5() == null ? null : new ImmutableRoaringBitmap(ByteBuffer.wrap(row.value5()))));
    }

    /// Who of these customers waits in which plan. Those whose call is written down are contacts already.
    Map<Long, RoaringBitmap> waiting(List<Plan> plans, int[] customers) {
        Map<Long, RoaringBitmap> waiting = new HashMap<>();
        List<Long> lookedUp = new ArrayList<>();
        for (Plan plan : plans) {
            ImmutableRoaringBitmap everyone = plan.everyone();
            if (everyone == null) {
                lookedUp.add(plan.broadcast());
                continue;
            }
            RoaringBitmap some = new RoaringBitmap();
            for (int customer : customers) {
                if (everyone.contains(customer)) {
                    some.add(customer);
                }
            }
            waiting.put(plan.broadcast(), some);
        }
        if (!lookedUp.isEmpty()) {
            lookUp(lookedUp, customers, waiting);
        }
        return waiting;
    }

    private void lookUp(List<Long> broadcasts, int[] customers, Map<Long, RoaringBitmap> waiting) {
        Integer[] numbers = Arrays.stream(customers).boxed().toArray(Integer[]::new);
        database.select(RECIPIENT.BROADCAST_ID, RECIPIENT.CUSTOMER_NO)
                .from(RECIPIENT)
                .where(RECIPIENT.BROADCAST_ID.eq(DSL.any(broadcasts.toArray(Long[]::new))))
                .and(RECIPIENT.CUSTOMER_NO.eq(DSL.any(numbers)))
                .and(RECIPIENT.STATE.eq("pending"))
                .and(RECIPIENT.DISPATCH_ID.isNull())
                .forEach(row -> waiting.computeIfAbsent(row.value1(), id -> new RoaringBitmap())
                        .add(row.value2()));
    }
}
