package io.waterwheel.wecom.tag;

import static io.waterwheel.wecom.generated.Tables.ACCOUNT;
import static io.waterwheel.wecom.generated.Tables.TAG_PUSH;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LogConsumer;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.postgres.RowSet;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Notes whose tags changed here, so that WeCom is told. Changes that came from WeCom are noted too: the person may
/// have another guide, or another account, that does not know yet; where everybody knows, no call is made.
@Component
class TagPushes implements LogConsumer {

    private final DSLContext database;
    private final Customers customers;
    private final InstantSource clock;

    TagPushes(DSLContext database, Customers customers, InstantSource clock) {
        this.database = database;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "wecom-tags";
    }

    @Override
    public void consume(DSLContext transaction, List<LoggedEvent> events) {
        Map<BrandId, Set<CustomerNo>> changed = new LinkedHashMap<>();
        for (LoggedEvent event : events) {
            CustomerNo customer = event.customer();
            if (customer != null
                    && (event.name().equals(EventNames.TAG_ADDED)
                            || event.name().equals(EventNames.TAG_REMOVED))) {
                changed.computeIfAbsent(event.brand(), _ -> new LinkedHashSet<>())
                        .add(customer);
            }
        }
        changed.forEach((brand, numbers) -> {
            if (transaction.fetchExists(ACCOUNT, ACCOUNT.BRAND_ID.eq(brand.value()))) {
                note(transaction, brand, numbers);
            }
        });
    }

    private void note(DSLContext transaction, BrandId brand, Set<CustomerNo> numbers) {
        note(
                transaction,
                brand,
                customers.addresses(ChannelKind.WECOM, numbers).values().stream()
                        .flatMap(List::stream)
                        .toList());
    }

    /// Notes people whom WeCom could not be told of.
    void note(BrandId brand, Collection<String> people) {
        note(database, brand, people);
    }

    private void note(DSLContext transaction, BrandId brand, Collection<String> people) {
        RowSet rows = new RowSet(TAG_PUSH.EXTERNAL_USERID);
        people.stream().distinct().sorted().forEach(rows::row);
        if (rows.isEmpty()) {
            return;
        }
        RowSet.Given given = rows.as("given");
        transaction
                .insertInto(TAG_PUSH, TAG_PUSH.BRAND_ID, TAG_PUSH.EXTERNAL_USERID, TAG_PUSH.DUE_AT)
                .select(DSL.select(
                                DSL.val(brand.value()),
                                given.field(TAG_PUSH.EXTERNAL_USERID),
                                DSL.val(clock.instant(), TAG_PUSH.DUE_AT))
                        .from(given.table()))
                .onConflict(TAG_PUSH.BRAND_ID, TAG_PUSH.EXTERNAL_USERID)
                .doUpdate()
                .set(TAG_PUSH.DUE_AT, DSL.excluded(TAG_PUSH.DUE_AT))
                .set(TAG_PUSH.ATTEMPTS, 0)
                .execute();
    }
}
