create table reward_request (
    id           bigint      generated always as identity primary key,
    brand_id     smallint    not null,
    key          text        not null,
    opened_no    integer     not null,
    customer_no  integer     not null,
    points       bigint,
    template_id  bigint,
    origin       text        not null,
    asked_at     timestamptz not null,
    position     bigint      not null,
    decided      boolean     not null default false,
    expires_at   timestamptz,
    check ((points is null) <> (template_id is null))
);
create unique index reward_request_key on reward_request (brand_id, key);
create index reward_request_of_customer on reward_request (customer_no);
comment on table reward_request is 'Points and coupons that other modules want customers to have, until they have them or cannot.';
comment on column reward_request.key is 'Names the occasion; what stands before its first slash is the asking module.';
comment on column reward_request.opened_no is 'The customer number it was asked for; never changes.';
comment on column reward_request.customer_no is 'Whose number that is now.';
comment on column reward_request.origin is 'What it is for, as the member reads it.';
comment on column reward_request.position is 'Where the log ended when it was asked for: decided when memberships are known up to there.';
comment on column reward_request.decided is 'Points that are about to be booked: by whom they are kept and until when stands fast.';

create table grant_limit (
    brand_id     smallint    primary key,
    points       bigint,
    coupons      bigint,
    updated_at   timestamptz not null,
    updated_by   text        not null
);
comment on table grant_limit is 'Above what a person''s grant needs a second person.';
comment on column grant_limit.points is 'More points than this at once; null: however many.';
comment on column grant_limit.coupons is 'A batch of more coupons than this; null: however many.';

create table grant_request (
    id           bigint      generated always as identity primary key,
    brand_id     smallint    not null,
    kind         text        not null,
    key          text        not null,
    opened_no    integer,
    customer_no  integer,
    points       bigint,
    note         text,
    expires_at   timestamptz,
    template_id  bigint,
    batch        jsonb,
    coupons      bigint,
    state        text        not null,
    asked_by     text        not null,
    asked_at     timestamptz not null,
    decided_by   text,
    decided_at   timestamptz,
    reason       text
);
create unique index grant_request_key on grant_request (brand_id, kind, key);
create index grant_request_of_customer on grant_request (customer_no);
create index grant_request_approved on grant_request (id) where state = 'approved';
comment on table grant_request is 'Grants above the limit that a second person is asked about, and what was decided.';
comment on column grant_request.kind is 'points, deduction or coupons.';
comment on column grant_request.key is 'Names the grant: asked again, it is the same request.';
comment on column grant_request.opened_no is 'The customer number it was asked for; never changes.';
comment on column grant_request.customer_no is 'Whose number that is now.';
comment on column grant_request.batch is 'Whom a batch of coupons is for.';
comment on column grant_request.coupons is 'How many coupons that was when it was asked.';
comment on column grant_request.state is 'asked, refused, approved (about to be booked), done, failed.';
comment on column grant_request.reason is 'Why it was refused or has failed.';
