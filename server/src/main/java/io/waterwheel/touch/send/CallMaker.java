package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.access.Brand;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.broadcast.BroadcastRow;
import io.waterwheel.touch.broadcast.Personalisation;
import io.waterwheel.touch.broadcast.Personalised;
import io.waterwheel.touch.broadcast.Remaining;
import io.waterwheel.touch.policy.Occasion;
import io.waterwheel.touch.policy.PolicyGate;
import io.waterwheel.touch.policy.Suppressed;
import io.waterwheel.touch.policy.Verdict;
import io.waterwheel.touch.template.MessageTemplate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Turns waiting recipients into calls and writes those down, in one transaction: policy asked once more,
/// sender and text found, equal ones put together.
@Component
class CallMaker {

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final WaitingRecipients waiting;
    private final MergedRecipients merged;
    private final PolicyGate gate;
    private final Personalisation personalisation;
    private final SenderRoom senders;
    private final CallWriter writer;

    CallMaker(
            DSLContext database,
            TransactionOperations transactions,
            WaitingRecipients waiting,
            MergedRecipients merged,
            PolicyGate gate,
            Personalisation personalisation,
            SenderRoom senders,
            CallWriter writer) {
        this.database = database;
        this.transactions = transactions;
        this.waiting = waiting;
        this.merged = merged;
        this.gate = gate;
        this.personalisation = personalisation;
        this.senders = senders;
        this.writer = writer;
    }

    /// What was claimed and what became of it.
    ///
    /// @param claimed how many recipients were looked at; 0 when none is left
    record Made(int claimed, List<PlannedCall> calls) {

        static final Made NOTHING = new Made(0, List.of());
    }

    /// @param heldOnly only those whose own quiet hours have ended
    Made next(Brand brand, BroadcastRow broadcast, Channel channel, MessageTemplate template, boolean heldOnly) {
        return Objects.requireNonNull(transactions.execute(status -> {
            RoaringBitmap found = waiting.claim(broadcast.id(), channel.promise(), heldOnly);
            if (found.isEmpty()) {
                return Made.NOTHING;
            }
            RoaringBitmap claimed = merged.follow(broadcast.id(), found);
            Occasion occasion =
                    new Occasion(brand, broadcast.channel(), broadcast.purpose(), broadcast.priority(), broadcast.id());
            Verdict verdict = gate.send(occasion, claimed);
            List<Personalised> people = personalisation.of(
                    brand,
                    channel,
                    broadcast.purpose(),
                    template,
                    verdict.allowed().clone(),
                    verdict);
            SenderRoom.Split split = senders.of(brand, broadcast.channel(), CallGroups.of(people, channel.promise()));
            split.over()
                    .forEach(group ->
                            group.forEach(one -> verdict.suppress(one.customer().value(), Suppressed.SENDER_QUOTA)));
            leaveOut(broadcast.id(), verdict);
            waiting.hold(broadcast.id(), verdict.held());
            Matter matter = new Matter(
                    Errand.of(broadcast),
                    broadcast.purpose(),
                    broadcast.template().linkUrl(),
                    null,
                    Map.of());
            return new Made(found.getCardinality(), writer.write(channel, matter, split.within()));
        }));
    }

    private void leaveOut(long broadcast, Verdict verdict) {
        verdict.suppressed().forEach((reason, customers) -> {
            Integer[] numbers = customers.stream().boxed().toArray(Integer[]::new);
            boolean textual = switch (reason) {
                case TEMPLATE_UNRESOLVED, TEXT_TOO_LONG, SENSITIVE_WORD -> true;
                case NOT_REACHABLE,
                        NO_CONSENT,
                        SUPPRESSION_LIST,
                        CONTROL_GROUP,
                        QUIET_PREFERENCE,
                        FREQUENCY_CAP,
                        PLATFORM_QUOTA,
                        NO_SENDER,
                        SENDER_QUOTA -> false;
            };
            database.update(RECIPIENT)
                    .set(RECIPIENT.STATE, Remaining.unlessCarried(textual ? "failed" : "cancelled"))
                    .set(RECIPIENT.REASON, reason.code())
                    .where(RECIPIENT.BROADCAST_ID.eq(broadcast))
                    .and(RECIPIENT.CUSTOMER_NO.eq(DSL.any(numbers)))
                    .execute();
        });
    }
}
