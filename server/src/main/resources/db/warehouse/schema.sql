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
    sms           boolean   not null,
    wecom_known   boolean   not null, -- there is a touchpoint, whether it works or not
    email_known   boolean   not null,
    sms_known     boolean   not null,
    wecom_refused boolean   not null, -- the last word about marketing by it was no
    email_refused boolean   not null,
    sms_refused   boolean   not null,
    wecom_ended   boolean   not null, -- there was a touchpoint and none works
    email_ended   boolean   not null,
    version       bigint    not null
);

-- whose friends in WeCom customers are or were
create table friend (
    brand_id    smallint not null,
    customer_no integer  not null,
    guide       varchar  not null,
    lasts       boolean  not null,
    version     bigint   not null
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
    store       varchar,
    channel     varchar   not null -- told, or else the platform, or else the source
);

-- the lines of paid orders, by the order's position, with what is asked of the order beside them so that one scan answers
create table order_line (
    position    bigint    not null,
    brand_id    smallint  not null,
    written_under integer,
    customer_no integer,
    paid_at     timestamp not null,
    day         date      not null,
    product     varchar,
    category    varchar,
    quantity    decimal(18, 3) not null,
    amount      bigint    not null,
    store       varchar,
    channel     varchar   not null
);

create table refund (
    position    bigint    not null,
    brand_id    smallint  not null,
    written_under integer,
    number      varchar   not null,
    order_number varchar  not null, -- of which order
    customer_no integer,
    refunded_at timestamp not null,
    day         date      not null,
    amount      bigint    not null,
    store       varchar,
    channel     varchar   not null
);

-- the lines of refunds that tell them
create table refund_line (
    position    bigint    not null,
    brand_id    smallint  not null,
    written_under integer,
    customer_no integer,
    refunded_at timestamp not null,
    product     varchar,
    category    varchar,
    quantity    decimal(18, 3) not null,
    amount      bigint    not null,
    store       varchar,
    channel     varchar   not null
);

-- which products, categories, stores and channels stand in the rows above, so that nobody reads those rows to find out;
-- what stood in a row that was taken back may stay
create table sold (
    brand_id    smallint  not null,
    fact        varchar   not null, -- product, category, store or channel
    value       varchar   not null
);

-- everything that happened; of orders and refunds those that count, here beside what they are above
create table event (
    position    bigint    not null,
    brand_id    smallint  not null,
    written_under integer,
    customer_no integer,
    name        varchar   not null,
    "at"        timestamp not null,
    broadcast   bigint, -- of Message Sent, Delivered, Failed and Link Clicked
    properties  map(varchar, varchar[]) -- by path, see EventProperties; null when there are none
);
