package io.waterwheel.loyalty.points;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Whoever changes the ledger holds it until the end of the transaction: the writers of all nodes, what
/// matures and expires by night, and whoever moves accounts to another customer. So entries are numbered in
/// commit order, accounts need no locks of their own, and nobody can wait for somebody who waits for them. It
/// is taken last: after the event log's lock, never before.
final class LedgerLock {

    private static final long LOCK = 0x506f_696e_7473L;

    private LedgerLock() {}

    static void take(DSLContext transaction) {
        transaction.execute("select pg_advisory_xact_lock({0})", DSL.inline(LOCK));
    }
}
