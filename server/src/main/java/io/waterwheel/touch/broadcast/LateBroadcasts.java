package io.waterwheel.touch.broadcast;

import static io.waterwheel.touch.generated.Tables.BROADCAST;
import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.lag.Late;
import io.waterwheel.kernel.lag.LateKind;
import io.waterwheel.kernel.lag.LateWork;
import io.waterwheel.kernel.web.KeptProblem;
import io.waterwheel.touch.generated.tables.records.BroadcastRecord;
import io.waterwheel.touch.policy.Policies;
import io.waterwheel.touch.policy.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Broadcasts that should get on and do not: by day nothing has got through, or the machinery paused it and waits
/// for a person. One that a person paused is late by nothing.
@Component
class LateBroadcasts implements LateWork {

    private static final Duration DAY = Duration.ofDays(1);

    private final DSLContext database;
    private final Brands brands;
    private final Policies policies;
    private final InstantSource clock;
    private final JsonMapper json;

    LateBroadcasts(DSLContext database, Brands brands, Policies policies, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.brands = brands;
        this.policies = policies;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public Set<LateKind> kinds() {
        return Set.of(LateKind.BROADCAST);
    }

    @Override
    public List<Late> late(Instant since) {
        List<Late> late = new ArrayList<>();
        List<BroadcastRecord> open = database.selectFrom(BROADCAST)
                .where(BROADCAST.STATE.eq(BroadcastState.SENDING.code()))
                .or(BROADCAST.STATE.eq(BroadcastState.PAUSED.code()).and(BROADCAST.PROBLEM.isNotNull()))
                .fetch();
        for (BroadcastRecord row : open) {
            Instant still = still(row);
            if (still != null && !still.isAfter(since)) {
                late.add(new Late(
                        new BrandId(row.getBrandId()),
                        LateKind.BROADCAST,
                        row.getId().toString(),
                        still,
                        1,
                        reason(row),
                        "/broadcasts/" + row.getId() + "?tab=progress"));
            }
        }
        return late;
    }

    /// Since when nothing has gone on that could; null while it rests, or while nobody is left to write to.
    private @Nullable Instant still(BroadcastRecord row) {
        Instant moved = latest(row.getStartedAt(), settled(row.getId()));
        if (row.getProblem() != null) {
            return moved;
        }
        Brand brand = brands.get(new BrandId(row.getBrandId()));
        QuietHours quiet = policies.of(brand).quiet();
        Instant now = clock.instant();
        if (quiet.cover(now, brand.zone()) || !somebodyWaits(row.getId(), now)) {
            return null;
        }
        return quiet.none() ? moved : latest(moved, morning(quiet, brand, now));
    }

    /// The last that became of a call; relies on the index dispatch_of_broadcast.
    private @Nullable Instant settled(long broadcast) {
        return database.select(DISPATCH.SETTLED_AT)
                .from(DISPATCH)
                .where(DISPATCH.BROADCAST_ID.eq(broadcast))
                .and(DISPATCH.SETTLED_AT.isNotNull())
                .orderBy(DISPATCH.ID.desc())
                .limit(1)
                .fetchOne(DISPATCH.SETTLED_AT);
    }

    private boolean somebodyWaits(long broadcast, Instant now) {
        return database.fetchExists(DSL.selectOne()
                .from(RECIPIENT)
                .where(RECIPIENT.BROADCAST_ID.eq(broadcast))
                .and(RECIPIENT.STATE.eq("pending"))
                .and(RECIPIENT.HELD_UNTIL.isNull().or(RECIPIENT.HELD_UNTIL.le(now))));
    }

    /// When the last quiet hours ended: what rested until then has not been still for longer.
    private static Instant morning(QuietHours quiet, Brand brand, Instant now) {
        Instant end = quiet.endAfter(now.minus(DAY), brand.zone());
        for (Instant next = end; !next.isAfter(now); next = quiet.endAfter(next, brand.zone())) {
            end = next;
        }
        return end.isAfter(now) ? now.minus(DAY) : end;
    }

    private static Instant latest(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private Text reason(BroadcastRecord row) {
        if (row.getProblem() == null) {
            return new Text("群发“" + row.getName() + "”没有进展", "the broadcast “" + row.getName() + "” does not get on");
        }
        KeptProblem stands =
                json.readValue(Objects.requireNonNull(row.getProblem()).data(), KeptProblem.class);
        return new Text(
                "群发“" + row.getName() + "”停下了：" + stands.detail().zh(),
                "the broadcast “" + row.getName() + "” has stopped: "
                        + stands.detail().en());
    }
}
