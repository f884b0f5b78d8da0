package io.waterwheel.loyalty.points;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import java.time.Instant;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Takes away what is left of lots whose time is over. Nobody could spend it since that moment anyway: this
/// brings the accounts up to it. Lots expire when their programme said, which is a midnight in the brand's
/// zone.
@Component
public class LotExpiry {

    private static final int STEP = 20_000;

    // Lots in the order of the index lot_to_expire, which goes on where the step before ended: what that one closed is
    // still in the index until it is vacuumed.
    private static final String SQL = """
            with due as materialized (
                select id, brand_id, opened_no, remaining, pending, expires_at from loyalty.lot
                where open and expires_at is not null and expires_at <= {0}
                  and (expires_at, id) > ({1}, {2}) and ({7} is null or brand_id = {7})
                order by expires_at, id limit {3}),
            sums as materialized (
                select brand_id, opened_no, sum(remaining)::bigint as points, max(expires_at) as at,
                       coalesce(sum(remaining) filter (where not pending), 0)::bigint as available,
                       coalesce(sum(remaining) filter (where pending), 0)::bigint as pending,
                       {4} + row_number() over (order by brand_id, opened_no) as entry_id
                from due group by brand_id, opened_no),
            entries as (
                insert into loyalty.entry
                    (id, brand_id, kind, opened_no, asked, points, at, booked_at, reason, details)
                select entry_id, brand_id, 'expire', opened_no, points, points, at, {0}, 'expired', '{}'::jsonb
                from sums),
            postings as (
                insert into loyalty.posting (entry_id, number, account, opened_no, lot_id, amount)
                select entry_id, row_number() over (partition by entry_id order by id),
                       case when due.pending then 'pending' else 'available' end, opened_no, id, -remaining
                from due join sums using (brand_id, opened_no)
                union all
                select entry_id, 0, 'expired', null, null, points from sums),
            lots as (
                update loyalty.lot set remaining = 0, open = false, expired = lot.expired + due.remaining
                from due where lot.id = due.id),
            accounts as (
                update loyalty.account set available = account.available - sums.available,
                                           pending = account.pending - sums.pending
                from sums where account.brand_id = sums.brand_id and account.opened_no = sums.opened_no),
            months as (
                insert into loyalty.month_total (brand_id, month, account, amount)
                select brand_id, month, side, amount
                from (select brand_id, sum(points)::bigint as points, sum(available)::bigint as available,
                             sum(pending)::bigint as pending from sums group by brand_id) of_brand
                join unnest({5}, {6}) given (brand, month) on brand = brand_id
                cross join lateral (values ('expired', points), ('available', -available), ('pending', -pending))
                    sides (side, amount)
                where amount <> 0
                on conflict (brand_id, month, account)
                do update set amount = month_total.amount + excluded.amount)
            select expires_at, id, (select count(*) from due)
            from due order by expires_at desc, id desc limit 1""";

    private final DSLContext database;
    private final Brands brands;
    private final NightStep step;

    LotExpiry(DSLContext database, Brands brands, InstantSource clock) {
        this.database = database;
        this.brands = brands;
        this.step = new NightStep(database, brands, clock, SQL, STEP, null);
    }

    /// @return how many lots expired
    public long expireAll() {
        return step.all();
    }

    /// Of one brand, as of a time that has passed.
    void expireAll(Brand brand, Instant asOf) {
        new NightStep(database, brands, () -> asOf, SQL, STEP, brand).all();
    }
}
