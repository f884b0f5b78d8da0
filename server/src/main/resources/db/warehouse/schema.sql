-- The warehouse: derived from the log, never changed by hand. A warehouse made with another version of this file is
-- dropped and rebuilt from the log. Times are UTC; `day` is the brand's day. Where a row has `written_under`, that is the
-- number its event stands under for good; `customer_no` is whose it is now, and moves when customers merge or come apart.
-- Every change of the data makes a new version: each batch of the log, and each erasure, which the log's position does
-- not tell. Rows that describe a customer carry the version they were written in, so that what a version changed is
-- found at the end of a table instead of by reading all of it.
create table feed (position bigint not null, data_at timestamp not null, version bigint not null);

create table customer (
    customer_no integer not null,
    gender      varchar,
    birthday    date,
    city        varchar,
    province    varchar,
    attributes  map(varchar, varchar),
    version     bigint  not null
);

-- one row per brand and customer the brand knows
create table relation (
    brand_id      smallint  not null,
    customer_no   integer   not null,
    first_seen_at timestamp not null,
    last_seen_at  timestamp not null,
    member_since  timestamp,
    member_day    date, -- the brand's day of it
    wecom         boolean   not null, -- reachable for marketing
    email         boolean   not null,
    version       bigint    not null
);

-- the tags customers have now
create table tag (
    brand_id    smallint not null,
    customer_no integer  not null,
    tag_id      bigint   not null,
    value       varchar,
    version     bigint   not null
);

-- paid orders; customer_no is null for an anonymous sale; amounts in minor units
create table orders (
    position    bigint    not null,
    brand_id    smallint  not null,
    written_under integer,
    number      varchar   not null,
    customer_no integer,
    paid_at     timestamp not null,
    day         date      not null,
    amount      bigint    not null,
    store       varchar
);

create table order_line (
    position    bigint    not null,
    brand_id    smallint  not null,
    written_under integer,
    customer_no integer,
    day         date      not null,
    product     varchar,
    category    varchar,
    quantity    double    not null,
    amount      bigint    not null
);

create table refund (
    position    bigint    not null,
    brand_id    smallint  not null,
    written_under integer,
    number      varchar   not null,
    customer_no integer,
    refunded_at timestamp not null,
    day         date      not null,
    amount      bigint    not null
);

-- everything else that happened
create table event (
    position    bigint    not null,
    brand_id    smallint  not null,
    written_under integer,
    customer_no integer,
    name        varchar   not null,
    "at"        timestamp not null,
    broadcast   bigint -- of Message Sent, Delivered, Failed and Link Clicked
);
