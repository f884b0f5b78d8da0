create table profile (
    customer_no integer     primary key,
    name        text,
    gender      text,
    birthday    date,
    city        text,
    province    text,
    attributes  jsonb       not null default '{}',
    created_at  timestamptz not null
);
create index profile_name on profile (name text_pattern_ops) where name is not null;
comment on table profile is 'One row per one-ID customer; the number is dense, given in order of first sight.';
comment on column profile.attributes is 'Attribute name to {value, source, at}: everything known that has no column of its own, and the source of those that have.';

create table identifier (
    kind        text        not null,
    blind       bytea       not null,
    sealed      text        not null,
    customer_no integer     not null,
    source      text        not null,
    first_seen_at timestamptz not null,
    primary key (blind, kind)
);
create index identifier_of_customer on identifier (customer_no);
comment on table identifier is 'Strong identifiers. The value is sealed; it is found by its blind index, which covers the brand for kinds that mean nothing outside it.';

create table relation (
    brand_id       smallint    not null,
    customer_no    integer     not null,
    first_seen_at  timestamptz not null,
    last_seen_at   timestamptz not null,
    member_since   timestamptz,
    first_order_at timestamptz,
    last_order_at  timestamptz,
    orders         integer     not null default 0,
    refunds        integer     not null default 0,
    gross_sales    bigint      not null default 0,
    refunded       bigint      not null default 0,
    primary key (brand_id, customer_no)
);
create index relation_by_last_seen on relation (brand_id, last_seen_at desc, customer_no desc);
comment on table relation is 'What one customer is to one brand: first and last seen, membership, purchases. Sales in minor units.';
comment on column relation.last_seen_at is 'Exact to ten minutes: a busy customer does not rewrite the row and its index with every event.';
comment on column relation.orders is 'Paid orders: those whose amount is above zero.';

create table touchpoint (
    brand_id    smallint    not null,
    customer_no integer     not null,
    channel     text        not null,
    via         text        not null,
    usable      boolean     not null,
    changed_at  timestamptz not null,
    reason      text,
    primary key (brand_id, customer_no, channel, via)
);
comment on table touchpoint is 'Ways to reach a customer for a brand. The newest change by its own time decides, so events may arrive in any order.';
comment on column touchpoint.via is 'The guide whose friend the customer is; empty for channels without one.';

create table consent (
    brand_id    smallint    not null,
    customer_no integer     not null,
    channel     text        not null,
    purpose     text        not null,
    granted     boolean     not null,
    at          timestamptz not null,
    source      text        not null,
    primary key (brand_id, customer_no, channel, purpose)
);
comment on table consent is 'The consent in force, per channel and purpose; its history is in the event log.';

create table purchase (
    brand_id    smallint    not null,
    kind        text        not null,
    number      text        not null,
    customer_no integer,
    at          timestamptz not null,
    amount      bigint      not null,
    store       text,
    position    bigint      not null,
    primary key (brand_id, number, kind)
);
create index purchase_of_customer on purchase (customer_no, at desc, number) where customer_no is not null;
create unique index purchase_position on purchase (position);
comment on table purchase is 'Orders and refunds, one row each, in minor units; their lines stay in the event at position.';
comment on column purchase.kind is 'order or refund';
