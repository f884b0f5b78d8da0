package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.OPENING;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LogConsumer;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.DebtRule;
import io.waterwheel.loyalty.PointsCommand.Occasion;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.PointsReason;
import io.waterwheel.loyalty.generated.tables.records.OpeningRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Books the points that members had in the system before, as imports tell of them. Of several for one member
/// the one as of the latest time stands: the earlier is taken back, and the brand bears what was spent of it.
@Component
class Openings implements LogConsumer {

    private static final Logger log = LoggerFactory.getLogger(Openings.class);
    private static final PointsReason REASON = PointsReason.of("opening");
    private static final PointsReason REPLACED = PointsReason.of("opening-replaced");

    private final PointsLedger ledger;
    private final JsonMapper json;

    Openings(PointsLedger ledger, JsonMapper json) {
        this.ledger = ledger;
        this.json = json;
    }

    @Override
    public String name() {
        return "points-openings";
    }

    /// The ledger's keys are made of the events, so it does no harm that the ledger keeps what it booked when
    /// this transaction fails: the events are read again.
    @Override
    public void consume(DSLContext transaction, List<LoggedEvent> events) {
        Map<AccountId, LoggedEvent> latest = new LinkedHashMap<>();
        for (LoggedEvent event : events) {
            CustomerNo number = event.writtenUnder();
            if (event.name().equals(EventNames.POINTS_OPENED) && number != null) {
                latest.merge(
                        new AccountId(event.brand(), number),
                        event,
                        (one, other) -> other.at().isBefore(one.at()) ? one : other);
            }
        }
        if (latest.isEmpty()) {
            return;
        }
        Map<AccountId, OpeningRecord> standing = standing(transaction, latest.keySet());
        List<PointsCommand> commands = new ArrayList<>();
        List<OpeningRecord> told = new ArrayList<>();
        latest.forEach((account, event) -> {
            OpeningRecord opening = opening(account, event);
            OpeningRecord before = standing.get(account);
            if (opening != null && (before == null || before.getAsOf().isBefore(opening.getAsOf()))) {
                told.add(opening);
                if (before != null && before.getPoints() > 0) {
                    commands.add(takeBack(account, before, event.at()));
                }
                if (opening.getPoints() > 0) {
                    commands.add(new PointsCommand.Open(
                            new Occasion(account.brand(), account.opened(), opening.getKey(), event.at(), REASON),
                            new Points(opening.getPoints()),
                            null));
                }
            }
        });
        book(commands);
        keep(transaction, told);
    }

    private void book(List<PointsCommand> commands) {
        List<Booking> bookings = ledger.book(commands);
        for (int i = 0; i < bookings.size(); i++) {
            if (!(bookings.get(i) instanceof Booking.Booked)) {
                // It shows in the reconciliation of the import.
                log.warn(
                        "points.opening refused key={} why={}",
                        commands.get(i).occasion().key(),
                        bookings.get(i));
            }
        }
    }

    private static PointsCommand takeBack(AccountId account, OpeningRecord before, Instant at) {
        return new PointsCommand.TakeBack(
                new Occasion(account.brand(), account.opened(), before.getKey() + ":replaced", at, REPLACED),
                before.getKey(),
                new Points(before.getPoints()),
                DebtRule.FORGIVE);
    }

    private @Nullable OpeningRecord opening(AccountId account, LoggedEvent event) {
        long points = json.readTree(event.properties()).path("points").asLong(-1);
        if (points < 0 || points > Points.MOST) {
            return null;
        }
        CustomerNo customer = event.customer() == null ? account.opened() : event.customer();
        return new OpeningRecord(
                account.brand().value(),
                account.opened().value(),
                customer.value(),
                points,
                event.at(),
                "opening:" + event.key());
    }

    private static Map<AccountId, OpeningRecord> standing(DSLContext transaction, Collection<AccountId> accounts) {
        RowSet rows = new RowSet(OPENING.BRAND_ID, OPENING.OPENED_NO);
        accounts.forEach(
                account -> rows.row(account.brand().value(), account.opened().value()));
        RowSet.Given given = rows.as("given");
        return transaction
                .select(OPENING.fields())
                .from(given.table())
                .join(OPENING)
                .on(
                        OPENING.BRAND_ID.eq(given.field(OPENING.BRAND_ID)),
                        OPENING.OPENED_NO.eq(given.field(OPENING.OPENED_NO)))
                .fetchInto(OPENING)
                .intoMap(row -> new AccountId(new BrandId(row.getBrandId()), new CustomerNo(row.getOpenedNo())));
    }

    private static void keep(DSLContext transaction, List<OpeningRecord> told) {
        RowSet rows = new RowSet(OPENING.fields());
        told.forEach(opening -> rows.row(opening.intoArray()));
        if (rows.isEmpty()) {
            return;
        }
        RowSet.Given given = rows.as("given");
        transaction
                .insertInto(OPENING, OPENING.fields())
                .select(DSL.select(given.fields()).from(given.table()))
                .onConflict(OPENING.BRAND_ID, OPENING.OPENED_NO)
                .doUpdate()
                .set(OPENING.POINTS, DSL.excluded(OPENING.POINTS))
                .set(OPENING.AS_OF, DSL.excluded(OPENING.AS_OF))
                .set(OPENING.KEY, DSL.excluded(OPENING.KEY))
                .execute();
    }
}
