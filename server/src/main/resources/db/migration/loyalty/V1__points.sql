create table account (
    brand_id    smallint    not null,
    opened_no   integer     not null,
    customer_no integer     not null,
    available   bigint      not null default 0 check (available >= 0),
    pending     bigint      not null default 0 check (pending >= 0),
    frozen      bigint      not null default 0 check (frozen >= 0),
    debt        bigint      not null default 0 check (debt >= 0),
    primary key (brand_id, opened_no)
);
create index account_of_customer on account (customer_no, brand_id);
comment on table account is 'What each member has, kept in the transaction that books.';
comment on column account.opened_no is 'The customer number it was opened under; never changes.';
comment on column account.customer_no is 'Whose it is now: another number once its customer has merged.';

create table entry (
    id         bigint      primary key,
    brand_id   smallint    not null,
    key        text        not null,
    kind       text        not null,
    opened_no  integer     not null,
    points     bigint      not null,
    at         timestamptz not null,
    booked_at  timestamptz not null,
    refers_to  bigint,
    reason     text        not null,
    details    jsonb       not null
);
create unique index entry_key on entry (brand_id, key);
create index entry_of_account on entry (brand_id, opened_no, id desc);
create index entry_refers_to on entry (refers_to) where refers_to is not null;
comment on table entry is 'Bookings, append-only, numbered in commit order.';
comment on column entry.key is 'Names the occasion; the same key is booked once.';
comment on column entry.kind is 'earn, open, mature, spend, freeze, capture, release, take-back, give-back, deduct or expire.';
comment on column entry.points is 'How much moved, positive.';
comment on column entry.refers_to is 'Of take-back, give-back, capture, release and mature: the entry it is about.';
comment on column entry.reason is 'A code that the console has words for; details are the values in them.';

create table posting (
    entry_id  bigint   not null,
    number    smallint not null,
    account   text     not null,
    opened_no integer,
    lot_id    bigint,
    amount    bigint   not null,
    primary key (entry_id, number)
);
comment on table posting is 'What each booking moved; the amounts of one entry sum to zero.';
comment on column posting.account is 'A member''s available, pending, frozen or debt; or the brand''s issued, opened, expired, mall, order, game, adjusted or forgiven.';
comment on column posting.opened_no is 'Of a member''s accounts: whose.';

create table lot (
    id           bigint      primary key,
    brand_id     smallint    not null,
    opened_no    integer     not null,
    points       bigint      not null check (points > 0),
    remaining    bigint      not null check (remaining between 0 and points),
    pending      boolean     not null,
    available_at timestamptz,
    expires_at   timestamptz
);
create index lot_to_spend on lot (brand_id, opened_no, expires_at nulls last, id) where remaining > 0;
create index lot_to_expire on lot (expires_at) where remaining > 0 and expires_at is not null;
create index lot_to_mature on lot (available_at) where pending and remaining > 0;
comment on table lot is 'Points that were earned together and expire together; kept in the transaction that books.';
comment on column lot.id is 'The entry that made it.';
comment on column lot.remaining is 'What of it is available or pending: not spent, frozen, expired or taken back.';

create table month_total (
    brand_id smallint not null,
    month    date     not null,
    account  text     not null,
    amount   bigint   not null,
    primary key (brand_id, month, account)
);
comment on table month_total is 'The sum of postings by brand, month of booking in the brand''s zone and account: liability and breakage without adding up history.';
