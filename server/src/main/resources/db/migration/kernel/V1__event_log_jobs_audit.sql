create table event (
    position    bigint      primary key,
    key         uuid        not null,
    brand_id    smallint    not null,
    customer_no integer,
    name        text        not null,
    at          timestamptz not null,
    received_at timestamptz not null,
    source      text        not null,
    message_id  text        not null,
    identified_by smallint  not null,
    properties  jsonb       not null,
    context     jsonb       not null
);
create unique index event_key on event (key);
create index event_of_customer on event (customer_no, at desc, position desc) where customer_no is not null;

comment on table event is 'The timeline: everything that happened, append-only, in commit order without gaps.';
comment on column event.key is 'First 128 bits of SHA-256 over brand, source and message id: makes every event idempotent for as long as the log is kept.';
comment on column event.identified_by is 'Which kinds of identifier the sender named the customer by: one bit per kind, in the order of IdentifierKind.';
comment on column event.customer_no is 'Whom it is about, as resolved when written; null for an anonymous sale.';

create table consumer_offset (
    consumer text   primary key,
    position bigint not null
);
comment on table consumer_offset is 'How far each consumer has read; moved in the transaction of its effect.';

create table job (
    id          uuid        primary key,
    kind        text        not null,
    title       text        not null,
    brand_id    smallint,
    state       text        not null,
    unit        text        not null,
    done        bigint      not null default 0,
    total       bigint,
    message     text,
    link        text,
    params      jsonb       not null,
    checkpoint  jsonb,
    stop_wish   text,
    created_by  text        not null,
    created_at  timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz
);
create index job_newest on job (created_at desc, id);
comment on table job is 'Long work with progress; the scheduled task beside it makes it run, again after a kill.';
comment on column job.stop_wish is 'cancel or pause, asked for by a person and answered at the next checkpoint.';

create table scheduled_task (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_task_due on scheduled_task (execution_time);
create index scheduled_task_heartbeat on scheduled_task (last_heartbeat);
comment on table scheduled_task is 'The layout db-scheduler expects.';

create table audit_entry (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   text        not null,
    action  text        not null,
    subject text        not null,
    detail  jsonb       not null
);
create index audit_entry_of_actor on audit_entry (actor, id desc);
comment on table audit_entry is 'Who changed what; append-only.';
