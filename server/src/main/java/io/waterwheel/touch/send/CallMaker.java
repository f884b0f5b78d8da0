package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.event.CopyRows;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.touch.Call;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.ChannelPromise;
import io.waterwheel.touch.broadcast.BroadcastRow;
import io.waterwheel.touch.broadcast.Personalisation;
import io.waterwheel.touch.broadcast.Personalised;
import io.waterwheel.touch.link.ShortLinks;
import io.waterwheel.touch.policy.PolicyGate;
import io.waterwheel.touch.policy.Purpose;
import io.waterwheel.touch.policy.Verdict;
import io.waterwheel.touch.template.MessageTemplate;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Turns waiting recipients into calls and writes those down, in one transaction: policy asked once more, sender and
/// text found, equal ones put together, a short link for each call or each recipient.
@Component
class CallMaker {

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final Dispatches dispatches;
    private final MergedRecipients merged;
    private final PolicyGate gate;
    private final Personalisation personalisation;
    private final ShortLinks links;
    private final InstantSource clock;

    CallMaker(
            DSLContext database,
            TransactionOperations transactions,
            Dispatches dispatches,
            MergedRecipients merged,
            PolicyGate gate,
            Personalisation personalisation,
            ShortLinks links,
            InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.dispatches = dispatches;
        this.merged = merged;
        this.gate = gate;
        this.personalisation = personalisation;
        this.links = links;
        this.clock = clock;
    }

    /// What was claimed and what became of it.
    ///
    /// @param claimed how many recipients were looked at; 0 when none is left
    record Made(int claimed, List<PlannedCall> calls) {}

    Made next(Brand brand, BroadcastRow broadcast, Channel channel, MessageTemplate template) {
        return Objects.requireNonNull(transactions.execute(status -> {
            RoaringBitmap found = dispatches.claim(broadcast.id(), channel.promise());
            if (found.isEmpty()) {
                return new Made(0, List.of());
            }
            RoaringBitmap claimed = merged.follow(broadcast.id(), found);
            Verdict verdict = gate.send(brand, broadcast.channel(), broadcast.purpose(), claimed, broadcast.id());
            List<Personalised> people = personalisation.of(
                    brand, channel, broadcast.purpose(), template, verdict.allowed().clone(), verdict);
            leaveOut(broadcast.id(), verdict);
            List<List<Personalised>> groups = CallGroups.of(people, channel.promise());
            return new Made(found.getCardinality(), write(brand, broadcast, channel, groups));
        }));
    }

    private void leaveOut(long broadcast, Verdict verdict) {
        verdict.suppressed().forEach((reason, customers) -> {
            Integer[] numbers = customers.stream().boxed().toArray(Integer[]::new);
            boolean textual = switch (reason) {
                case TEMPLATE_UNRESOLVED, TEXT_TOO_LONG, SENSITIVE_WORD -> true;
                case NOT_REACHABLE, NO_CONSENT, QUIET_PREFERENCE, FREQUENCY_CAP, NO_SENDER -> false;
            };
            database.update(RECIPIENT)
                    .set(RECIPIENT.STATE, textual ? "failed" : "cancelled")
                    .set(RECIPIENT.REASON, reason.code())
                    .where(RECIPIENT.BROADCAST_ID.eq(broadcast))
                    .and(RECIPIENT.CUSTOMER_NO.eq(DSL.any(numbers)))
                    .execute();
        });
    }

    private List<PlannedCall> write(
            Brand brand, BroadcastRow broadcast, Channel channel, List<List<Personalised>> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        ChannelPromise promise = channel.promise();
        boolean linked = broadcast.template().linkUrl() != null;
        boolean leaving = promise.leaveByLink() && broadcast.purpose() == Purpose.MARKETING;
        List<Long> ids = database.select(DSL.field("nextval('touch.dispatch_id_seq')", Long.class))
                .from(DSL.generateSeries(1, groups.size()))
                .fetch(row -> row.value1());
        RowSet rows = new RowSet(DISPATCH.ID, DISPATCH.SENDER, DISPATCH.CODE, DISPATCH.SIZE);
        RowSet members = new RowSet(RECIPIENT.CUSTOMER_NO, RECIPIENT.DISPATCH_ID, RECIPIENT.ADDRESS);
        CopyRows linkRows = new CopyRows();
        boolean anyLink = false;
        Instant now = clock.instant();
        List<PlannedCall> calls = new ArrayList<>();
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
                    linkRows.column(code)
                            .column(brand.id().value())
                            .column(broadcast.id())
                            .column(id)
                            .column(promise.sharedText() ? null : one.customer().toString())
                            .column(broadcast.template().linkUrl())
                            .column(now)
                            .end();
                }
                leave = leaving && code != null ? URI.create(links.url(code) + "/leave") : leave;
                recipients.add(to(broadcast, one, code));
                members.row(
                        one.customer().value(),
                        id,
                        promise.reports() ? one.route().address() : null);
            }
            rows.row(id, group.getFirst().route().sender(), common, group.size());
            calls.add(new PlannedCall(id, call(broadcast, id, promise, group.getFirst(), recipients, leave)));
        }
        insert(brand, broadcast, rows.as("given"));
        assign(broadcast.id(), members.as("given"));
        if (anyLink) {
            linkRows.send(
                    database,
                    "touch.link (code, brand_id, broadcast_id, dispatch_id, customer_no, target, created_at)");
        }
        return calls;
    }

    private Call.To to(BroadcastRow broadcast, Personalised one, @Nullable String code) {
        return new Call.To(
                one.customer(),
                one.route().address(),
                CallKeys.message(broadcast.id(), one.customer()),
                code == null ? one.text() : one.text().replace(links.placeholder(), links.url(code)));
    }

    private static Call call(
            BroadcastRow broadcast,
            long dispatch,
            ChannelPromise promise,
            Personalised first,
            List<Call.To> recipients,
            @Nullable URI leave) {
        return new Call(
                promise.keyedByCall()
                        ? CallKeys.call(broadcast.id(), dispatch)
                        : recipients.getFirst().key(),
                first.route().sender(),
                first.subject(),
                recipients.getFirst().text(),
                recipients,
                leave);
    }

    private void insert(Brand brand, BroadcastRow broadcast, RowSet.Given given) {
        database.insertInto(
                        DISPATCH,
                        DISPATCH.ID,
                        DISPATCH.SENDER,
                        DISPATCH.CODE,
                        DISPATCH.SIZE,
                        DISPATCH.BRAND_ID,
                        DISPATCH.BROADCAST_ID,
                        DISPATCH.CHANNEL,
                        DISPATCH.STATE)
                .select(DSL.select(
                                given.field(DISPATCH.ID),
                                given.field(DISPATCH.SENDER),
                                given.field(DISPATCH.CODE),
                                given.field(DISPATCH.SIZE),
                                DSL.val(brand.id().value()),
                                DSL.val(broadcast.id()),
                                DSL.val(broadcast.channel().code()),
                                DSL.val("ready"))
                        .from(given.table()))
                .execute();
    }

    private void assign(long broadcast, RowSet.Given given) {
        database.update(RECIPIENT)
                .set(RECIPIENT.DISPATCH_ID, given.field(RECIPIENT.DISPATCH_ID))
                .set(RECIPIENT.ADDRESS, given.field(RECIPIENT.ADDRESS))
                .from(given.table())
                .where(RECIPIENT.BROADCAST_ID.eq(broadcast))
                .and(RECIPIENT.CUSTOMER_NO.eq(given.field(RECIPIENT.CUSTOMER_NO)))
                .execute();
    }
}
