create table moment (
    id          bigint      generated always as identity primary key,
    brand_id    smallint    not null,
    request_key text        not null,
    name        text        not null,
    words       text        not null,
    tags        text[]      not null,
    state       text        not null,
    job_id      text,
    moment_id   text,
    start_at    timestamptz not null,
    called_at   timestamptz,
    made_at     timestamptz,
    due_at      timestamptz,
    attempts    integer     not null default 0,
    problem     jsonb,
    reason      text,
    cancelled   boolean     not null default false,
    created_at  timestamptz not null,
    created_by  text        not null,
    ended_at    timestamptz,
    unique (brand_id, request_key)
);
create unique index moment_of_id on moment (brand_id, moment_id) where moment_id is not null;
create index moment_of_brand on moment (brand_id, id);
create index moment_due on moment (due_at) where due_at is not null;
comment on table moment is 'What guides are asked to publish for their customers to see.';
comment on column moment.tags is 'Corp tags: customers with one of them can see it; empty for all.';
comment on column moment.state is 'planned, calling: it may have been made; making: WeCom has a job for it; created: it waits for guides; ended, failed.';
comment on column moment.due_at is 'When it is looked at next; null when nothing is open.';

create table moment_guide (
    moment_no bigint      not null references moment,
    guide     text        not null,
    state     text        not null,
    reason    text,
    at        timestamptz,
    read_at   timestamptz,
    primary key (moment_no, guide)
);
comment on table moment_guide is 'Each guide''s part of a moment.';
comment on column moment_guide.state is 'planned, created: it waits for the guide; published, failed, cancelled.';
comment on column moment_guide.at is 'When we heard that it was published.';
comment on column moment_guide.read_at is 'When who can see it was read.';

create table moment_customer (
    moment_no       bigint not null references moment,
    external_userid text   not null,
    primary key (moment_no, external_userid)
);
create index moment_customer_of_person on moment_customer (external_userid);
comment on table moment_customer is 'Who can see a moment: a friend of two guides stands here once.';
