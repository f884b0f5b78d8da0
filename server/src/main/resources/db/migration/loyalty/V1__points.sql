create table account (
    brand_id    smallint    not null,
    opened_no   integer     not null,
    customer_no integer     not null,
    available   bigint      not null default 0 check (available >= 0),
    pending     bigint      not null default 0 check (pending >= 0),
    frozen      bigint      not null default 0 check (frozen >= 0),
    debt        bigint      not null default 0 check (debt >= 0),
    primary key (brand_id, opened_no)
) with (fillfactor = 70);
create index account_of_customer on account (customer_no, brand_id);
comment on table account is 'What each member has, kept in the transaction that books.';
comment on column account.opened_no is 'The customer number it was opened under; never changes.';
comment on column account.customer_no is 'Whose it is now: another number once its customer has merged.';

create table entry (
    id         bigint      primary key,
    brand_id   smallint    not null,
    key        text,
    kind       text        not null,
    opened_no  integer     not null,
    asked      bigint      not null,
    points     bigint      not null,
    at         timestamptz not null,
    booked_at  timestamptz not null,
    refers_to  bigint,
    reason     text        not null,
    details    jsonb       not null
);
create unique index entry_key on entry (brand_id, key) where key is not null;
create index entry_of_account on entry (brand_id, opened_no, id desc);
create index entry_refers_to on entry (refers_to) where refers_to is not null;
comment on table entry is 'Bookings, append-only, numbered in commit order.';
comment on column entry.key is 'Names the occasion; the same key is booked once. Null of what the ledger does by itself.';
comment on column entry.kind is 'earn, open, mature, spend, freeze, capture, release, take-back, give-back, deduct or expire.';
comment on column entry.asked is 'How much was to move.';
comment on column entry.points is 'How much moved; less where a rule said so.';
comment on column entry.refers_to is 'Of take-back, give-back, capture and release: the entry it is about.';
comment on column entry.reason is 'A code that the console has words for; details are the values in them.';

create table posting (
    entry_id  bigint   not null,
    number    smallint not null,
    account   text     not null,
    opened_no integer,
    lot_id    bigint,
    amount    bigint   not null,
    foreign_account boolean not null default false,
    primary key (entry_id, number)
);
create index posting_foreign on posting (opened_no, entry_id) where foreign_account;
comment on table posting is 'What each booking moved; the amounts of one entry sum to zero.';
comment on column posting.account is 'A member''s available, pending, frozen or debt; or the brand''s issued, opened, expired, mall, order, game, adjusted or forgiven.';
comment on column posting.opened_no is 'Of a member''s accounts: whose.';
comment on column posting.lot_id is 'Of a member''s points and of a payee: which lot they are of.';
comment on column posting.foreign_account is 'It is of another account than its entry: both were one customer''s.';

create table lot (
    id           bigint      primary key,
    brand_id     smallint    not null,
    opened_no    integer     not null,
    points       bigint      not null check (points > 0),
    remaining    bigint      not null check (remaining between 0 and points),
    expired      bigint      not null default 0 check (expired between 0 and points),
    open         boolean     not null check (open = (remaining > 0)),
    pending      boolean     not null,
    available_at timestamptz,
    expires_at   timestamptz
) with (fillfactor = 85);
create index lot_to_spend on lot (brand_id, opened_no, expires_at, id) where open;
create index lot_to_expire on lot (expires_at, id) where open and expires_at is not null;
create index lot_to_mature on lot (available_at, id) where open and pending;
create index lot_pending on lot (brand_id, opened_no, available_at) where open and pending;
comment on table lot is 'Points that were earned together and expire together; kept in the transaction that books.';
comment on column lot.id is 'The entry that made it.';
comment on column lot.remaining is 'What of it is available or pending: not spent, frozen, expired or taken back.';
comment on column lot.expired is 'What of it has expired and was not taken back since.';
comment on column lot.open is 'Something remains. The indexes are about it rather than the amount, which changes too often.';

create table month_total (
    brand_id smallint not null,
    month    date     not null,
    account  text     not null,
    amount   bigint   not null,
    primary key (brand_id, month, account)
) with (fillfactor = 50);
comment on table month_total is 'The sum of postings by brand, month of booking in the brand''s zone and account: liability and breakage without adding up history.';

create table opening (
    brand_id    smallint    not null,
    opened_no   integer     not null,
    customer_no integer     not null,
    points      bigint      not null,
    as_of       timestamptz not null,
    key         text        not null,
    primary key (brand_id, opened_no)
);
create index opening_of_customer on opening (customer_no);
comment on table opening is 'What an import said that members had in the system before; of several the latest.';
comment on column opening.opened_no is 'The number it was told under; never changes.';
comment on column opening.key is 'Under which it is in the ledger.';

create table reading_place (
    reader   text   primary key,
    entry_id bigint not null
);
comment on table reading_place is 'How far readers of the ledger have come.';

create table expiry_notice (
    brand_id   smallint not null,
    day        date     not null,
    through_no integer  not null,
    done       boolean  not null,
    primary key (brand_id, day)
);
comment on table expiry_notice is 'Whose members were told, as events, what they lose on a day; through which account.';
