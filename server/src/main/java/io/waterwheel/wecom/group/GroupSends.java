package io.waterwheel.wecom.group;

import static io.waterwheel.wecom.generated.Tables.GROUP_CALL;
import static io.waterwheel.wecom.generated.Tables.GROUP_CHAT;
import static io.waterwheel.wecom.generated.Tables.GROUP_SEND;
import static io.waterwheel.wecom.generated.Tables.GROUP_SEND_CHAT;
import static io.waterwheel.wecom.generated.Tables.GUIDE;

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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Messages to groups: written down whole, with every group and what each owner will be asked for, before the
/// first call is made.
@Component
public class GroupSends {

    private static final int MOST_NAME = 100;
    private static final int MOST_GROUPS = 10_000;

    /// Of a mass message (WeCom doc path/92135).
    private static final int MOST_BYTES = 4_000;

    private final DSLContext database;
    private final WecomAccounts accounts;
    private final ForbiddenWords forbidden;
    private final AuditTrail audit;
    private final GroupTiming timing;
    private final InstantSource clock;

    GroupSends(
            DSLContext database,
            WecomAccounts accounts,
            ForbiddenWords forbidden,
            AuditTrail audit,
            GroupTiming timing,
            InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.forbidden = forbidden;
        this.audit = audit;
        this.timing = timing;
        this.clock = clock;
    }

    /// @param reason why nobody can send to it; null when somebody can
    private record Target(
            String chat, String owner, @Nullable String reason) {}

    /// @return its id
    /// @throws Problem `wecom-not-configured`, `invalid`
    @Transactional
    public long create(Brand brand, NewGroupSend asked) {
        accounts.get(brand);
        Map<String, Target> targets = targets(brand, asked.chats());
        check(brand, asked, targets);
        Instant now = clock.instant();
        Instant start = asked.startAt() == null || asked.startAt().isBefore(now) ? now : asked.startAt();
        Long id = database.insertInto(GROUP_SEND)
                .set(GROUP_SEND.BRAND_ID, brand.id().value())
                .set(GROUP_SEND.REQUEST_KEY, asked.key())
                .set(GROUP_SEND.NAME, asked.name().strip())
                .set(GROUP_SEND.WORDS, asked.words().strip())
                .set(GROUP_SEND.BY_HAND, asked.byHand())
                .set(GROUP_SEND.START_AT, start)
                .set(GROUP_SEND.DUE_AT, start.plus(timing.time()))
                .set(GROUP_SEND.CREATED_AT, now)
                .set(GROUP_SEND.CREATED_BY, Actor.current().name())
                .onConflictDoNothing()
                .returning(GROUP_SEND.ID)
                .fetchOptional(GROUP_SEND.ID)
                .orElse(null);
        if (id == null) {
            return database.select(GROUP_SEND.ID)
                    .from(GROUP_SEND)
                    .where(GROUP_SEND.BRAND_ID.eq(brand.id().value()))
                    .and(GROUP_SEND.REQUEST_KEY.eq(asked.key()))
                    .fetchSingle(GROUP_SEND.ID);
        }
        plan(brand, id, asked.chats().stream().map(targets::get).toList(), start, now);
        audit.record(
                "group-send.create",
                "group-send/" + id,
                Map.of("brand", brand.key(), "groups", asked.chats().size(), "byHand", asked.byHand()));
        return id;
    }

    private Map<String, Target> targets(Brand brand, List<String> chats) {
        Map<String, Target> targets = new LinkedHashMap<>();
        database.select(GROUP_CHAT.CHAT_ID, GROUP_CHAT.OWNER, GROUP_CHAT.OWNER_LEFT, GROUP_CHAT.ENDED_AT, GUIDE.ACTIVE)
                .from(GROUP_CHAT)
                .leftJoin(GUIDE)
                .on(GUIDE.BRAND_ID.eq(GROUP_CHAT.BRAND_ID))
                .and(GUIDE.USERID.eq(GROUP_CHAT.OWNER))
                .where(GROUP_CHAT.BRAND_ID.eq(brand.id().value()))
                .and(GROUP_CHAT.CHAT_ID.eq(DSL.any(chats.toArray(String[]::new))))
                .forEach(row -> {
                    boolean left = row.value3() || Boolean.FALSE.equals(row.value5());
                    String reason = row.value4() != null ? "not-there" : left ? "owner-left" : null;
                    targets.put(row.value1(), new Target(row.value1(), row.value2(), reason));
                });
        return targets;
    }

    private void check(Brand brand, NewGroupSend asked, Map<String, Target> targets) {
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
        if (words.isEmpty() || words.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            problem.outside("/words", "bytes", 1, MOST_BYTES);
        }
        if (forbidden.in(brand, words)) {
            problem.at("/words", "sensitive-word", new Text("内容里有敏感词", "the words have a sensitive word in them"));
        }
        if (asked.chats().isEmpty() || asked.chats().size() > MOST_GROUPS) {
            problem.outside("/chats", "size", 1, MOST_GROUPS);
        }
        asked.chats().stream()
                .filter(chat -> !targets.containsKey(chat))
                .findFirst()
                .ifPresent(chat -> problem.at(
                        "/chats",
                        "unknown",
                        new Text(
                                "没有这个群：" + chat + "，请先同步客户群",
                                "there is no group " + chat + "; synchronise the groups")));
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
    }

    private void plan(Brand brand, long send, List<Target> targets, Instant start, Instant now) {
        Map<String, List<Target>> byOwner = new LinkedHashMap<>();
        List<Target> none = new ArrayList<>();
        targets.forEach(target -> (target.reason == null
                        ? byOwner.computeIfAbsent(target.owner, owner -> new ArrayList<>())
                        : none)
                .add(target));
        List<List<Target>> pieces = new ArrayList<>();
        byOwner.values().forEach(own -> {
            for (int from = 0; from < own.size(); from += timing.perCall()) {
                pieces.add(own.subList(from, Math.min(own.size(), from + timing.perCall())));
            }
        });
        RowSet chats = new RowSet(
                GROUP_SEND_CHAT.CHAT_ID,
                GROUP_SEND_CHAT.CALL_ID,
                GROUP_SEND_CHAT.OWNER,
                GROUP_SEND_CHAT.STATE,
                GROUP_SEND_CHAT.REASON,
                GROUP_SEND_CHAT.AT);
        none.forEach(target -> chats.row(target.chat, null, target.owner, "failed", target.reason, now));
        if (!pieces.isEmpty()) {
            List<Long> ids = database.select(DSL.field("nextval('wecom.group_call_id_seq')", Long.class))
                    .from(DSL.generateSeries(1, pieces.size()))
                    .fetch(row -> row.value1());
            RowSet calls = new RowSet(GROUP_CALL.ID, GROUP_CALL.OWNER);
            for (int i = 0; i < pieces.size(); i++) {
                Long call = ids.get(i);
                calls.row(call, pieces.get(i).getFirst().owner);
                pieces.get(i).forEach(target -> chats.row(target.chat, call, target.owner, "planned", null, null));
            }
            insertCalls(brand, send, calls.as("given"), start);
        }
        RowSet.Given given = chats.as("given");
        database.insertInto(
                        GROUP_SEND_CHAT,
                        GROUP_SEND_CHAT.SEND_ID,
                        GROUP_SEND_CHAT.BRAND_ID,
                        GROUP_SEND_CHAT.CHAT_ID,
                        GROUP_SEND_CHAT.CALL_ID,
                        GROUP_SEND_CHAT.OWNER,
                        GROUP_SEND_CHAT.STATE,
                        GROUP_SEND_CHAT.REASON,
                        GROUP_SEND_CHAT.AT)
                .select(DSL.select(
                                DSL.val(send),
                                DSL.val(brand.id().value()),
                                given.field(GROUP_SEND_CHAT.CHAT_ID),
                                given.field(GROUP_SEND_CHAT.CALL_ID),
                                given.field(GROUP_SEND_CHAT.OWNER),
                                given.field(GROUP_SEND_CHAT.STATE),
                                given.field(GROUP_SEND_CHAT.REASON),
                                given.field(GROUP_SEND_CHAT.AT))
                        .from(given.table()))
                .execute();
        if (pieces.isEmpty()) {
            database.update(GROUP_SEND)
                    .set(GROUP_SEND.ENDED_AT, now)
                    .where(GROUP_SEND.ID.eq(send))
                    .execute();
        }
    }

    private void insertCalls(Brand brand, long send, RowSet.Given given, Instant start) {
        database.insertInto(
                        GROUP_CALL,
                        GROUP_CALL.ID,
                        GROUP_CALL.OWNER,
                        GROUP_CALL.SEND_ID,
                        GROUP_CALL.BRAND_ID,
                        GROUP_CALL.STATE,
                        GROUP_CALL.DUE_AT)
                .select(DSL.select(
                                given.field(GROUP_CALL.ID),
                                given.field(GROUP_CALL.OWNER),
                                DSL.val(send),
                                DSL.val(brand.id().value()),
                                DSL.val("planned"),
                                DSL.val(start, GROUP_CALL.DUE_AT))
                        .from(given.table()))
                .execute();
    }

    /// Nothing more goes out, and what no owner has confirmed yet is taken back. A call that may be under way
    /// is found out first.
    ///
    /// @throws Problem `not-found`, `group-send-over`
    @Transactional
    public void cancel(Brand brand, long id) {
        var send = database.selectFrom(GROUP_SEND)
                .where(GROUP_SEND.ID.eq(id))
                .and(GROUP_SEND.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "group send " + id));
        if (send.getEndedAt() != null || send.getCancelled()) {
            throw new Problem(WecomProblem.GROUP_SEND_OVER);
        }
        Instant now = clock.instant();
        send.setCancelled(true);
        send.store();
        Long[] never = database.update(GROUP_CALL)
                .set(GROUP_CALL.STATE, "ended")
                .setNull(GROUP_CALL.DUE_AT)
                .where(GROUP_CALL.SEND_ID.eq(id))
                .and(GROUP_CALL.STATE.eq("planned"))
                .returning(GROUP_CALL.ID)
                .fetch(GROUP_CALL.ID)
                .toArray(Long[]::new);
        database.update(GROUP_SEND_CHAT)
                .set(GROUP_SEND_CHAT.STATE, "cancelled")
                .set(GROUP_SEND_CHAT.AT, now)
                .where(GROUP_SEND_CHAT.CALL_ID.eq(DSL.any(never)))
                .and(GROUP_SEND_CHAT.STATE.eq("planned"))
                .execute();
        database.update(GROUP_CALL)
                .set(GROUP_CALL.DUE_AT, now)
                .where(GROUP_CALL.SEND_ID.eq(id))
                .and(GROUP_CALL.STATE.eq("created"))
                .execute();
        GroupCalls.endIfOver(database, id, now);
        audit.record("group-send.cancel", "group-send/" + id, Map.of("brand", brand.key()));
    }
}
