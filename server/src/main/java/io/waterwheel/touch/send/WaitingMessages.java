package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.MESSAGE;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.touch.ChannelPromise;
import io.waterwheel.touch.Purpose;
import io.waterwheel.touch.generated.tables.records.MessageRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Single messages that no call has been written down for. Everything here is within the caller's transaction.
@Component
class WaitingMessages {

    private static final int SINGLES = 200;
    private static final int SHARED = 2_000;
    private static final int EXPIRING = 5_000;
    static final String REFUSED_FOR_NOW = "refused-for-now";
    static final Duration LONGEST_REST = Duration.ofSeconds(60);
    private static final TypeReference<Map<String, Map<String, String>>> VALUES = new TypeReference<>() {};

    private static final Comparator<MessageRecord> LARGER_FIRST =
            Comparator.comparing(MessageRecord::getPriority).reversed().thenComparing(MessageRecord::getId);

    private final DSLContext database;
    private final Customers customers;
    private final InstantSource clock;
    private final Vault vault;
    private final JsonMapper json;

    WaitingMessages(DSLContext database, Customers customers, InstantSource clock, Vault vault, JsonMapper json) {
        this.database = database;
        this.customers = customers;
        this.clock = clock;
        this.vault = vault;
        this.json = json;
    }

    /// @param values of the request
    record Waiting(
            long id,
            CustomerNo customer,
            long template,
            Purpose purpose,
            int priority,
            Map<String, Map<String, String>> values) {}

    /// Locks the next ones that are due, at most one of each customer: of several the one with the largest
    /// priority, so that it takes the room a cap leaves. Relies on the indexes message_due and
    /// message_of_customer.
    ///
    /// @param probe only one, to see whether the channel works again
    List<Waiting> claim(Errand errand, ChannelPromise promise, boolean probe) {
        int most = probe ? 1 : promise.sharedText() ? Math.min(SHARED, promise.mostPerCall()) : SINGLES;
        Condition due = free(errand).and(MESSAGE.DUE_AT.le(clock.instant()));
        List<MessageRecord> found = new ArrayList<>(database.selectFrom(MESSAGE)
                .where(due)
                .orderBy(MESSAGE.DUE_AT, MESSAGE.ID)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch());
        if (found.isEmpty()) {
            return List.of();
        }
        Integer[] owners =
                found.stream().map(MessageRecord::getCustomerNo).distinct().toArray(Integer[]::new);
        found.addAll(database.selectFrom(MESSAGE)
                .where(due)
                .and(MESSAGE.CUSTOMER_NO.eq(DSL.any(owners)))
                .and(MESSAGE.ID.ne(
                        DSL.all(found.stream().map(MessageRecord::getId).toArray(Long[]::new))))
                .forUpdate()
                .skipLocked()
                .fetch());
        follow(found);
        Map<Integer, MessageRecord> first = new HashMap<>();
        found.forEach(row -> first.merge(
                row.getCustomerNo(), row, (one, other) -> LARGER_FIRST.compare(one, other) <= 0 ? one : other));
        return first.values().stream().sorted(LARGER_FIRST).map(this::waiting).toList();
    }

    /// Merges move messages; after a separation one may stand under a number that is somebody else's by now.
    private void follow(List<MessageRecord> found) {
        List<CustomerNo> numbers = found.stream()
                .map(row -> new CustomerNo(row.getCustomerNo()))
                .distinct()
                .toList();
        Map<CustomerNo, CustomerNo> current = customers.current(numbers);
        for (MessageRecord row : found) {
            CustomerNo number = new CustomerNo(row.getCustomerNo());
            CustomerNo owner = current.getOrDefault(number, number);
            if (!owner.equals(number)) {
                row.setCustomerNo(owner.value());
                row.store();
            }
        }
    }

    private Waiting waiting(MessageRecord row) {
        String sealed = row.getSealedValues();
        return new Waiting(
                row.getId(),
                new CustomerNo(row.getCustomerNo()),
                row.getTemplateId(),
                Purpose.of(row.getPurpose()),
                row.getPriority(),
                sealed == null ? Map.of() : json.readValue(vault.open(sealed), VALUES));
    }

    /// Those that are no use any more. Relies on the index message_expiring.
    List<Long> expiring(Errand errand) {
        return database.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(free(errand))
                .and(MESSAGE.NOT_AFTER.le(clock.instant()))
                .limit(EXPIRING)
                .forUpdate()
                .skipLocked()
                .fetch(MESSAGE.ID);
    }

    private static Condition free(Errand errand) {
        return MESSAGE.BRAND_ID
                .eq(errand.brand().value())
                .and(MESSAGE.CHANNEL.eq(errand.channel().code()))
                .and(MESSAGE.STATE.eq(DSL.inline("pending")))
                .and(MESSAGE.DISPATCH_ID.isNull());
    }

    /// Not before then.
    ///
    /// @param why a code people are told
    void hold(Collection<Long> messages, Instant until, String why) {
        if (!messages.isEmpty()) {
            database.update(MESSAGE)
                    .set(MESSAGE.DUE_AT, until)
                    .set(MESSAGE.WAITS, why)
                    .where(MESSAGE.ID.eq(DSL.any(messages.toArray(Long[]::new))))
                    .and(MESSAGE.STATE.eq("pending"))
                    .execute();
        }
    }

    /// Their calls were refused for now: 1, 2, 4 … 60 seconds, at least as long as the channel asks for.
    void restLonger(Collection<Long> dispatches, Duration asked) {
        Field<Double> seconds = DSL.field(
                "greatest({0}, least({1}, power(2, {2})))",
                Double.class,
                DSL.val((double) asked.toSeconds()),
                DSL.val((double) LONGEST_REST.toSeconds()),
                MESSAGE.TRIES);
        database.update(MESSAGE)
                .set(
                        MESSAGE.DUE_AT,
                        DSL.field("{0} + {1} * interval '1 second'", Instant.class, DSL.val(clock.instant()), seconds))
                .set(MESSAGE.TRIES, DSL.least(MESSAGE.TRIES.plus(1), DSL.val((short) 30)))
                .set(MESSAGE.WAITS, REFUSED_FOR_NOW)
                .where(MESSAGE.DISPATCH_ID.eq(DSL.any(dispatches.toArray(Long[]::new))))
                .and(MESSAGE.STATE.eq("pending"))
                .execute();
    }
}
