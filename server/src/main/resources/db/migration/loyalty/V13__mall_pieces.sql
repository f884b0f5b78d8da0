alter table mall_order add column pieces integer not null default 1 check (pieces > 0);
alter table mall_order add column returned integer not null default 0;
alter table mall_order add column coupon_ids bigint[] not null default '{}';
alter table mall_order add column codes text[] not null default '{}';
update mall_order set returned = 1 where state = 'returned';
update mall_order set coupon_ids = array[coupon_id] where coupon_id is not null;
update mall_order set codes = array[code] where code is not null;
alter table mall_order add check (returned between 0 and pieces);
alter table mall_order drop column coupon_id;
alter table mall_order drop column code;
comment on table mall_order is 'Orders in the mall, of one or more pieces of an item.';
comment on column mall_order.points is 'What all pieces cost together.';
comment on column mall_order.money is 'What is paid beside for all pieces when they are picked up, in minor units; it is noted, not taken.';
comment on column mall_order.returned is 'How many of the pieces came back; all of them once it is returned.';
comment on column mall_order.coupon_ids is 'The coupons that were issued, one a piece.';
comment on column mall_order.codes is 'The codes that were handed out, one a piece, each sealed.';
comment on column mall_order.returned_at is 'When pieces last came back.';
comment on column mall_order.given_back is 'The points of a cancelled order, or of the pieces that came back, are back.';
comment on column mall_item.sold is 'Pieces of orders that were not cancelled, without those back in stock; counted in the transaction that moves them.';

create table mall_return (
    order_id   bigint      not null references mall_order,
    number     integer     not null,
    pieces     integer     not null check (pieces > 0),
    points     bigint      not null,
    restocked  boolean     not null,
    given_back boolean     not null,
    at         timestamptz not null,
    primary key (order_id, number)
);
comment on table mall_return is 'Pieces of fulfilled orders that came back; each return gives its points back once.';
comment on column mall_return.number is 'The first return of an order is 1.';
comment on column mall_return.given_back is 'Its points are back; never where the member was erased before.';
insert into mall_return (order_id, number, pieces, points, restocked, given_back, at)
select id, 1, 1, points, true, given_back, returned_at from mall_order where state = 'returned';

drop index mall_code_of_order;
create index mall_code_of_order on mall_code (order_id) where order_id is not null;

create index reward_refused on reward (brand_id, id desc) where state = 'refused';
comment on table reward is 'What members get for checking in, for tasks, draws and on their days: decided once, handed out under the key. Also what other modules asked for and could not be given.';

alter table benefit_given add column lost_at timestamptz;
comment on column benefit_given.lost_at is 'Of what is given again when it is reached anew: when the member was first seen without the tier or membership.';
comment on column benefit_given.period is 'The first day of the month or year; of what is given for reaching something, 2000-01-01 the first time and then the day.';

alter table what_if add column movers_dropped_at timestamptz;
comment on column what_if.movers_dropped_at is 'When the sets of customers were deleted; the figures stay.';
