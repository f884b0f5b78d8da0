package io.waterwheel.loyalty.points;

import io.waterwheel.access.Brands;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Makes pending points available whose time has come. They could be spent since that moment anyway: this
/// brings the accounts up to it.
@Component
public class LotMaturing {

    /// Two postings for each, whose numbers within an entry are small.
    private static final int STEP = 10_000;

    private static final String SQL = """
            with due as materialized (
                select id, brand_id, opened_no, remaining, available_at from loyalty.lot
                where open and pending and available_at <= {0} and (available_at, id) > ({1}, {2})
                order by available_at, id limit {3}),
            sums as materialized (
                select brand_id, opened_no, sum(remaining)::bigint as points, max(available_at) as at,
                       {4} + row_number() over (order by brand_id, opened_no) as entry_id
                from due group by brand_id, opened_no),
            entries as (
                insert into loyalty.entry
                    (id, brand_id, kind, opened_no, asked, points, at, booked_at, reason, details)
                select entry_id, brand_id, 'mature', opened_no, points, points, at, {0}, 'matured', '{}'::jsonb
                from sums),
            postings as (
                insert into loyalty.posting (entry_id, number, account, opened_no, lot_id, amount)
                select entry_id, row_number() over (partition by entry_id order by id), side, opened_no, id, amount
                from due join sums using (brand_id, opened_no)
                cross join lateral (values ('pending', -remaining), ('available', remaining)) sides (side, amount)),
            lots as (
                update loyalty.lot set pending = false from due where lot.id = due.id),
            accounts as (
                update loyalty.account set available = account.available + sums.points,
                                           pending = account.pending - sums.points
                from sums where account.brand_id = sums.brand_id and account.opened_no = sums.opened_no),
            months as (
                insert into loyalty.month_total (brand_id, month, account, amount)
                select brand_id, month, side, amount
                from (select brand_id, sum(points)::bigint as points from sums group by brand_id) of_brand
                join unnest({5}, {6}) given (brand, month) on brand = brand_id
                cross join lateral (values ('available', points), ('pending', -points)) sides (side, amount)
                on conflict (brand_id, month, account)
                do update set amount = month_total.amount + excluded.amount)
            select available_at, id, (select count(*) from due)
            from due order by available_at desc, id desc limit 1""";

    private final NightStep step;

    LotMaturing(DSLContext database, Brands brands, InstantSource clock) {
        this.step = new NightStep(database, brands, clock, SQL, STEP, null);
    }

    /// @return how many lots matured
    public long matureAll() {
        return step.all();
    }
}
