package io.waterwheel.wecom.moment;

import static io.waterwheel.wecom.generated.Tables.GUIDE;
import static io.waterwheel.wecom.generated.Tables.MOMENT;
import static io.waterwheel.wecom.generated.Tables.MOMENT_GUIDE;
import static io.waterwheel.wecom.generated.Tables.TAG_LINK;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.ForbiddenWords;
import io.waterwheel.wecom.WecomProblem;
import io.waterwheel.wecom.account.WecomAccounts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Moments: written down whole, with every guide, before the call is made.
@Component
public class MomentDesk {

    private static final int MOST_NAME = 100;
    private static final int MOST_TAGS = 100;

    /// WeCom doc path/95094.
    private static final int MOST_TEXT = 2_000;

    private final DSLContext database;
    private final WecomAccounts accounts;
    private final ForbiddenWords forbidden;
    private final AuditTrail audit;
    private final MomentTiming timing;
    private final InstantSource clock;

    MomentDesk(
            DSLContext database,
            WecomAccounts accounts,
            ForbiddenWords forbidden,
            AuditTrail audit,
            MomentTiming timing,
            InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.forbidden = forbidden;
        this.audit = audit;
        this.timing = timing;
        this.clock = clock;
    }

    /// @return its id
    /// @throws Problem `wecom-not-configured`, `invalid`
    @Transactional
    public long create(Brand brand, NewMoment asked) {
        accounts.get(brand);
        Map<String, Boolean> guides = guides(brand, asked.guides());
        Map<String, String> tags = tags(brand, asked.tags());
        check(brand, asked, guides, tags);
        Instant now = clock.instant();
        Instant start = asked.startAt() == null || asked.startAt().isBefore(now) ? now : asked.startAt();
        Long id = database.insertInto(MOMENT)
                .set(MOMENT.BRAND_ID, brand.id().value())
                .set(MOMENT.REQUEST_KEY, asked.key())
                .set(MOMENT.NAME, asked.name().strip())
                .set(MOMENT.WORDS, asked.words().strip())
                .set(MOMENT.TAGS, tags.values().toArray(String[]::new))
                .set(MOMENT.STATE, "planned")
                .set(MOMENT.START_AT, start)
                .set(MOMENT.DUE_AT, start)
                .set(MOMENT.CREATED_AT, now)
                .set(MOMENT.CREATED_BY, Actor.current().name())
                .onConflictDoNothing()
                .returning(MOMENT.ID)
                .fetchOptional(MOMENT.ID)
                .orElse(null);
        if (id == null) {
            return database.select(MOMENT.ID)
                    .from(MOMENT)
                    .where(MOMENT.BRAND_ID.eq(brand.id().value()))
                    .and(MOMENT.REQUEST_KEY.eq(asked.key()))
                    .fetchSingle(MOMENT.ID);
        }
        RowSet rows = new RowSet(MOMENT_GUIDE.GUIDE, MOMENT_GUIDE.STATE, MOMENT_GUIDE.REASON, MOMENT_GUIDE.AT);
        guides.forEach((guide, active) ->
                rows.row(guide, active ? "planned" : "failed", active ? null : "guide-left", active ? null : now));
        RowSet.Given given = rows.as("given");
        database.insertInto(
                        MOMENT_GUIDE,
                        MOMENT_GUIDE.MOMENT_NO,
                        MOMENT_GUIDE.GUIDE,
                        MOMENT_GUIDE.STATE,
                        MOMENT_GUIDE.REASON,
                        MOMENT_GUIDE.AT)
                .select(DSL.select(
                                DSL.val(id),
                                given.field(MOMENT_GUIDE.GUIDE),
                                given.field(MOMENT_GUIDE.STATE),
                                given.field(MOMENT_GUIDE.REASON),
                                given.field(MOMENT_GUIDE.AT))
                        .from(given.table()))
                .execute();
        audit.record("moment.create", "moment/" + id, Map.of("brand", brand.key(), "guides", guides.size()));
        return id;
    }

    /// @return by userid, whether they are still there; without any named, all who are
    private Map<String, Boolean> guides(Brand brand, List<String> asked) {
        Map<String, Boolean> guides = new HashMap<>();
        database.select(GUIDE.USERID, GUIDE.ACTIVE)
                .from(GUIDE)
                .where(GUIDE.BRAND_ID.eq(brand.id().value()))
                .and(asked.isEmpty() ? GUIDE.ACTIVE.isTrue() : GUIDE.USERID.eq(DSL.any(asked.toArray(String[]::new))))
                .forEach(row -> guides.put(row.value1(), row.value2()));
        return guides;
    }

    /// @return WeCom's ids by ours
    private Map<String, String> tags(Brand brand, List<String> asked) {
        Map<String, String> tags = new HashMap<>();
        if (asked.isEmpty()) {
            return tags;
        }
        database.select(TAG_LINK.TAG_ID, TAG_LINK.WECOM_ID)
                .from(TAG_LINK)
                .where(TAG_LINK.BRAND_ID.eq(brand.id().value()))
                .and(TAG_LINK.GIVEN_UP.isFalse())
                .and(DSL.cast(TAG_LINK.TAG_ID, String.class).in(asked))
                .forEach(row -> tags.put(row.value1().toString(), row.value2()));
        return tags;
    }

    private void check(Brand brand, NewMoment asked, Map<String, Boolean> guides, Map<String, String> tags) {
        Problem problem = new Problem(KernelProblem.INVALID);
        if (asked.key() == null || asked.key().isBlank() || asked.key().length() > MOST_NAME) {
            problem.outside("/key", "length", 1, MOST_NAME);
        }
        if (asked.name() == null
                || asked.name().isBlank()
                || asked.name().strip().length() > MOST_NAME) {
            problem.outside("/name", "length", 1, MOST_NAME);
        }
        String words = asked.words() == null ? "" : asked.words().strip();
        if (words.isEmpty() || words.codePointCount(0, words.length()) > MOST_TEXT) {
            problem.outside("/words", "length", 1, MOST_TEXT);
        }
        if (forbidden.in(brand, words)) {
            problem.at("/words", "sensitive-word", new Text("内容里有敏感词", "the words have a sensitive word in them"));
        }
        if (guides.isEmpty() || guides.size() > timing.guides()) {
            problem.outside("/guides", "size", 1, timing.guides());
        }
        asked.guides().stream()
                .filter(guide -> !guides.containsKey(guide))
                .findFirst()
                .ifPresent(guide ->
                        problem.at("/guides", "unknown", new Text("没有这位导购：" + guide, "there is no guide " + guide)));
        if (asked.tags().size() > MOST_TAGS) {
            problem.outside("/tags", "size", 0, MOST_TAGS);
        }
        asked.tags().stream()
                .filter(tag -> !tags.containsKey(tag))
                .findFirst()
                .ifPresent(tag -> problem.at(
                        "/tags",
                        "unknown",
                        new Text("标签 " + tag + " 没有同步到企业微信", "tag " + tag + " is not a corp tag in WeCom")));
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
    }

    /// Nothing more is asked of guides; what was published stays. A call that may be under way is found out
    /// first.
    ///
    /// @throws Problem `not-found`, `moment-over`
    @Transactional
    public void cancel(Brand brand, long id) {
        var moment = database.selectFrom(MOMENT)
                .where(MOMENT.ID.eq(id))
                .and(MOMENT.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "moment " + id));
        if (moment.getEndedAt() != null || moment.getCancelled()) {
            throw new Problem(WecomProblem.MOMENT_OVER);
        }
        Instant now = clock.instant();
        moment.setCancelled(true);
        if (moment.getState().equals("planned")) {
            moment.setState("ended");
            moment.setEndedAt(now);
            moment.setDueAt(null);
            database.update(MOMENT_GUIDE)
                    .set(MOMENT_GUIDE.STATE, "cancelled")
                    .set(MOMENT_GUIDE.AT, now)
                    .where(MOMENT_GUIDE.MOMENT_NO.eq(id))
                    .and(MOMENT_GUIDE.STATE.eq("planned"))
                    .execute();
        } else if (moment.getState().equals("created")) {
            moment.setDueAt(now);
        }
        moment.store();
        audit.record("moment.cancel", "moment/" + id, Map.of("brand", brand.key()));
    }
}
