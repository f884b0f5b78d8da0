create table till_pass (
    brand_id smallint    not null,
    pass     bytea       not null,
    till     text        not null,
    store    text,
    until_at timestamptz not null,
    primary key (brand_id, pass)
);
create index till_pass_age on till_pass (until_at);
comment on table till_pass is 'Member passes that a till has read: no other till takes the same one. Forgotten when the pass is over anyway.';
comment on column till_pass.pass is 'SHA-256 of its text.';

create table till_payment (
    id          bigint      generated always as identity primary key,
    brand_id    smallint    not null,
    key         text        not null,
    asked       bytea       not null,
    till        text        not null,
    store       text,
    order_id    text        not null,
    opened_no   integer,
    customer_no integer,
    points      bigint      not null check (points > 0),
    paid        bigint      not null default 0 check (paid between 0 and points),
    state       text        not null,
    why         text,
    asked_at    timestamptz not null,
    until_at    timestamptz not null,
    decided_at  timestamptz,
    settle_at   timestamptz
);
create unique index till_payment_key on till_payment (brand_id, key);
create index till_payment_of_customer on till_payment (customer_no);
create index till_payment_to_settle on till_payment (settle_at) where settle_at is not null;
comment on table till_payment is 'Points that tills keep back for an order, and whether it was paid with them. The ledger has them under till/<id>.';
comment on column till_payment.key is 'The till and its idempotency key.';
comment on column till_payment.asked is 'SHA-256 of what was asked, so that a key does not stand for two things.';
comment on column till_payment.opened_no is 'The customer number it was asked for; never changes.';
comment on column till_payment.customer_no is 'Whose number that is now.';
comment on column till_payment.points is 'Kept back.';
comment on column till_payment.paid is 'Of those, what was paid with.';
comment on column till_payment.state is 'asked (about to be booked), refused, frozen, captured, released.';
comment on column till_payment.why is 'Why it was refused or released, if not by the till.';
comment on column till_payment.until_at is 'When the points are given back if the till has not said anything.';
comment on column till_payment.settle_at is 'When the ledger is to be asked next; null when it has all of it.';

comment on column till_key.scopes is 'coupon.read, coupon.redeem, coupon.return, member.join, member.read, points.spend, points.return.';

alter table paid_membership
    add column refund_reason text,
    add column refunded_by   text;
comment on column paid_membership.refund_reason is 'Why, as a person wrote it.';

alter table wechat_sign_in add column terms text;
comment on column wechat_sign_in.terms is 'The version of the terms they agreed to; null when they did not.';

create table member_terms (
    brand_id     smallint    not null,
    version      integer     not null check (version > 0),
    zh           text        not null,
    en           text        not null,
    published_by text        not null,
    published_at timestamptz not null,
    primary key (brand_id, version)
);
comment on table member_terms is 'What members of a brand agree to on joining, by version; a brand without any has the text that comes with the product.';
