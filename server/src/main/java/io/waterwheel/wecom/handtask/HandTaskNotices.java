package io.waterwheel.wecom.handtask;

import static io.waterwheel.wecom.generated.Tables.HAND_TASK;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.WaterwheelProperties;
import io.waterwheel.kernel.Worker;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wecom.account.WecomCalls;
import io.waterwheel.wecom.account.WecomFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Tells guides of their tasks by an application message (应用消息, doc path/90236): one for all that came
/// meanwhile, without any customer's name. A message whose answer was lost is sent again with the same words,
/// and WeCom leaves out a repetition (`enable_duplicate_check`); told twice is better than not at all.
@Component
class HandTaskNotices extends Worker {

    private static final Logger log = LoggerFactory.getLogger(HandTaskNotices.class);

    private static final int BATCH = 500;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LATER = Duration.ofSeconds(10);
    private static final Duration MENDED = Duration.ofMinutes(2);
    private static final int REPEATED_SECONDS = 1_800;

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final Brands brands;
    private final WecomCalls calls;
    private final WaterwheelProperties properties;
    private final HandTaskTiming timing;
    private final InstantSource clock;

    HandTaskNotices(
            DSLContext database,
            TransactionOperations transactions,
            Brands brands,
            WecomCalls calls,
            WaterwheelProperties properties,
            HandTaskTiming timing,
            InstantSource clock) {
        super("wecom-hand-tasks", Duration.ofSeconds(1));
        this.database = database;
        this.transactions = transactions;
        this.brands = brands;
        this.calls = calls;
        this.properties = properties;
        this.timing = timing;
        this.clock = clock;
    }

    private record Guide(short brand, String userid) {}

    /// Some of a guide's tasks.
    private record Some(Long[] ids, long newest) {

        static Some of(List<Long> ids) {
            return new Some(
                    ids.toArray(Long[]::new),
                    ids.stream().mapToLong(Long::longValue).max().orElseThrow());
        }
    }

    @Override
    protected boolean work() {
        Map<Guide, Some> taken = take();
        taken.forEach((guide, some) -> {
            try {
                tell(guide, some);
            } catch (Problem notConnected) {
                later(some, MENDED, notConnected.type().code());
            }
        });
        return !taken.isEmpty();
    }

    /// Takes the next ones for a while; if this node dies, another finds them again. Whoever has just been
    /// told waits.
    private Map<Guide, Some> take() {
        return Objects.requireNonNull(transactions.execute(status -> {
            Instant now = clock.instant();
            Map<Guide, List<Long>> found = new LinkedHashMap<>();
            database.select(HAND_TASK.ID, HAND_TASK.BRAND_ID, HAND_TASK.GUIDE)
                    .from(HAND_TASK)
                    .where(HAND_TASK.TELL_AT.le(now))
                    .orderBy(HAND_TASK.TELL_AT)
                    .limit(BATCH)
                    .forUpdate()
                    .skipLocked()
                    .forEach(row -> found.computeIfAbsent(
                                    new Guide(row.value2(), row.value3()), guide -> new ArrayList<>())
                            .add(row.value1()));
            Map<Guide, Some> taken = new LinkedHashMap<>();
            found.forEach((guide, ids) -> {
                Some some = Some.of(ids);
                Instant free = freeAt(guide);
                if (free.isAfter(now)) {
                    tellAt(some, free);
                } else {
                    tellAt(some, now.plus(LEASE));
                    taken.put(guide, some);
                }
            });
            return taken;
        }));
    }

    private Instant freeAt(Guide guide) {
        Field<Instant> last = DSL.max(HAND_TASK.TOLD_AT);
        Instant told = database.select(last)
                .from(HAND_TASK)
                .where(HAND_TASK.BRAND_ID.eq(guide.brand()))
                .and(HAND_TASK.STATE.eq(HandTaskState.OPEN.code()))
                .and(HAND_TASK.DUE_AT.gt(clock.instant()))
                .and(HAND_TASK.GUIDE.eq(guide.userid()))
                .fetchSingle(last);
        return told == null ? Instant.EPOCH : told.plus(timing.tellEvery());
    }

    private void tellAt(Some some, Instant when) {
        database.update(HAND_TASK)
                .set(HAND_TASK.TELL_AT, when)
                .where(HAND_TASK.ID.eq(DSL.any(some.ids)))
                .and(HAND_TASK.STATE.eq(HandTaskState.OPEN.code()))
                .execute();
    }

    private void tell(Guide guide, Some some) {
        Brand brand = brands.get(new BrandId(guide.brand()));
        WxCpMessage message = WxCpMessage.TEXT()
                .toUser(guide.userid())
                .content(words(brand, guide, some))
                .build();
        message.setEnableDuplicateCheck(true);
        message.setDuplicateCheckInterval(REPEATED_SECONDS);
        try {
            calls.tryAsk(brand, wecom -> wecom.getMessageService().send(message));
            database.update(HAND_TASK)
                    .set(HAND_TASK.TOLD_AT, clock.instant())
                    .setNull(HAND_TASK.TELL_AT)
                    .setNull(HAND_TASK.TELL_PROBLEM)
                    .where(HAND_TASK.ID.eq(DSL.any(some.ids)))
                    .execute();
        } catch (WecomCalls.Failed failed) {
            settle(brand, some, failed.failure());
        }
    }

    /// The tasks stand on the phone page whether or not the guide is told; why not is shown there.
    private void settle(Brand brand, Some some, WecomFailure failure) {
        log.info("hand-tasks.untold brand={} errcode={}", brand.key(), failure.errcode());
        if (failure.passing() || !failure.certain()) {
            later(some, LATER, "wecom-" + failure.errcode());
        } else if (failure.mendable()) {
            later(some, MENDED, failure.problem().type().code());
        } else {
            database.update(HAND_TASK)
                    .setNull(HAND_TASK.TELL_AT)
                    .set(HAND_TASK.TELL_PROBLEM, "wecom-" + failure.errcode())
                    .where(HAND_TASK.ID.eq(DSL.any(some.ids)))
                    .execute();
        }
    }

    private void later(Some some, Duration pause, String why) {
        database.update(HAND_TASK)
                .set(HAND_TASK.TELL_AT, clock.instant().plus(pause))
                .set(HAND_TASK.TELL_PROBLEM, why)
                .where(HAND_TASK.ID.eq(DSL.any(some.ids)))
                .and(HAND_TASK.STATE.eq(HandTaskState.OPEN.code()))
                .execute();
    }

    /// The number of the newest task makes the words those of this telling.
    private String words(Brand brand, Guide guide, Some some) {
        return "您有 " + some.ids.length + " 条消息要发给顾客或客户群，请打开任务页复制发送，再点“已发送”：\n"
                + properties.publicUrl() + "/b/" + brand.key() + "/hand-tasks?guide=" + guide.userid() + "&upto="
                + some.newest;
    }
}
