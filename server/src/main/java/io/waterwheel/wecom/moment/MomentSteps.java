package io.waterwheel.wecom.moment;

import static io.waterwheel.wecom.generated.Tables.GUIDE;
import static io.waterwheel.wecom.generated.Tables.MOMENT;
import static io.waterwheel.wecom.generated.Tables.MOMENT_CUSTOMER;
import static io.waterwheel.wecom.generated.Tables.MOMENT_GUIDE;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.web.KeptProblem;
import io.waterwheel.wecom.asked.Again;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Where moments stand. Every step is one transaction that only the state before it allows:
///
/// planned → calling → making → created → ended, calling → created when it was found after a lost answer,
/// calling → planned when the call was certainly not carried, and → failed.
@Component
class MomentSteps {

    private static final int BATCH = 20;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(3);

    private final DSLContext database;
    private final JsonMapper json;
    private final InstantSource clock;

    MomentSteps(DSLContext database, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    record Due(
            long id,
            BrandId brand,
            String state,
            String words,
            List<String> tags,
            @Nullable String jobId,
            @Nullable String momentId,
            Instant startAt,
            @Nullable Instant calledAt,
            @Nullable Instant madeAt,
            int attempts,
            boolean cancelled) {}

    /// Takes the next ones; another node that looks at the same time gets others.
    @Transactional
    public List<Due> take() {
        Instant now = clock.instant();
        var due = database.selectFrom(MOMENT)
                .where(MOMENT.DUE_AT.le(now))
                .orderBy(MOMENT.DUE_AT)
                .limit(BATCH)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new Due(
                        row.getId(),
                        new BrandId(row.getBrandId()),
                        row.getState(),
                        row.getWords(),
                        List.of(row.getTags()),
                        row.getJobId(),
                        row.getMomentId(),
                        row.getStartAt(),
                        row.getCalledAt(),
                        row.getMadeAt(),
                        row.getAttempts(),
                        row.getCancelled()));
        database.update(MOMENT)
                .set(MOMENT.DUE_AT, now.plus(LEASE))
                .where(MOMENT.ID.eq(DSL.any(due.stream().map(Due::id).toArray(Long[]::new))))
                .execute();
        return due;
    }

    List<String> guides(Due moment, String state) {
        return database.select(MOMENT_GUIDE.GUIDE)
                .from(MOMENT_GUIDE)
                .where(MOMENT_GUIDE.MOMENT_NO.eq(moment.id()))
                .and(MOMENT_GUIDE.STATE.eq(state))
                .orderBy(MOMENT_GUIDE.GUIDE)
                .fetch(MOMENT_GUIDE.GUIDE);
    }

    /// How many moments of the brand were, or may have been, created since.
    int since(Due moment, Instant since) {
        return database.fetchCount(
                MOMENT, MOMENT.BRAND_ID.eq(moment.brand().value()).and(MOMENT.CALLED_AT.ge(since)));
    }

    /// Whether WeCom's moment is known to be one of ours.
    boolean known(Brand brand, String momentId) {
        return database.fetchExists(
                MOMENT, MOMENT.BRAND_ID.eq(brand.id().value()).and(MOMENT.MOMENT_ID.eq(momentId)));
    }

    /// The call is about to be made.
    ///
    /// @return whether it may be
    boolean begin(Due moment) {
        return database.update(MOMENT)
                        .set(MOMENT.STATE, "calling")
                        .set(MOMENT.CALLED_AT, clock.instant())
                        .set(MOMENT.ATTEMPTS, MOMENT.ATTEMPTS.plus(1))
                        .where(is(moment, "planned"))
                        .execute()
                == 1;
    }

    void making(Due moment, String jobId) {
        database.update(MOMENT)
                .set(MOMENT.STATE, "making")
                .set(MOMENT.JOB_ID, jobId)
                .set(MOMENT.DUE_AT, clock.instant().plus(FIRST_LOOK))
                .setNull(MOMENT.PROBLEM)
                .where(is(moment, "calling"))
                .execute();
    }

    /// WeCom has it: it waits for guides.
    ///
    /// @param refused guides WeCom does not know
    @Transactional
    public void created(Due moment, String from, String momentId, Collection<String> refused) {
        Instant now = clock.instant();
        int changed = database.update(MOMENT)
                .set(MOMENT.STATE, "created")
                .set(MOMENT.MOMENT_ID, momentId)
                .set(MOMENT.MADE_AT, now)
                .set(MOMENT.DUE_AT, now.plus(FIRST_LOOK))
                .setNull(MOMENT.PROBLEM)
                .where(is(moment, from))
                .execute();
        if (changed == 1) {
            move(moment, "planned", refused, "failed", "refused", now);
            move(moment, "planned", null, "created", null, now);
        }
    }

    @Transactional
    public void failed(Due moment, String reason) {
        Instant now = clock.instant();
        database.update(MOMENT)
                .set(MOMENT.STATE, "failed")
                .set(MOMENT.REASON, reason)
                .set(MOMENT.ENDED_AT, now)
                .setNull(MOMENT.DUE_AT)
                .setNull(MOMENT.PROBLEM)
                .where(MOMENT.ID.eq(moment.id()))
                .and(MOMENT.ENDED_AT.isNull())
                .execute();
        move(moment, "planned", null, "failed", reason, now);
        move(moment, "created", null, "failed", reason, now);
    }

    /// The call was certainly not carried: it is made again, unless the moment was cancelled meanwhile.
    ///
    /// @param why null when it is made again at once
    @Transactional
    public void back(Due moment, @Nullable Problem why, Duration least) {
        Instant now = clock.instant();
        boolean over = database.select(MOMENT.CANCELLED)
                .from(MOMENT)
                .where(MOMENT.ID.eq(moment.id()))
                .forUpdate()
                .fetchSingle(MOMENT.CANCELLED);
        database.update(MOMENT)
                .set(MOMENT.STATE, over ? "ended" : "planned")
                .setNull(MOMENT.CALLED_AT)
                .set(
                        MOMENT.DUE_AT,
                        over ? null : now.plus(why == null ? Duration.ZERO : Again.pause(moment.attempts(), least)))
                .set(MOMENT.ENDED_AT, over ? now : null)
                .set(MOMENT.PROBLEM, KeptProblem.stored(json, why))
                .where(is(moment, "calling"))
                .execute();
        if (over) {
            move(moment, "planned", null, "cancelled", null, now);
        }
    }

    /// Looks again then.
    void wait(Due moment, Instant when, @Nullable Problem why) {
        database.update(MOMENT)
                .set(MOMENT.DUE_AT, when)
                .set(MOMENT.PROBLEM, KeptProblem.stored(json, why))
                .where(MOMENT.ID.eq(moment.id()))
                .and(MOMENT.DUE_AT.isNotNull())
                .execute();
    }

    /// Takes over who has published and whom WeCom did not take.
    ///
    /// @param over whether nobody else will publish it
    @Transactional
    public void apply(
            Due moment, Collection<String> published, Collection<String> refused, boolean over, Instant next) {
        Instant now = clock.instant();
        move(moment, "created", published, "published", null, now);
        move(moment, "created", refused, "failed", "refused", now);
        if (over && moment.cancelled()) {
            move(moment, "created", null, "cancelled", null, now);
        } else if (over) {
            left(moment, now);
            move(moment, "created", null, "failed", "not-published", now);
        }
        boolean waits = database.fetchExists(
                MOMENT_GUIDE,
                MOMENT_GUIDE
                        .MOMENT_NO
                        .eq(moment.id())
                        .and(MOMENT_GUIDE.STATE.eq("created").or(unread())));
        database.update(MOMENT)
                .set(MOMENT.STATE, waits ? "created" : "ended")
                .set(MOMENT.DUE_AT, waits ? next : null)
                .set(MOMENT.ENDED_AT, waits ? null : now)
                .setNull(MOMENT.PROBLEM)
                .where(is(moment, "created"))
                .execute();
    }

    private void left(Due moment, Instant now) {
        List<String> gone = database.select(GUIDE.USERID)
                .from(GUIDE)
                .where(GUIDE.BRAND_ID.eq(moment.brand().value()))
                .and(GUIDE.ACTIVE.isFalse())
                .fetch(GUIDE.USERID);
        move(moment, "created", gone, "failed", "guide-left", now);
    }

    private static Condition unread() {
        return MOMENT_GUIDE.STATE.eq("published").and(MOMENT_GUIDE.READ_AT.isNull());
    }

    /// Guides who published it, of whom it has not been read who can see it.
    List<String> unread(Due moment, int most) {
        return database.select(MOMENT_GUIDE.GUIDE)
                .from(MOMENT_GUIDE)
                .where(MOMENT_GUIDE.MOMENT_NO.eq(moment.id()))
                .and(unread())
                .limit(most)
                .fetch(MOMENT_GUIDE.GUIDE);
    }

    /// Who can see what a guide published.
    @Transactional
    public void read(Due moment, String guide, Collection<String> people) {
        RowSet rows = new RowSet(MOMENT_CUSTOMER.EXTERNAL_USERID);
        people.stream().sorted().forEach(rows::row);
        if (!rows.isEmpty()) {
            RowSet.Given given = rows.as("given");
            database.insertInto(MOMENT_CUSTOMER, MOMENT_CUSTOMER.MOMENT_NO, MOMENT_CUSTOMER.EXTERNAL_USERID)
                    .select(DSL.select(DSL.val(moment.id()), given.field(MOMENT_CUSTOMER.EXTERNAL_USERID))
                            .from(given.table()))
                    .onConflictDoNothing()
                    .execute();
        }
        database.update(MOMENT_GUIDE)
                .set(MOMENT_GUIDE.READ_AT, clock.instant())
                .where(MOMENT_GUIDE.MOMENT_NO.eq(moment.id()))
                .and(MOMENT_GUIDE.GUIDE.eq(guide))
                .execute();
    }

    private void move(
            Due moment,
            String from,
            @Nullable Collection<String> guides,
            String to,
            @Nullable String reason,
            Instant now) {
        database.update(MOMENT_GUIDE)
                .set(MOMENT_GUIDE.STATE, to)
                .set(MOMENT_GUIDE.REASON, reason)
                .set(MOMENT_GUIDE.AT, now)
                .where(MOMENT_GUIDE.MOMENT_NO.eq(moment.id()))
                .and(MOMENT_GUIDE.STATE.eq(from))
                .and(guides == null ? DSL.noCondition() : MOMENT_GUIDE.GUIDE.eq(DSL.any(guides.toArray(String[]::new))))
                .execute();
    }

    private static Condition is(Due moment, String state) {
        return MOMENT.ID.eq(moment.id()).and(MOMENT.STATE.eq(state));
    }
}
