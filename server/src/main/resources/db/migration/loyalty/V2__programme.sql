create table programme (
    brand_id     smallint    primary key,
    draft        jsonb       not null,
    version      integer,
    updated_at   timestamptz not null,
    updated_by   text        not null
);
comment on table programme is 'Each brand''s programme as it is being written, and which version counts.';
comment on column programme.version is 'The last that was published; null before the first.';

create table programme_version (
    brand_id     smallint    not null,
    version      integer     not null,
    definition   jsonb       not null,
    published_at timestamptz not null,
    published_by text        not null,
    primary key (brand_id, version)
);
comment on table programme_version is 'Published programmes, never changed: what happened is judged by the one that counted then.';

create table member (
    brand_id     smallint    not null,
    opened_no    integer     not null,
    customer_no  integer     not null,
    card_no      text        not null,
    joined_at    timestamptz not null,
    tier         text,
    floor_tier   text,
    tier_since   timestamptz,
    period_from  date,
    review_on    date,
    review_at    timestamptz,
    reached      bigint      not null default 0,
    next_tier    text,
    missing      bigint,
    told_tier    text,
    primary key (brand_id, opened_no)
);
create unique index member_card on member (brand_id, card_no);
create index member_of_customer on member (customer_no, brand_id);
create index member_to_review on member (review_at nulls first);
comment on table member is 'Who is a member of a brand. A customer whose numbers merged may have several; the better tier counts.';
comment on column member.opened_no is 'The customer number the membership was opened under; never changes.';
comment on column member.customer_no is 'Whose it is now.';
comment on column member.tier is 'Reached by what they did, by the tier''s id in the programme; gifts and paid memberships stand beside it. Null before it was judged.';
comment on column member.floor_tier is 'What they had when the period began: refunds take them no lower before it ends.';
comment on column member.review_on is 'The first day after the period; null where the tier does not end.';
comment on column member.review_at is 'When it is decided whether they keep it; null asks for it at once.';
comment on column member.reached is 'What counts towards tiers, as of the last change.';
comment on column member.missing is 'What is missing to next_tier; null at the top.';
comment on column member.told_tier is 'The tier they were last told to be near to.';

create table tier_gift (
    id           bigint      generated always as identity primary key,
    brand_id     smallint    not null,
    opened_no    integer     not null,
    customer_no  integer     not null,
    key          text        not null,
    tier         text        not null,
    from_at      timestamptz not null,
    until_at     timestamptz not null,
    reason       text        not null,
    given_by     text        not null,
    given_at     timestamptz not null
);
create unique index tier_gift_key on tier_gift (brand_id, key);
create index tier_gift_of_customer on tier_gift (customer_no, brand_id);
comment on table tier_gift is 'Tiers that were given for some time, whatever the member did.';

create table paid_membership (
    id           bigint      generated always as identity primary key,
    brand_id     smallint    not null,
    opened_no    integer     not null,
    customer_no  integer     not null,
    key          text        not null,
    plan         text        not null,
    tier         text,
    price        bigint      not null,
    from_at      timestamptz not null,
    until_at     timestamptz not null,
    sold_at      timestamptz not null,
    sold_by      text        not null,
    refunded_at  timestamptz,
    refunded     bigint
);
create unique index paid_membership_key on paid_membership (brand_id, key);
create index paid_membership_of_customer on paid_membership (customer_no, brand_id);
comment on table paid_membership is 'Periods of paid membership; a renewal is a period that begins when the one before ends.';
comment on column paid_membership.price is 'In minor units, as it was paid.';
comment on column paid_membership.refunded is 'What was given back, in minor units; the period ended then.';

create table bought (
    brand_id     smallint    not null,
    number       text        not null,
    opened_no    integer,
    customer_no  integer,
    at           timestamptz,
    amount       bigint,
    refunded     bigint      not null default 0,
    primary key (brand_id, number)
);
create index bought_of_customer on bought (customer_no, brand_id);
comment on table bought is 'Orders of members since the programme began, with what was refunded of each.';
comment on column bought.amount is 'In minor units; null where a refund came before its order.';

create table earning (
    id           bigint      generated always as identity primary key,
    brand_id     smallint    not null,
    key          text        not null,
    earned_key   text,
    opened_no    integer     not null,
    customer_no  integer     not null,
    rule         text        not null,
    order_number text,
    at           timestamptz not null,
    day          date        not null,
    points       bigint      not null check (points > 0),
    available_at timestamptz,
    expires_at   timestamptz,
    debt_rule    text,
    reason       text        not null,
    details      jsonb       not null,
    state        text        not null,
    note         text
);
create unique index earning_key on earning (brand_id, key);
create index earning_of_customer on earning (customer_no, brand_id, day);
create index earning_of_order on earning (brand_id, order_number) where order_number is not null;
create index earning_due on earning (id) where state = 'due';
comment on table earning is 'What the rules gave and took back, decided once; booked on the ledger under the key.';
comment on column earning.earned_key is 'Of what is taken back: the key of the earning.';
comment on column earning.day is 'The brand''s day on which it counts towards caps.';
comment on column earning.state is 'due, booked or refused.';
comment on column earning.note is 'Why the ledger refused it.';

create table rule_budget (
    brand_id     smallint    not null,
    rule         text        not null,
    used         bigint      not null,
    primary key (brand_id, rule)
);
comment on table rule_budget is 'What each rule has given in all, counted against its budget.';

create table tier_event (
    id           bigint      generated always as identity primary key,
    brand_id     smallint    not null,
    customer_no  integer     not null,
    name         text        not null,
    at           timestamptz not null,
    message_id   text        not null,
    properties   jsonb       not null
);
comment on table tier_event is 'Events written in the transaction of the change they tell of, on their way to the log.';
