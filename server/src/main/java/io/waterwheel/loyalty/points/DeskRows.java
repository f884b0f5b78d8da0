package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.LOT;

import io.waterwheel.kernel.event.CopyRows;
import io.waterwheel.kernel.postgres.RowSet;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes what a batch made and changed: new rows by COPY, changed ones by one statement for each table.
@Component
class DeskRows {

    private final MonthTotals totals;
    private final JsonMapper json;

    DeskRows(MonthTotals totals, JsonMapper json) {
        this.totals = totals;
        this.json = json;
    }

    void write(DSLContext transaction, Desk desk, List<Entry> made, Instant now) {
        if (made.isEmpty()) {
            return;
        }
        entries(transaction, made, now);
        postings(transaction, made);
        freshLots(transaction, desk);
        changedLots(transaction, desk);
        accounts(transaction, desk);
        totals.add(transaction, made, now);
    }

    private void entries(DSLContext transaction, List<Entry> made, Instant now) {
        CopyRows rows = new CopyRows();
        for (Entry entry : made) {
            rows.column(entry.id())
                    .column(entry.account().brand().value())
                    .column(entry.key())
                    .column(entry.kind().code())
                    .column(entry.opened().value())
                    .column(entry.asked())
                    .column(entry.points())
                    .column(entry.at())
                    .column(now)
                    .column(text(entry.refersTo()))
                    .column(entry.reason().code())
                    .column(
                            entry.reason().values().isEmpty()
                                    ? "{}"
                                    : json.writeValueAsString(entry.reason().values()))
                    .end();
        }
        rows.send(
                transaction,
                "loyalty.entry (id, brand_id, key, kind, opened_no, asked, points, at, booked_at, refers_to, reason,"
                        + " details)");
    }

    private static void postings(DSLContext transaction, List<Entry> made) {
        CopyRows rows = new CopyRows();
        for (Entry entry : made) {
            int number = 0;
            for (Posting posting : entry.postings()) {
                Integer opened =
                        posting.opened() == null ? null : posting.opened().value();
                rows.column(entry.id())
                        .column(++number)
                        .column(posting.side().code())
                        .column(text(opened))
                        .column(text(posting.lot()))
                        .column(posting.amount())
                        .column(opened == null || opened == entry.opened().value() ? "f" : "t")
                        .end();
            }
        }
        rows.send(
                transaction, "loyalty.posting (entry_id, number, account, opened_no, lot_id, amount, foreign_account)");
    }

    private static void freshLots(DSLContext transaction, Desk desk) {
        CopyRows rows = new CopyRows();
        boolean any = false;
        for (Lot lot : desk.lots()) {
            if (lot.fresh()) {
                any = true;
                rows.column(lot.id())
                        .column(lot.account().id().brand().value())
                        .column(lot.account().id().opened().value())
                        .column(lot.points())
                        .column(lot.remaining())
                        .column(lot.expired())
                        .column(lot.remaining() > 0 ? "t" : "f")
                        .column(lot.pending() ? "t" : "f")
                        .column(lot.availableAt())
                        .column(lot.expiresAt())
                        .end();
            }
        }
        if (any) {
            rows.send(
                    transaction,
                    "loyalty.lot (id, brand_id, opened_no, points, remaining, expired, open, pending, available_at,"
                            + " expires_at)");
        }
    }

    private static void changedLots(DSLContext transaction, Desk desk) {
        RowSet rows = new RowSet(LOT.ID, LOT.REMAINING, LOT.EXPIRED, LOT.OPEN, LOT.PENDING);
        for (Lot lot : desk.lots()) {
            if (lot.changed() && !lot.fresh()) {
                rows.row(lot.id(), lot.remaining(), lot.expired(), lot.remaining() > 0, lot.pending());
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        RowSet.Given given = rows.as("given");
        transaction
                .update(LOT)
                .set(LOT.REMAINING, given.field(LOT.REMAINING))
                .set(LOT.EXPIRED, given.field(LOT.EXPIRED))
                .set(LOT.OPEN, given.field(LOT.OPEN))
                .set(LOT.PENDING, given.field(LOT.PENDING))
                .from(given.table())
                .where(LOT.ID.eq(given.field(LOT.ID)))
                .execute();
    }

    private static void accounts(DSLContext transaction, Desk desk) {
        RowSet rows = new RowSet(
                ACCOUNT.BRAND_ID,
                ACCOUNT.OPENED_NO,
                ACCOUNT.CUSTOMER_NO,
                ACCOUNT.AVAILABLE,
                ACCOUNT.PENDING,
                ACCOUNT.FROZEN,
                ACCOUNT.DEBT);
        for (Account account : desk.accounts()) {
            if (account.changed()) {
                rows.row(
                        account.id().brand().value(),
                        account.id().opened().value(),
                        account.member().customer().value(),
                        account.available(),
                        account.pending(),
                        account.frozen(),
                        account.debt());
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        RowSet.Given given = rows.as("given");
        transaction
                .insertInto(
                        ACCOUNT,
                        ACCOUNT.BRAND_ID,
                        ACCOUNT.OPENED_NO,
                        ACCOUNT.CUSTOMER_NO,
                        ACCOUNT.AVAILABLE,
                        ACCOUNT.PENDING,
                        ACCOUNT.FROZEN,
                        ACCOUNT.DEBT)
                .select(DSL.select(
                                given.field(ACCOUNT.BRAND_ID),
                                given.field(ACCOUNT.OPENED_NO),
                                given.field(ACCOUNT.CUSTOMER_NO),
                                given.field(ACCOUNT.AVAILABLE),
                                given.field(ACCOUNT.PENDING),
                                given.field(ACCOUNT.FROZEN),
                                given.field(ACCOUNT.DEBT))
                        .from(given.table()))
                .onConflict(ACCOUNT.BRAND_ID, ACCOUNT.OPENED_NO)
                .doUpdate()
                .set(ACCOUNT.AVAILABLE, DSL.excluded(ACCOUNT.AVAILABLE))
                .set(ACCOUNT.PENDING, DSL.excluded(ACCOUNT.PENDING))
                .set(ACCOUNT.FROZEN, DSL.excluded(ACCOUNT.FROZEN))
                .set(ACCOUNT.DEBT, DSL.excluded(ACCOUNT.DEBT))
                .execute();
    }

    private static @Nullable String text(@Nullable Object number) {
        return number == null ? null : number.toString();
    }
}
