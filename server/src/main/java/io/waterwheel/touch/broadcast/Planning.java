package io.waterwheel.touch.broadcast;

import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerChunk;
import io.waterwheel.kernel.Lanes;
import io.waterwheel.kernel.OneAhead;
import io.waterwheel.kernel.event.CopyRows;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.Charged;
import io.waterwheel.touch.Cost;
import io.waterwheel.touch.Purpose;
import io.waterwheel.touch.Wording;
import io.waterwheel.touch.policy.Verdict;
import io.waterwheel.touch.template.MessageTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Writes a plan down: recipients in batches, sets as bitmaps, and the figures.
@Component
class Planning {

    private static final int BATCH = 10_000;
    private static final int DELETE_BATCH = 50_000;
    private static final String COLUMNS = "touch.recipient (broadcast_id, customer_no, state, sender, text_key)";

    private final DSLContext database;
    private final Personalisation personalisation;
    private final CustomerSets sets;
    private final BroadcastRows rows;

    Planning(DSLContext database, Personalisation personalisation, CustomerSets sets, BroadcastRows rows) {
        this.database = database;
        this.personalisation = personalisation;
        this.sets = sets;
        this.rows = rows;
    }

    /// Forgets what an earlier planning wrote. Nothing of it has been sent: only a planned broadcast can be planned.
    void clear(long broadcast) {
        int deleted;
        do {
            deleted = database.deleteFrom(RECIPIENT)
                    .where(RECIPIENT.BROADCAST_ID.eq(broadcast))
                    .and(RECIPIENT.CUSTOMER_NO.in(database.select(RECIPIENT.CUSTOMER_NO)
                            .from(RECIPIENT)
                            .where(RECIPIENT.BROADCAST_ID.eq(broadcast))
                            .limit(DELETE_BATCH)))
                    .execute();
        } while (deleted == DELETE_BATCH);
    }

    /// Forgets a plan altogether.
    void forget(long broadcast) {
        clear(broadcast);
        sets.replace(broadcast, Map.of());
    }

    /// Finds sender and text of everyone allowed, moves those without under their reason, splits the rest and writes
    /// the treated as recipients.
    Planned write(
            JobRun run, Brand brand, BroadcastRow broadcast, Channel channel, MessageTemplate text, Verdict verdict) {
        HoldoutSplit split = new HoldoutSplit(broadcast.salt(), broadcast.id(), broadcast.holdoutPercent());
        Wording wording = channel.wording(brand, broadcast.purpose() == Purpose.MARKETING);
        RoaringBitmap treated = new RoaringBitmap();
        RoaringBitmap holdout = new RoaringBitmap();
        LongAdder units = new LongAdder();
        LongAdder done = new LongAdder();
        RoaringBitmap asked = verdict.allowed().clone();
        long total = asked.getCardinality();
        try (OneAhead writing = new OneAhead("broadcast-rows")) {
            // One batch is looked up while the texts of the one before are made and those before it written.
            Lanes.each(
                    1,
                    CustomerChunk.batches(asked, BATCH),
                    batch -> personalisation.lookUp(brand, channel, text, RoaringBitmap.bitmapOf(batch)),
                    known -> {
                        run.checkStop();
                        CopyRows copy = new CopyRows();
                        for (Personalised one :
                                personalisation.plan(brand, channel, broadcast.purpose(), text, known, verdict)) {
                            int customer = one.customer().value();
                            if (split.isHeldOut(customer)) {
                                holdout.add(customer);
                            } else {
                                treated.add(customer);
                                units.add(wording.units(one.text()));
                                copy.column(broadcast.id())
                                        .column(customer)
                                        .column("pending")
                                        .column(one.route().sender())
                                        .column(one.textKey())
                                        .end();
                            }
                        }
                        writing.then(() -> copy.send(database, COLUMNS));
                        done.add(known.batch().getCardinality());
                        run.progress(done.sum(), total, null);
                    });
        }
        return new Planned(treated, holdout, units.sum());
    }

    void keep(
            Brand brand,
            BroadcastRow broadcast,
            Channel channel,
            MessageTemplate text,
            RoaringBitmap members,
            Verdict verdict,
            Planned planned) {
        Map<String, RoaringBitmap> all = new LinkedHashMap<>();
        all.put(CustomerSets.TREATED, planned.treated());
        all.put(CustomerSets.HOLDOUT, planned.holdout());
        verdict.suppressed().forEach((reason, set) -> all.put(CustomerSets.SUPPRESSED + reason.code(), set));
        sets.replace(broadcast.id(), all);
        CallCount count = CallCount.of(database, broadcast.id(), channel.promise());
        List<Suppression> suppressed = new ArrayList<>();
        verdict.suppressed()
                .forEach((reason, set) -> suppressed.add(new Suppression(reason.code(), set.getCardinality())));
        rows.plan(
                broadcast.id(),
                new BroadcastPlan(
                        members.getCardinality(),
                        planned.holdout().getCardinality(),
                        planned.treated().getCardinality(),
                        suppressed,
                        count.calls(),
                        count.senders(),
                        cost(brand, broadcast, channel, planned),
                        PlanWarnings.of(channel.promise(), text, broadcast, planned, count)));
    }

    private static @Nullable Cost cost(Brand brand, BroadcastRow broadcast, Channel channel, Planned planned) {
        Charged by = channel.promise().charged();
        return by == Charged.NOTHING
                ? null
                : Cost.of(
                        by,
                        planned.units(),
                        channel.wording(brand, broadcast.purpose() == Purpose.MARKETING)
                                .price());
    }
}
