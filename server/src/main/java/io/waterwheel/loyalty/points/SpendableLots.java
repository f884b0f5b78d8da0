package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.LOT;

import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.generated.tables.records.LotRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Puts on the desk the lots that could pay, of each account as many as all commands together may take:
/// somebody with a hundred thousand lots costs no more than what is spent of them. They come in the order of
/// spending, so whatever the batch takes lies within what was read.
final class SpendableLots {

    private static final int LEAST = 4;
    private static final int MORE = 8;
    private static final Field<Integer> MOST = DSL.field(DSL.name("most"), SQLDataType.INTEGER);

    private SpendableLots() {}

    private static final class Demand {
        private long points;
        private int most = LEAST;

        void add(long more) {
            // No member has more than that.
            points = Math.min(points + more, 4 * io.waterwheel.loyalty.Points.MOST);
            most += 2;
        }
    }

    static void putOn(
            Desk desk, DSLContext transaction, List<PointsCommand> commands, KnownEntries known, Instant now) {
        Map<Account, Demand> open = new HashMap<>();
        for (PointsCommand command : commands) {
            long points = takes(command);
            AccountId id =
                    new AccountId(command.occasion().brand(), command.occasion().customer());
            EntryKey key = new EntryKey(id.brand(), command.occasion().key());
            if (points > 0 && !known.booked().contains(key)) {
                Member member = desk.account(id).member();
                demand(open, member, points);
                if (command instanceof PointsCommand.Spend || command instanceof PointsCommand.Freeze) {
                    for (Member lender : member.lenders()) {
                        demand(open, lender, points);
                    }
                }
            }
        }
        while (!open.isEmpty()) {
            open = next(desk, transaction, open, now);
        }
    }

    private static void demand(Map<Account, Demand> open, Member member, long points) {
        for (Account account : member.accounts()) {
            if (account.available() > 0 || account.pending() > 0) {
                open.computeIfAbsent(account, _ -> new Demand()).add(points);
            }
        }
    }

    /// What a command may take of lots that others in the batch would spend.
    private static long takes(PointsCommand command) {
        return switch (command) {
            case PointsCommand.Spend spend -> spend.points().value();
            case PointsCommand.Freeze freeze -> freeze.points().value();
            case PointsCommand.Deduct deduct -> deduct.points().value();
            // Whatever the rule: what it takes of its own lot is no longer there for who spends behind it.
            case PointsCommand.TakeBack take -> take.points().value();
            case PointsCommand.Earn _,
                    PointsCommand.Open _,
                    PointsCommand.Capture _,
                    PointsCommand.Release _,
                    PointsCommand.GiveBack _ -> 0;
        };
    }

    /// Reads so many of each account.
    ///
    /// @return of whom more must be read
    private static Map<Account, Demand> next(
            Desk desk, DSLContext transaction, Map<Account, Demand> open, Instant now) {
        Map<Account, List<Lot>> read = new HashMap<>();
        for (LotRecord row : read(transaction, open, now)) {
            Lot lot = KnownLots.lot(desk, row);
            // One that was read by its number already is the same.
            read.computeIfAbsent(lot.account(), _ -> new ArrayList<>()).add(desk.put(lot));
        }
        Map<Account, Demand> more = new HashMap<>();
        open.forEach((account, demand) -> {
            List<Lot> lots = read.getOrDefault(account, List.of());
            long found = lots.stream().mapToLong(Lot::remaining).sum();
            if (found < demand.points && lots.size() == demand.most) {
                demand.most *= MORE;
                more.put(account, demand);
            }
        });
        return more;
    }

    private static List<LotRecord> read(DSLContext transaction, Map<Account, Demand> open, Instant now) {
        RowSet rows = new RowSet(LOT.BRAND_ID, LOT.OPENED_NO, MOST);
        open.forEach((account, demand) ->
                rows.row(account.id().brand().value(), account.id().opened().value(), demand.most));
        RowSet.Given given = rows.as("given");
        // In the order of the index lot_to_spend.
        var first = DSL.lateral(DSL.selectFrom(LOT)
                        .where(
                                LOT.BRAND_ID.eq(given.field(LOT.BRAND_ID)),
                                LOT.OPENED_NO.eq(given.field(LOT.OPENED_NO)),
                                DSL.condition(LOT.OPEN),
                                LOT.EXPIRES_AT.isNull().or(LOT.EXPIRES_AT.gt(now)),
                                DSL.condition(LOT.PENDING).not().or(LOT.AVAILABLE_AT.le(now)))
                        .orderBy(LOT.EXPIRES_AT, LOT.ID)
                        .limit(given.field(MOST)))
                .as("first");
        return transaction
                .select(first.fields())
                .from(given.table())
                .crossJoin(first)
                .fetchInto(LOT);
    }
}
