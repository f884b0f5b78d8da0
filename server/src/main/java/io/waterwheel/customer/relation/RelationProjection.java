package io.waterwheel.customer.relation;

import static io.waterwheel.customer.generated.Tables.RELATION;

import io.waterwheel.customer.RecentlySeen;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.Projection;
import io.waterwheel.kernel.postgres.RowSet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// First and last seen, and since when a member: whoever is named by a member number is one from the first time on.
@Component
@Order(1)
class RelationProjection implements Projection {

    private final RecentlySeen recently = new RecentlySeen();

    private record Key(BrandId brand, CustomerNo customer) {}

    private record Seen(
            Instant first, Instant last, @Nullable Instant member) {

        Seen with(Seen other) {
            return new Seen(
                    earlier(first, other.first),
                    last.isAfter(other.last) ? last : other.last,
                    member == null ? other.member : other.member == null ? member : earlier(member, other.member));
        }

        private static Instant earlier(Instant a, Instant b) {
            return a.isBefore(b) ? a : b;
        }
    }

    @Override
    public void apply(DSLContext transaction, List<LoggedEvent> events) {
        Map<Key, Seen> seen = new LinkedHashMap<>();
        for (LoggedEvent event : events) {
            CustomerNo customer = event.customer();
            if (customer != null && !EventNames.withoutCustomer(event.name()) && recently.mayChange(event, customer)) {
                boolean member = event.identifiedBy().contains(IdentifierKind.MEMBER_NO);
                seen.merge(
                        new Key(event.brand(), customer),
                        new Seen(event.at(), event.at(), member ? event.at() : null),
                        Seen::with);
            }
        }
        if (!seen.isEmpty()) {
            write(transaction, seen);
        }
    }

    @Override
    public void forget() {
        recently.forget();
    }

    private static void write(DSLContext transaction, Map<Key, Seen> seen) {
        RowSet rows = new RowSet(
                RELATION.BRAND_ID,
                RELATION.CUSTOMER_NO,
                RELATION.FIRST_SEEN_AT,
                RELATION.LAST_SEEN_AT,
                RELATION.MEMBER_SINCE);
        seen.forEach((key, value) ->
                rows.row(key.brand.value(), key.customer.value(), value.first, value.last, value.member));
        RowSet.Given given = rows.as("given");
        var first = DSL.excluded(RELATION.FIRST_SEEN_AT);
        var last = DSL.excluded(RELATION.LAST_SEEN_AT);
        var member = DSL.excluded(RELATION.MEMBER_SINCE);
        transaction
                .insertInto(
                        RELATION,
                        RELATION.BRAND_ID,
                        RELATION.CUSTOMER_NO,
                        RELATION.FIRST_SEEN_AT,
                        RELATION.LAST_SEEN_AT,
                        RELATION.MEMBER_SINCE)
                .select(DSL.select(
                                given.field(RELATION.BRAND_ID),
                                given.field(RELATION.CUSTOMER_NO),
                                given.field(RELATION.FIRST_SEEN_AT),
                                given.field(RELATION.LAST_SEEN_AT),
                                given.field(RELATION.MEMBER_SINCE))
                        .from(given.table())
                        // Asked first, because a conflict locks its row, and a lock is a write, even if nothing
                        // changes.
                        .whereNotExists(DSL.selectOne()
                                .from(RELATION)
                                .where(RELATION.BRAND_ID.eq(given.field(RELATION.BRAND_ID)))
                                .and(RELATION.CUSTOMER_NO.eq(given.field(RELATION.CUSTOMER_NO)))
                                .and(RELATION.FIRST_SEEN_AT.le(given.field(RELATION.FIRST_SEEN_AT)))
                                .and(RELATION.LAST_SEEN_AT.ge(grain(given.field(RELATION.LAST_SEEN_AT))))
                                .and(given.field(RELATION.MEMBER_SINCE)
                                        .isNull()
                                        .or(RELATION.MEMBER_SINCE.le(given.field(RELATION.MEMBER_SINCE))))))
                .onConflict(RELATION.BRAND_ID, RELATION.CUSTOMER_NO)
                .doUpdate()
                .set(RELATION.FIRST_SEEN_AT, DSL.least(RELATION.FIRST_SEEN_AT, first))
                .set(RELATION.LAST_SEEN_AT, DSL.greatest(RELATION.LAST_SEEN_AT, last))
                .set(RELATION.MEMBER_SINCE, DSL.least(RELATION.MEMBER_SINCE, member))
                .execute();
    }

    private static Field<Instant> grain(Field<Instant> lastSeen) {
        return DSL.field(
                "{0} - {1}", Instant.class, lastSeen, DSL.inline(DayToSecond.valueOf(RecentlySeen.SEEN_GRAIN)));
    }
}
