package io.waterwheel.wecom.group;

import static io.waterwheel.wecom.generated.Tables.GROUP_CALL;
import static io.waterwheel.wecom.generated.Tables.GROUP_CHAT;
import static io.waterwheel.wecom.generated.Tables.GROUP_MEMBER;
import static io.waterwheel.wecom.generated.Tables.GROUP_SEND;
import static io.waterwheel.wecom.generated.Tables.GROUP_SEND_CHAT;
import static io.waterwheel.wecom.generated.Tables.GUIDE;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.web.KeptProblem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Sends to groups as people look at them.
@Component
public class GroupSendList {

    private static final int BATCH = 10_000;

    private static final Field<Integer> ALL = DSL.count(GROUP_SEND_CHAT.CHAT_ID).as("groups");
    private static final Field<Integer> WAITING = in("planned", "created").as("waiting");
    private static final Field<Integer> CONFIRMED = in("confirmed").as("confirmed");
    private static final Field<Integer> FAILED = in("failed").as("failed");
    private static final Field<Integer> CANCELLED = in("cancelled").as("let_go");

    private final DSLContext database;
    private final Customers customers;
    private final JsonMapper json;
    private final InstantSource clock;

    GroupSendList(DSLContext database, Customers customers, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.customers = customers;
        this.json = json;
        this.clock = clock;
    }

    private static Field<Integer> in(String... states) {
        return DSL.count().filterWhere(GROUP_SEND_CHAT.STATE.in(states));
    }

    /// The newest first.
    public Page<GroupSend> list(Brand brand, PageRequest page) {
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        Condition which = cursor == null ? DSL.noCondition() : GROUP_SEND.ID.lt(cursor.number(0));
        List<GroupSend> found = sends(brand, which, page.size() + 1);
        return Page.of(found, page.size(), send -> Cursor.of(Long.parseLong(send.id())));
    }

    /// @throws Problem `not-found`
    public GroupSend get(Brand brand, long id) {
        return sends(brand, GROUP_SEND.ID.eq(id), 1).stream()
                .findFirst()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "group send " + id));
    }

    private List<GroupSend> sends(Brand brand, Condition which, int most) {
        var some = database.select(GROUP_SEND.ID)
                .from(GROUP_SEND)
                .where(GROUP_SEND.BRAND_ID.eq(brand.id().value()))
                .and(which)
                .orderBy(GROUP_SEND.ID.desc())
                .limit(most);
        return database.select(GROUP_SEND.fields())
                .select(ALL, WAITING, CONFIRMED, FAILED, CANCELLED)
                .from(GROUP_SEND)
                .leftJoin(GROUP_SEND_CHAT)
                .on(GROUP_SEND_CHAT.SEND_ID.eq(GROUP_SEND.ID))
                .where(GROUP_SEND.ID.in(some))
                .groupBy(GROUP_SEND.ID)
                .orderBy(GROUP_SEND.ID.desc())
                .fetch(this::send);
    }

    private GroupSend send(Record row) {
        return new GroupSend(
                row.get(GROUP_SEND.ID).toString(),
                row.get(GROUP_SEND.NAME),
                row.get(GROUP_SEND.WORDS),
                row.get(GROUP_SEND.BY_HAND),
                state(row),
                row.get(ALL),
                row.get(WAITING),
                row.get(CONFIRMED),
                row.get(FAILED),
                row.get(CANCELLED),
                row.get(GROUP_SEND.START_AT),
                row.get(GROUP_SEND.DUE_AT),
                row.get(GROUP_SEND.CREATED_AT),
                row.get(GROUP_SEND.CREATED_BY),
                row.get(GROUP_SEND.ENDED_AT));
    }

    private String state(Record row) {
        if (row.get(GROUP_SEND.CANCELLED)) {
            return "cancelled";
        }
        if (row.get(GROUP_SEND.ENDED_AT) != null) {
            return "done";
        }
        return row.get(GROUP_SEND.START_AT).isAfter(clock.instant()) ? "planned" : "sending";
    }

    /// The groups of a send, in the order of their ids.
    public Page<GroupSendRow> groups(Brand brand, long id, Locale locale, PageRequest page) {
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        List<GroupSendRow> found = database.select()
                .from(GROUP_SEND_CHAT)
                .join(GROUP_SEND)
                .on(GROUP_SEND.ID.eq(GROUP_SEND_CHAT.SEND_ID))
                .leftJoin(GROUP_CHAT)
                .on(GROUP_CHAT.BRAND_ID.eq(GROUP_SEND_CHAT.BRAND_ID))
                .and(GROUP_CHAT.CHAT_ID.eq(GROUP_SEND_CHAT.CHAT_ID))
                .leftJoin(GROUP_CALL)
                .on(GROUP_CALL.ID.eq(GROUP_SEND_CHAT.CALL_ID))
                .leftJoin(GUIDE)
                .on(GUIDE.BRAND_ID.eq(GROUP_SEND_CHAT.BRAND_ID))
                .and(GUIDE.USERID.eq(GROUP_SEND_CHAT.OWNER))
                .where(GROUP_SEND_CHAT.SEND_ID.eq(id))
                .and(GROUP_SEND_CHAT.BRAND_ID.eq(brand.id().value()))
                .and(cursor == null ? DSL.noCondition() : GROUP_SEND_CHAT.CHAT_ID.gt(cursor.text(0)))
                .orderBy(GROUP_SEND_CHAT.CHAT_ID)
                .limit(page.size() + 1)
                .fetch(row -> group(row, locale));
        return Page.of(found, page.size(), row -> Cursor.of(row.chatId()));
    }

    private GroupSendRow group(Record row, Locale locale) {
        Integer customers = row.get(GROUP_CHAT.CUSTOMERS);
        String name = row.get(GROUP_CHAT.NAME);
        return new GroupSendRow(
                row.get(GROUP_SEND_CHAT.CHAT_ID),
                name == null ? "" : name,
                row.get(GROUP_SEND_CHAT.OWNER),
                row.get(GUIDE.NAME),
                customers == null ? 0 : customers,
                row.get(GROUP_SEND_CHAT.STATE),
                row.get(GROUP_SEND_CHAT.REASON),
                words(row, locale),
                row.get(GROUP_SEND_CHAT.AT));
    }

    private @Nullable String words(Record row, Locale locale) {
        return switch (row.get(GROUP_SEND_CHAT.STATE)) {
            case "failed" -> GroupReasons.of(row.get(GROUP_SEND_CHAT.REASON)).in(locale);
            case "planned", "created" ->
                waits(
                        row.get(GROUP_CALL.PROBLEM),
                        row.get(GROUP_SEND_CHAT.STATE),
                        row.get(GROUP_SEND.BY_HAND),
                        row.get(GROUP_SEND.START_AT),
                        locale);
            default -> null;
        };
    }

    private String waits(@Nullable JSONB problem, String state, boolean byHand, Instant start, Locale locale) {
        if (problem != null) {
            String detail = json.readValue(problem.data(), KeptProblem.class)
                    .body(locale)
                    .detail();
            return detail == null ? "" : detail;
        }
        Text why = start.isAfter(clock.instant())
                ? new Text("等待开始时间", "waits for its time")
                : state.equals("planned")
                        ? new Text("等待发出", "waits to be sent")
                        : byHand
                                ? new Text("等待群主发送", "waits for the owner to post it")
                                : new Text("等待群主确认", "waits for the owner to confirm it");
        return why.in(locale);
    }

    /// Whom a send reached: those who were in a group when it was confirmed there.
    ///
    /// @throws Problem `not-found`
    public GroupSendReach reach(Brand brand, long id) {
        get(brand, id);
        RoaringBitmap reached = new RoaringBitmap();
        int people = 0;
        String after = "";
        while (true) {
            List<String> batch = people(brand, id, after);
            if (batch.isEmpty()) {
                return new GroupSendReach(people, reached.getCardinality());
            }
            people += batch.size();
            customers
                    .named(brand.id(), IdentifierKind.EXTERNAL_USERID, new ArrayList<>(batch))
                    .values()
                    .forEach(customer -> reached.add(customer.value()));
            after = batch.getLast();
        }
    }

    private List<String> people(Brand brand, long id, String after) {
        return database.selectDistinct(GROUP_MEMBER.EXTERNAL_USERID)
                .from(GROUP_SEND_CHAT)
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.BRAND_ID.eq(GROUP_SEND_CHAT.BRAND_ID))
                .and(GROUP_MEMBER.CHAT_ID.eq(GROUP_SEND_CHAT.CHAT_ID))
                .where(GROUP_SEND_CHAT.SEND_ID.eq(id))
                .and(GROUP_SEND_CHAT.BRAND_ID.eq(brand.id().value()))
                .and(GROUP_SEND_CHAT.STATE.eq("confirmed"))
                .and(GROUP_MEMBER.JOINED_AT.le(GROUP_SEND_CHAT.AT))
                .and(GROUP_MEMBER.LEFT_AT.isNull().or(GROUP_MEMBER.LEFT_AT.gt(GROUP_SEND_CHAT.AT)))
                .and(GROUP_MEMBER.EXTERNAL_USERID.gt(after))
                .orderBy(GROUP_MEMBER.EXTERNAL_USERID)
                .limit(BATCH)
                .fetch(GROUP_MEMBER.EXTERNAL_USERID);
    }
}
