package io.waterwheel.touch.broadcast;

import static io.waterwheel.touch.generated.Tables.BROADCAST;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.web.KeptProblem;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.touch.Purpose;
import io.waterwheel.touch.channel.Channels;
import io.waterwheel.touch.generated.tables.records.BroadcastRecord;
import io.waterwheel.touch.policy.ApprovalLimit;
import io.waterwheel.touch.policy.Policies;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Broadcasts as people see them.
@Component
public class BroadcastList {

    private final DSLContext database;
    private final BroadcastRows rows;
    private final Channels channels;
    private final Policies policies;
    private final BroadcastApproval approval;
    private final Forecasts forecasts;
    private final JsonMapper json;

    BroadcastList(
            DSLContext database,
            BroadcastRows rows,
            Channels channels,
            Policies policies,
            BroadcastApproval approval,
            Forecasts forecasts,
            JsonMapper json) {
        this.database = database;
        this.rows = rows;
        this.channels = channels;
        this.policies = policies;
        this.approval = approval;
        this.forecasts = forecasts;
        this.json = json;
    }

    public Broadcast get(Brand brand, BroadcastId id, Locale locale) {
        BroadcastRecord row = rows.record(brand, id);
        Progress progress = progress(row, counts(List.of(row)));
        return broadcast(
                row,
                policies.of(brand).approval(),
                progress == null ? null : progress.with(forecasts.of(brand, row, progress, guides(row))),
                locale);
    }

    public Page<Broadcast> list(Brand brand, PageRequest page, Locale locale) {
        Condition which = BROADCAST.BRAND_ID.eq(brand.id().value());
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        if (cursor != null) {
            which = which.and(BROADCAST.ID.lt(cursor.number(0)));
        }
        List<BroadcastRecord> found = database.selectFrom(BROADCAST)
                .where(which)
                .orderBy(BROADCAST.ID.desc())
                .limit(page.size() + 1)
                .fetch();
        Page<BroadcastRecord> records = Page.of(found, page.size(), row -> Cursor.of(row.getId()));
        Map<Long, Map<String, Integer>> counts = counts(records.items());
        ApprovalLimit limit = policies.of(brand).approval();
        return records.map(row -> broadcast(row, limit, progress(row, counts), locale));
    }

    /// State → people, and `clicked` → people, per broadcast; read from indexes alone.
    private Map<Long, Map<String, Integer>> counts(List<BroadcastRecord> records) {
        Long[] started = records.stream()
                .filter(row -> row.getStartedAt() != null)
                .map(BroadcastRecord::getId)
                .toArray(Long[]::new);
        Map<Long, Map<String, Integer>> counts = new HashMap<>();
        if (started.length == 0) {
            return counts;
        }
        database.select(RECIPIENT.BROADCAST_ID, RECIPIENT.STATE, DSL.count())
                .from(RECIPIENT)
                .where(RECIPIENT.BROADCAST_ID.eq(DSL.any(started)))
                .groupBy(RECIPIENT.BROADCAST_ID, RECIPIENT.STATE)
                .forEach(row -> counts.computeIfAbsent(row.value1(), id -> new HashMap<>())
                        .put(row.value2(), row.value3()));
        database.select(RECIPIENT.BROADCAST_ID, DSL.count())
                .from(RECIPIENT)
                .where(RECIPIENT.BROADCAST_ID.eq(DSL.any(started)))
                .and(RECIPIENT.CLICKED_AT.isNotNull())
                .groupBy(RECIPIENT.BROADCAST_ID)
                .forEach(row -> counts.computeIfAbsent(row.value1(), id -> new HashMap<>())
                        .put("clicked", row.value2()));
        return counts;
    }

    private Broadcast broadcast(BroadcastRecord row, ApprovalLimit limit, @Nullable Progress progress, Locale locale) {
        BroadcastPlan plan = read(row.getPlan(), BroadcastPlan.class);
        ChannelKind channel = ChannelKind.of(row.getChannel());
        KeptProblem problem = read(row.getProblem(), KeptProblem.class);
        return new Broadcast(
                Long.toString(row.getId()),
                row.getName(),
                Long.toString(row.getSegmentId()),
                row.getSegmentName(),
                Long.toString(row.getTemplateId()),
                row.getTemplateName(),
                channel,
                Purpose.of(row.getPurpose()),
                row.getHoldoutPercent().doubleValue(),
                row.getWindowDays(),
                row.getPriority(),
                BroadcastState.of(row.getState()),
                plan,
                row.getStartedAt() == null ? approval.above(limit, plan) : Set.of(),
                approval.of(row),
                progress,
                problem == null ? null : problem.body(locale),
                row.getJobId(),
                row.getCreatedAt(),
                row.getStartedAt(),
                row.getFinishedAt(),
                row.getCreatedBy());
    }

    private @Nullable Progress progress(BroadcastRecord row, Map<Long, Map<String, Integer>> all) {
        if (row.getStartedAt() == null) {
            return null;
        }
        Map<String, Integer> counts = all.getOrDefault(row.getId(), Map.of());
        int waiting = counts.getOrDefault("sent", 0);
        int delivered = counts.getOrDefault("delivered", 0);
        int pending = counts.getOrDefault("pending", 0);
        int failed = counts.getOrDefault("failed", 0);
        int unknown = counts.getOrDefault("unknown", 0);
        int cancelled = counts.getOrDefault("cancelled", 0);
        return new Progress(
                pending + waiting + delivered + failed + unknown + cancelled,
                pending,
                waiting + delivered,
                delivered,
                failed,
                unknown,
                cancelled,
                guides(row) ? waiting : 0,
                counts.getOrDefault("clicked", 0),
                null);
    }

    /// Whether somebody must confirm each call.
    private boolean guides(BroadcastRecord row) {
        return channels.find(ChannelKind.of(row.getChannel()))
                .map(found -> found.promise().perSender())
                .orElse(false);
    }

    private <T> @Nullable T read(@Nullable JSONB value, Class<T> type) {
        return value == null ? null : json.readValue(value.data(), type);
    }
}
