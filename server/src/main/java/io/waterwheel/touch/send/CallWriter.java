package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.MESSAGE;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.kernel.event.CopyRows;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.touch.Call;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.ChannelPromise;
import io.waterwheel.touch.Purpose;
import io.waterwheel.touch.broadcast.Personalised;
import io.waterwheel.touch.link.ShortLinks;
import io.waterwheel.touch.policy.Contacts;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes calls down before they are made: the call, whom it is for, its short link, and that they were written
/// to. Within the transaction that claimed them.
@Component
class CallWriter {

    private final DSLContext database;
    private final ShortLinks links;
    private final Contacts contacts;
    private final InstantSource clock;

    CallWriter(DSLContext database, ShortLinks links, Contacts contacts, InstantSource clock) {
        this.database = database;
        this.links = links;
        this.contacts = contacts;
        this.clock = clock;
    }

    List<PlannedCall> write(Channel channel, Matter matter, List<List<Personalised>> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        ChannelPromise promise = channel.promise();
        boolean linked = matter.linkUrl() != null;
        boolean leaving = promise.leaveByLink() && matter.purpose() == Purpose.MARKETING;
        List<Long> ids = database.select(DSL.field("nextval('touch.dispatch_id_seq')", Long.class))
                .from(DSL.generateSeries(1, groups.size()))
                .fetch(row -> row.value1());
        RowSet rows = new RowSet(DISPATCH.ID, DISPATCH.SENDER, DISPATCH.CODE, DISPATCH.SIZE);
        CopyRows linkRows = new CopyRows();
        boolean anyLink = false;
        Instant now = clock.instant();
        List<PlannedCall> calls = new ArrayList<>();
        List<Contacts.Called> called = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            List<Personalised> group = groups.get(i);
            long id = ids.get(i);
            String common = promise.sharedText() && linked ? links.newCode() : null;
            List<Call.To> recipients = new ArrayList<>(group.size());
            URI leave = null;
            for (Personalised one : group) {
                boolean first = recipients.isEmpty();
                String code = promise.sharedText() ? common : linked || leaving ? links.newCode() : null;
                if (code != null && (first || !promise.sharedText())) {
                    anyLink = true;
                    linkRows.column(code).column(matter.errand().brand().value());
                    Long broadcast = matter.errand().broadcast();
                    linkRows.column(broadcast == null ? null : broadcast.toString())
                            .column(id)
                            .column(promise.sharedText() ? null : one.customer().toString())
                            .column(matter.linkUrl())
                            .column(now)
                            .end();
                }
                leave = leaving && code != null ? URI.create(links.url(code) + "/leave") : leave;
                recipients.add(to(matter, one, code));
                called.add(new Contacts.Called(one.customer(), id));
            }
            rows.row(id, group.getFirst().route().sender(), common, group.size());
            calls.add(new PlannedCall(id, call(matter, id, promise, group.getFirst(), recipients, leave)));
        }
        insert(matter, rows.as("given"));
        assign(channel, matter, groups, ids);
        contacts.write(matter.errand().brand(), matter.errand().channel(), matter.purpose(), called);
        if (anyLink) {
            linkRows.send(
                    database,
                    "touch.link (code, brand_id, broadcast_id, dispatch_id, customer_no, target, created_at)");
        }
        return calls;
    }

    private Call.To to(Matter matter, Personalised one, @Nullable String code) {
        return new Call.To(
                one.customer(),
                one.route().address(),
                matter.messageKey(one.customer()),
                code == null ? one.text() : one.text().replace(links.placeholder(), links.url(code)));
    }

    private static Call call(
            Matter matter,
            long dispatch,
            ChannelPromise promise,
            Personalised first,
            List<Call.To> recipients,
            @Nullable URI leave) {
        return new Call(
                promise.keyedByCall()
                        ? CallKeys.call(matter.errand(), dispatch)
                        : recipients.getFirst().key(),
                first.route().sender(),
                first.subject(),
                recipients.getFirst().text(),
                recipients,
                leave);
    }

    private void insert(Matter matter, RowSet.Given given) {
        database.insertInto(
                        DISPATCH,
                        DISPATCH.ID,
                        DISPATCH.SENDER,
                        DISPATCH.CODE,
                        DISPATCH.SIZE,
                        DISPATCH.BRAND_ID,
                        DISPATCH.BROADCAST_ID,
                        DISPATCH.TEMPLATE_ID,
                        DISPATCH.CHANNEL,
                        DISPATCH.STATE)
                .select(DSL.select(
                                given.field(DISPATCH.ID),
                                given.field(DISPATCH.SENDER),
                                given.field(DISPATCH.CODE),
                                given.field(DISPATCH.SIZE),
                                DSL.val(matter.errand().brand().value()),
                                DSL.val(matter.errand().broadcast(), DISPATCH.BROADCAST_ID),
                                DSL.val(matter.template(), DISPATCH.TEMPLATE_ID),
                                DSL.val(matter.errand().channel().code()),
                                DSL.val("ready"))
                        .from(given.table()))
                .execute();
    }

    private void assign(Channel channel, Matter matter, List<List<Personalised>> groups, List<Long> ids) {
        Long broadcast = matter.errand().broadcast();
        boolean kept = channel.promise().reports();
        RowSet rows = broadcast == null
                ? new RowSet(MESSAGE.ID, MESSAGE.DISPATCH_ID, MESSAGE.ADDRESS)
                : new RowSet(RECIPIENT.CUSTOMER_NO, RECIPIENT.DISPATCH_ID, RECIPIENT.ADDRESS);
        for (int i = 0; i < groups.size(); i++) {
            for (Personalised one : groups.get(i)) {
                Object which = broadcast == null
                        ? Objects.requireNonNull(matter.messages().get(one.customer()))
                        : (Object) one.customer().value();
                rows.row(which, ids.get(i), kept ? one.route().address() : null);
            }
        }
        RowSet.Given given = rows.as("given");
        if (broadcast == null) {
            database.update(MESSAGE)
                    .set(MESSAGE.DISPATCH_ID, given.field(MESSAGE.DISPATCH_ID))
                    .set(MESSAGE.ADDRESS, given.field(MESSAGE.ADDRESS))
                    .from(given.table())
                    .where(MESSAGE.ID.eq(given.field(MESSAGE.ID)))
                    .execute();
        } else {
            database.update(RECIPIENT)
                    .set(RECIPIENT.DISPATCH_ID, given.field(RECIPIENT.DISPATCH_ID))
                    .set(RECIPIENT.ADDRESS, given.field(RECIPIENT.ADDRESS))
                    .from(given.table())
                    .where(RECIPIENT.BROADCAST_ID.eq(broadcast))
                    .and(RECIPIENT.CUSTOMER_NO.eq(given.field(RECIPIENT.CUSTOMER_NO)))
                    .execute();
        }
    }
}
