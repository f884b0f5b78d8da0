alter table month_total add column back bigint not null default 0;
comment on column month_total.back is 'What of amount takes earlier bookings back: of issued what was taken back, of a payee what was given back.';
update month_total set back = sums.back
from (select e.brand_id, date_trunc('month', e.booked_at at time zone b.zone)::date as month, p.account,
             sum(p.amount)::bigint as back
      from entry e join posting p on p.entry_id = e.id join access.brand b on b.id = e.brand_id
      where e.kind in ('take-back', 'give-back')
      group by 1, 2, 3) sums
where month_total.brand_id = sums.brand_id and month_total.month = sums.month
  and month_total.account = sums.account;

create table tier_count (
    brand_id   smallint    not null,
    day        date        not null,
    tier       text        not null,
    members    integer     not null,
    counted_at timestamptz not null,
    primary key (brand_id, day, tier)
);
comment on table tier_count is 'How many members had each tier when they were last counted on a day of the brand''s.';
comment on column tier_count.tier is 'Its id in the programme; empty for members who have none.';

create table tier_move_month (
    brand_id  smallint not null,
    month     date     not null,
    from_tier text     not null,
    to_tier   text     not null,
    moves     integer  not null,
    primary key (brand_id, month, from_tier, to_tier)
);
comment on table tier_move_month is 'How often members went from one tier to another in a month of the brand''s.';

create table benefit_month (
    brand_id smallint not null,
    month    date     not null,
    rule_id  bigint   not null,
    given    integer  not null,
    primary key (brand_id, month, rule_id)
);
comment on table benefit_month is 'How often each benefit was given in a month of the brand''s.';
insert into benefit_month (brand_id, month, rule_id, given)
select g.brand_id, date_trunc('month', g.at at time zone b.zone)::date, g.rule_id, count(*)
from benefit_given g join access.brand b on b.id = g.brand_id
group by 1, 2, 3;

create table coupon_month (
    brand_id    smallint not null,
    month       date     not null,
    template_id bigint   not null,
    source      text     not null,
    issued      integer  not null,
    redeemed    integer  not null,
    spent       bigint   not null,
    primary key (brand_id, month, template_id, source)
);
comment on table coupon_month is 'What became of coupons in a month of the brand''s, by what they were given for.';
comment on column coupon_month.source is 'The coupon''s origin; of those that a benefit gave, benefit/ and its number.';
comment on column coupon_month.redeemed is 'How many were redeemed, less those that came back.';
comment on column coupon_month.spent is 'What they took off, less what was refunded; in minor units.';
insert into coupon_month (brand_id, month, template_id, source, issued, redeemed, spent)
select m.brand_id, date_trunc('month', m.at at time zone b.zone)::date, m.template_id,
       coalesce(substring(c.issue_key from '^benefit/[0-9]+'), c.origin),
       count(*) filter (where m.step = 'issue'),
       count(*) filter (where m.step = 'redeem') - count(*) filter (where m.step in ('give-back', 'return')),
       sum(m.amount)
from coupon_move m join coupon c on c.id = m.coupon_id join access.brand b on b.id = m.brand_id
where m.told
group by 1, 2, 3, 4;
