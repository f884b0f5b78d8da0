create table webhook (
    id                bigint      generated always as identity primary key,
    brand_id          smallint    not null,
    name              text        not null,
    url               text        not null,
    sealed_secret     text        not null,
    events            text[]      not null,
    personal_data     boolean     not null,
    state             text        not null,
    position          bigint      not null,
    attempts          integer     not null default 0,
    tried_since       timestamptz,
    failing_since     timestamptz,
    next_try_at       timestamptz,
    failure           text,
    failure_status    integer,
    delivered         bigint      not null default 0,
    last_delivered_at timestamptz,
    leased_by         uuid,
    leased_until      timestamptz,
    created_at        timestamptz not null,
    unique (brand_id, name)
);
comment on table webhook is 'An address that is told by HTTP of what happens, event after event. It follows the log: what is behind position is delivered, put aside or not wanted.';
comment on column webhook.events is 'Names of the events it wants; empty for all.';
comment on column webhook.personal_data is 'Whether sealed values are opened for it; otherwise they are left out.';
comment on column webhook.state is 'active, paused by a person, or disabled because it failed for too long or said it is gone.';
comment on column webhook.attempts is 'How often the next event it wants has been tried, since tried_since.';
comment on column webhook.failing_since is 'Since when nothing has been delivered although it was tried; null while all is well.';
comment on column webhook.leased_until is 'Until when the node leased_by alone delivers; a node that died is followed by another then.';

create table dead_letter (
    id          bigint      generated always as identity primary key,
    webhook_id  bigint      not null references webhook on delete cascade,
    position    bigint      not null,
    event       text        not null,
    attempts    integer     not null,
    failure     text        not null,
    status      integer,
    put_at      timestamptz not null,
    last_try_at timestamptz not null,
    replay      boolean     not null default false,
    unique (webhook_id, position)
);
comment on table dead_letter is 'An event that could not be delivered and was put aside so that those behind it could. Its content stays in the log.';
comment on column dead_letter.replay is 'A person asked for it to be delivered once more.';

create table outlet (
    id              bigint      generated always as identity primary key,
    brand_id        smallint    not null,
    name            text        not null,
    servers         text        not null,
    topic           text        not null,
    tls             boolean     not null,
    mechanism       text        not null,
    username        text,
    sealed_password text,
    authority       text,
    events          text[]      not null,
    personal_data   boolean     not null,
    state           text        not null,
    position        bigint      not null,
    sent            bigint      not null default 0,
    last_sent_at    timestamptz,
    attempts        integer     not null default 0,
    failing_since   timestamptz,
    next_try_at     timestamptz,
    failure         text,
    leased_by       uuid,
    leased_until    timestamptz,
    created_at      timestamptz not null,
    unique (brand_id, name)
);
comment on table outlet is 'A Kafka topic to which a brand''s events flow. It follows the log: what is behind position was acknowledged by the brokers.';
comment on column outlet.authority is 'Certificates, as PEM, that the brokers'' own must be signed by; null for those the machine trusts.';
comment on column outlet.mechanism is 'none, plain, scram-sha-256 or scram-sha-512';

create table inlet (
    id              bigint      generated always as identity primary key,
    brand_id        smallint    not null,
    source_id       bigint      not null unique,
    servers         text        not null,
    topic           text        not null,
    group_id        text        not null,
    tls             boolean     not null,
    mechanism       text        not null,
    username        text,
    sealed_password text,
    authority       text,
    state           text        not null,
    version         bigint      not null,
    records         bigint      not null default 0,
    refused         bigint      not null default 0,
    lag             bigint,
    last_record_at  timestamptz,
    checked_at      timestamptz,
    failing_since   timestamptz,
    failure         text,
    created_at      timestamptz not null
);
comment on table inlet is 'A Kafka topic from which a source''s events come. How far it is read stands in Kafka, under the group.';
comment on column inlet.version is 'Changes with the settings: a reader with older ones begins anew.';
comment on column inlet.lag is 'Records not yet read when it was last looked at; null before the first look.';

create table export (
    id            bigint      generated always as identity primary key,
    brand_id      smallint    not null,
    kind          text        not null,
    since         timestamptz,
    until         timestamptz,
    personal_data boolean     not null,
    state         text        not null,
    job_id        uuid        not null,
    files         jsonb       not null,
    row_count     bigint      not null default 0,
    created_by    text        not null,
    created_at    timestamptz not null,
    finished_at   timestamptz
);
create index export_newest on export (brand_id, id desc);
comment on table export is 'Parquet files made of what is known; they lie in the data directory under exports/<id> for seven days.';
comment on column export.state is 'started, done or expired; what happens between started and the end is told by the job.';
comment on column export.files is 'Name, rows and bytes of each file.';
