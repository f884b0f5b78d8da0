package io.waterwheel.touch.policy;

import static io.waterwheel.touch.generated.Tables.CONTACT;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.CustomerChunk;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.touch.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Who was written to and when. A contact is written with its call, before the call is made, and taken back
/// when it turns out that nobody was reached: so at any moment, after a kill too, everything that was or may
/// have been sent counts.
@Component
public class Contacts {

    /// Of the advisory lock, see [#lock].
    private static final int LOCK = 0x707C;

    /// No cap looks back further than a year.
    private static final Duration KEPT = Duration.ofDays(366);

    private final DSLContext database;
    private final InstantSource clock;

    Contacts(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Lets nobody else count and write the brand's contacts until the transaction ends: two senders at the
    /// same moment cannot both take the last room in a cap.
    public void lock(BrandId brand) {
        database.execute("select pg_advisory_xact_lock({0}, {1})", DSL.inline(LOCK), DSL.inline((int) brand.value()));
    }

    /// Writes contacts down, in the caller's transaction.
    public void write(BrandId brand, ChannelKind channel, Purpose purpose, List<Called> calls) {
        Instant now = clock.instant();
        RowSet rows = new RowSet(CONTACT.CUSTOMER_NO, CONTACT.DISPATCH_ID);
        calls.forEach(one -> rows.row(one.customer().value(), one.dispatch()));
        if (rows.isEmpty()) {
            return;
        }
        RowSet.Given given = rows.as("given");
        database.insertInto(
                        CONTACT,
                        CONTACT.BRAND_ID,
                        CONTACT.CUSTOMER_NO,
                        CONTACT.GIVEN_NO,
                        CONTACT.CHANNEL,
                        CONTACT.PURPOSE,
                        CONTACT.AT,
                        CONTACT.DISPATCH_ID)
                .select(DSL.select(
                                DSL.val(brand.value()),
                                given.field(CONTACT.CUSTOMER_NO),
                                given.field(CONTACT.CUSTOMER_NO),
                                DSL.val(channel.code()),
                                DSL.val(purpose.code()),
                                DSL.val(now),
                                given.field(CONTACT.DISPATCH_ID))
                        .from(given.table()))
                .execute();
    }

    /// In the place of a call that is not kept any more.
    public static final long NO_CALL = 0;

    /// @param dispatch the call that is to reach the customer
    public record Called(CustomerNo customer, long dispatch) {}

    /// Takes back what turned out not to have reached anybody. Relies on the index contact_of_dispatch.
    public void forget(Collection<Long> dispatches) {
        if (!dispatches.isEmpty()) {
            database.deleteFrom(CONTACT)
                    .where(CONTACT.DISPATCH_ID.eq(DSL.any(dispatches.toArray(Long[]::new))))
                    .execute();
        }
    }

    /// The same for some of a call's recipients.
    public void forget(long dispatch, Integer[] customers) {
        if (customers.length > 0) {
            database.deleteFrom(CONTACT)
                    .where(CONTACT.DISPATCH_ID.eq(dispatch))
                    .and(CONTACT.CUSTOMER_NO.eq(DSL.any(customers)).or(CONTACT.GIVEN_NO.eq(DSL.any(customers))))
                    .execute();
        }
    }

    /// How often each of these customers was written to, by limit: `counts[limit][i]` belongs to
    /// the customer at place `i`. One index-only scan of contact_of_customer, whatever the number of limits.
    int[][] counts(BrandId brand, CustomerChunk customers, List<Limit> limits) {
        int[][] counts = new int[limits.size()][customers.numbers().length];
        List<Field<Integer>> columns = new ArrayList<>();
        columns.add(CONTACT.CUSTOMER_NO);
        Instant earliest = Instant.MAX;
        for (Limit limit : limits) {
            Condition counted = CONTACT.AT.gt(limit.since());
            if (limit.channel() != null) {
                counted = counted.and(CONTACT.CHANNEL.eq(limit.channel().code()));
            }
            if (limit.purpose() != null) {
                counted = counted.and(CONTACT.PURPOSE.eq(limit.purpose().code()));
            }
            columns.add(DSL.count().filterWhere(counted).as("limit" + columns.size()));
            earliest = limit.since().isBefore(earliest) ? limit.since() : earliest;
        }
        Table<?> counted = DSL.select(columns)
                .from(CONTACT)
                .where(CONTACT.BRAND_ID.eq(brand.value()))
                .and(customers.holds(CONTACT.CUSTOMER_NO))
                .and(CONTACT.AT.gt(earliest))
                .groupBy(CONTACT.CUSTOMER_NO)
                .asTable("counted");
        // As arrays, which take a fraction of the time of as many rows.
        Record row = database.select(Arrays.stream(counted.fields())
                        .map(column -> DSL.arrayAgg(column.coerce(Integer.class)))
                        .toList())
                .from(counted)
                .fetchSingle();
        Integer[] who = (Integer[]) row.get(0);
        for (int i = 0; who != null && i < limits.size(); i++) {
            Integer[] times = Objects.requireNonNull((Integer[]) row.get(i + 1));
            for (int j = 0; j < who.length; j++) {
                counts[i][customers.place(who[j])] = times[j];
            }
        }
        return counts;
    }

    /// Forgets what no cap can ask for any more.
    void sweep() {
        database.deleteFrom(CONTACT)
                .where(CONTACT.AT.lt(clock.instant().minus(KEPT)))
                .execute();
    }
}
