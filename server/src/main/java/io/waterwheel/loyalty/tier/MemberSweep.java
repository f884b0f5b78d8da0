package io.waterwheel.loyalty.tier;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Sweep;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.springframework.transaction.support.TransactionOperations;

/// Looks for rows of members that are due, and decides each while nobody gives, sells or refunds its member anything.
///
/// @param <R> a row
abstract class MemberSweep<R extends Record> extends Sweep {

    private static final int PIECE = 500;
    private static final Duration EVERY = Duration.ofMinutes(1);

    /// Where the rows are, and whose.
    record Rows<R extends Record>(
            Table<R> table, TableField<R, Long> id, TableField<R, Short> brand, TableField<R, Integer> customer) {}

    private final String what;
    private final Rows<R> rows;
    protected final DSLContext database;
    private final TransactionOperations transactions;
    private final LiveProgrammes programmes;
    private final Members members;

    /// @param thread its name
    /// @param what   what the log says has failed
    MemberSweep(
            String thread,
            String what,
            Rows<R> rows,
            DSLContext database,
            TransactionOperations transactions,
            LiveProgrammes programmes,
            Members members) {
        super(thread, what, EVERY);
        this.what = what;
        this.rows = rows;
        this.database = database;
        this.transactions = transactions;
        this.programmes = programmes;
        this.members = members;
    }

    /// In the order of their ids, each in a transaction of its own: one that fails keeps no other waiting.
    final void each(Condition due, Consumer<R> decide) {
        long last = 0;
        List<R> found;
        do {
            found = database.selectFrom(rows.table)
                    .where(due)
                    .and(rows.id.gt(last))
                    .orderBy(rows.id)
                    .limit(PIECE)
                    .fetch();
            for (R row : found) {
                last = Objects.requireNonNull(row.get(rows.id));
                attempt(what, () -> one(row, due, decide));
            }
        } while (found.size() == PIECE);
    }

    /// Unless it is due no longer, by then.
    private void one(R found, Condition due, Consumer<R> decide) {
        transactions.executeWithoutResult(_ -> {
            members.locked(database, brand(found), new CustomerNo(found.get(rows.customer)));
            database.selectFrom(rows.table)
                    .where(rows.id.eq(found.get(rows.id)))
                    .and(due)
                    .forUpdate()
                    .fetchOptional()
                    .ifPresent(decide);
        });
    }

    /// What a member was given or sold they have under a programme.
    final LiveProgramme programme(R row) {
        return programmes.current(database, brand(row)).orElseThrow();
    }

    private BrandId brand(R row) {
        return new BrandId(row.get(rows.brand));
    }
}
