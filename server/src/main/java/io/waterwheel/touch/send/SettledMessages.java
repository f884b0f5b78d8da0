package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.MESSAGE;

import io.micrometer.core.instrument.MeterRegistry;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.touch.MessageState;
import io.waterwheel.touch.MessagesSettled;
import io.waterwheel.touch.MessagesSettled.Settled;
import io.waterwheel.touch.Purpose;
import io.waterwheel.touch.policy.Contacts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Settles messages that no call will be made for, and tells those who asked what became of any. Within the
/// caller's transaction.
@Component
public class SettledMessages {

    private static final String CONNECTION_LOST = "connection-lost";

    private final DSLContext database;
    private final Contacts contacts;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final MeterRegistry meters;

    SettledMessages(
            DSLContext database,
            Contacts contacts,
            ApplicationEventPublisher events,
            InstantSource clock,
            MeterRegistry meters) {
        this.database = database;
        this.contacts = contacts;
        this.events = events;
        this.clock = clock;
        this.meters = meters;
    }

    void suppressed(Errand errand, List<Long> messages, String reason) {
        settle(errand, any(messages), MessageState.SUPPRESSED, DSL.val(reason));
        meters.counter("touch.suppressed", "reason", reason).increment(messages.size());
    }

    void failed(Errand errand, List<Long> messages, String reason) {
        settle(errand, any(messages), MessageState.FAILED, DSL.val(reason));
    }

    /// The reason is what the message waited for last, if it did.
    void expired(Errand errand, List<Long> messages) {
        settle(errand, any(messages), MessageState.EXPIRED, MESSAGE.WAITS);
    }

    public void withdrawn(Errand errand, Condition which) {
        settle(errand, which, MessageState.WITHDRAWN, DSL.val(null, MESSAGE.REASON));
    }

    /// Those that were taken back while their calls, which turned out not to have been made, were under way. All
    /// are locked first, so that whoever takes one back at this very moment is waited for, and seen.
    void withdrawnMeanwhile(Errand errand, Condition ofCalls) {
        database.select(MESSAGE.ID).from(MESSAGE).where(ofCalls).forUpdate().execute();
        withdrawn(errand, ofCalls.and(MESSAGE.WITHDRAW_ASKED));
    }

    private void settle(Errand errand, Condition which, MessageState state, Field<String> reason) {
        maybeCarried(errand, which);
        List<Settled> told = database.update(MESSAGE)
                .set(MESSAGE.STATE, MessageStates.code(state))
                .set(MESSAGE.REASON, reason)
                .set(People.MESSAGES.settledAt(clock.instant()))
                .where(which)
                .and(MESSAGE.STATE.eq("pending"))
                .returning(MESSAGE.KEY, MESSAGE.CUSTOMER_NO, MESSAGE.REASON)
                .fetch(row -> new Settled(row.getKey(), new CustomerNo(row.getCustomerNo()), state, row.getReason()));
        publish(errand.brand(), told);
    }

    /// A call for them was left without an answer, and there will be no other: nobody knows. They count as written to.
    private void maybeCarried(Errand errand, Condition which) {
        Instant now = clock.instant();
        List<Settled> told = new ArrayList<>();
        Map<Purpose, List<Contacts.Called>> reached = new EnumMap<>(Purpose.class);
        database.update(MESSAGE)
                .set(MESSAGE.STATE, MessageStates.code(MessageState.UNKNOWN))
                .set(MESSAGE.REASON, CONNECTION_LOST)
                .set(MESSAGE.SENT_AT, now)
                .set(People.MESSAGES.settledAt(now))
                .where(which)
                .and(MESSAGE.STATE.eq("pending"))
                .and(MESSAGE.MAYBE_CARRIED)
                .returning(MESSAGE.KEY, MESSAGE.CUSTOMER_NO, MESSAGE.PURPOSE)
                .forEach(row -> {
                    CustomerNo customer = new CustomerNo(row.getCustomerNo());
                    told.add(new Settled(row.getKey(), customer, MessageState.UNKNOWN, CONNECTION_LOST));
                    reached.computeIfAbsent(Purpose.of(row.getPurpose()), purpose -> new ArrayList<>())
                            .add(new Contacts.Called(customer, Contacts.NO_CALL));
                });
        reached.forEach((purpose, customers) -> contacts.write(errand.brand(), errand.channel(), purpose, customers));
        publish(errand.brand(), told);
    }

    /// Tells of messages that a call settled.
    void tell(BrandId brand, Condition which) {
        List<Settled> told = new ArrayList<>();
        database.select(MESSAGE.KEY, MESSAGE.CUSTOMER_NO, MESSAGE.STATE, MESSAGE.REASON)
                .from(MESSAGE)
                .where(which)
                .forEach(row -> MessageStates.of(row.value3())
                        .ifPresent(state -> told.add(
                                new Settled(row.value1(), new CustomerNo(row.value2()), state, row.value4()))));
        publish(brand, told);
    }

    private void publish(BrandId brand, List<Settled> told) {
        if (!told.isEmpty()) {
            events.publishEvent(new MessagesSettled(brand, told));
        }
    }

    private static Condition any(List<Long> messages) {
        return MESSAGE.ID.eq(DSL.any(messages.toArray(Long[]::new)));
    }
}
