package io.waterwheel.loyalty.points.report;

import static io.waterwheel.loyalty.generated.Tables.ENTRY;

import io.waterwheel.access.Brand;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Adds up a brand's whole ledger from its postings, and compares that with everything that is kept beside
/// them. Reads all of it, in one snapshot: some seconds for a million bookings.
@Component
public class Reconciliation {

    private static final int MOST = 200;

    /// Every statement: what, which, what stands, what adds up.
    private static final List<String> CHECKS = List.of("""
            select 'entry', e.id::text, 0::bigint, sum(p.amount)::bigint
            from loyalty.entry e join loyalty.posting p on p.entry_id = e.id
            where e.brand_id = {0} group by e.id having sum(p.amount) <> 0""", """
            with sums as (
                select p.opened_no, p.account, sum(case when p.account = 'debt' then -p.amount else p.amount end)::bigint as adds
                from loyalty.entry e join loyalty.posting p on p.entry_id = e.id
                where e.brand_id = {0} and p.opened_no is not null group by 1, 2),
            kept as (
                select a.opened_no, sides.account, sides.stands
                from loyalty.account a cross join lateral (values ('available', a.available), ('pending', a.pending),
                    ('frozen', a.frozen), ('debt', a.debt)) sides (account, stands)
                where a.brand_id = {0})
            select 'account', opened_no || ' ' || account, coalesce(stands, 0), coalesce(adds, 0)
            from kept full join sums using (opened_no, account)
            where coalesce(stands, 0) <> coalesce(adds, 0)""", """
            with sums as (
                select p.lot_id as id, sum(p.amount)::bigint as adds
                from loyalty.entry e join loyalty.posting p on p.entry_id = e.id
                where e.brand_id = {0} and p.account in ('available', 'pending') group by 1)
            select 'lot', l.id::text, l.remaining, coalesce(adds, 0)
            from loyalty.lot l left join sums using (id)
            where l.brand_id = {0} and l.remaining <> coalesce(adds, 0)""", """
            with sums as (
                select opened_no, coalesce(sum(remaining) filter (where not pending), 0)::bigint as available,
                       coalesce(sum(remaining) filter (where pending), 0)::bigint as pending
                from loyalty.lot where brand_id = {0} group by 1)
            select 'lots', a.opened_no || ' ' || sides.account, sides.stands, sides.adds
            from loyalty.account a left join sums s using (opened_no)
            cross join lateral (values ('available', a.available, coalesce(s.available, 0)),
                ('pending', a.pending, coalesce(s.pending, 0))) sides (account, stands, adds)
            where a.brand_id = {0} and sides.stands <> sides.adds""", """
            with sums as (
                select date_trunc('month', e.booked_at at time zone {1})::date as month, p.account,
                       sum(p.amount)::bigint as adds
                from loyalty.entry e join loyalty.posting p on p.entry_id = e.id
                where e.brand_id = {0} group by 1, 2),
            kept as (select month, account, amount from loyalty.month_total where brand_id = {0})
            select 'month', month || ' ' || account, coalesce(amount, 0), coalesce(adds, 0)
            from kept full join sums using (month, account)
            where coalesce(amount, 0) <> coalesce(adds, 0)""", """
            with sums as (
                select date_trunc('month', e.booked_at at time zone {1})::date as month, p.account,
                       sum(p.amount)::bigint as adds
                from loyalty.entry e join loyalty.posting p on p.entry_id = e.id
                where e.brand_id = {0} and e.kind in ('take-back', 'give-back') group by 1, 2),
            kept as (select month, account, back from loyalty.month_total where brand_id = {0})
            select 'month', month || ' ' || account || ' back', coalesce(back, 0), coalesce(adds, 0)
            from kept full join sums using (month, account)
            where coalesce(back, 0) <> coalesce(adds, 0)""");

    private final DSLContext database;

    Reconciliation(DSLContext database) {
        this.database = database;
    }

    public Reconciled of(Brand brand) {
        return database.transactionResult(configuration -> {
            DSLContext transaction = DSL.using(configuration);
            transaction.execute("set transaction isolation level repeatable read read only");
            long entries =
                    transaction.fetchCount(ENTRY, ENTRY.BRAND_ID.eq(brand.id().value()));
            List<Difference> differences = new ArrayList<>();
            for (String check : CHECKS) {
                differences.addAll(transaction
                        .resultQuery(
                                check + " limit " + MOST,
                                DSL.val(brand.id().value()),
                                DSL.val(brand.zone().getId()))
                        .fetch(row -> new Difference(
                                row.get(0, String.class),
                                row.get(1, String.class),
                                row.get(2, Long.class),
                                row.get(3, Long.class))));
            }
            return new Reconciled(entries, differences);
        });
    }
}
