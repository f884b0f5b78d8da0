create table person_grant (
    brand_id smallint    not null,
    kind     text        not null check (kind in ('points', 'coupons')),
    key      text        not null,
    given_by text        not null,
    day      date        not null,
    amount   bigint      not null,
    at       timestamptz not null,
    primary key (brand_id, kind, key)
);
create index person_grant_day on person_grant (brand_id, kind, given_by, day);
create index person_grant_oldest on person_grant (at);
comment on table person_grant is 'What people gave or took without a second person, kept for some days: all of one person''s of one day together stay within the brand''s limit.';
comment on column person_grant.key is 'Of the grant: sent again it counts once.';
comment on column person_grant.day is 'Of the brand.';
comment on column grant_limit.points is 'More points than this by one person on one day; null: however many.';
comment on column grant_limit.coupons is 'More coupons than this by one person on one day; null: however many.';
