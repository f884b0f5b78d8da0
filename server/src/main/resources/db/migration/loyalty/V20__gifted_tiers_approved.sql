alter table grant_limit add column tier_days bigint;
comment on column grant_limit.tier_days is 'More days of gifted tiers than this by one person on one day; null: however many.';

alter table person_grant drop constraint person_grant_kind_check;
alter table person_grant add check (kind in ('points', 'coupons', 'tier-days'));

alter table grant_request add column tier text;
alter table grant_request add column until_at timestamptz;
comment on column grant_request.kind is 'points, deduction, coupons or tier.';
comment on column grant_request.tier is 'Which tier is to be given.';
comment on column grant_request.until_at is 'The first instant without the tier.';
