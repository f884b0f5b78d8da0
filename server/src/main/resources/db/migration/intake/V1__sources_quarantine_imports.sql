create table source (
    id            bigint      generated always as identity primary key,
    brand_id      smallint    not null,
    name          text        not null,
    kind          text        not null,
    key_hash      bytea,
    created_at    timestamptz not null,
    revoked_at    timestamptz,
    events        bigint      not null default 0,
    last_event_at timestamptz,
    unique (brand_id, name)
);
create unique index source_key on source (key_hash) where key_hash is not null;
comment on table source is 'Who reports events of a brand. Its name stands in each event and keeps the message ids of sources apart, so a name is never used again.';
comment on column source.kind is 'http or file';
comment on column source.key_hash is 'SHA-256 of the write key, which is shown once and kept nowhere; null for files.';
comment on column source.events is 'Counted behind the log by the consumer source-activity.';

create table quarantine (
    id        bigint      generated always as identity primary key,
    source_id bigint      not null references source,
    body_hash bytea       not null,
    reason    text        not null,
    body      text        not null,
    times     integer     not null default 1,
    first_at  timestamptz not null,
    last_at   timestamptz not null,
    unique (source_id, body_hash)
);
comment on table quarantine is 'Events that could not be taken, kept with the reason so that nothing is lost; sending one again counts up.';
comment on column quarantine.body is 'The event as it came, sealed, because it may hold personal data.';

create table import (
    id          bigint      generated always as identity primary key,
    brand_id    smallint    not null,
    kind        text        not null,
    filename    text        not null,
    bytes       bigint      not null,
    state       text        not null,
    encoding    text        not null,
    delimiter   text        not null,
    columns     jsonb       not null,
    sample      jsonb       not null,
    mapping     jsonb       not null,
    source      text,
    job_id      uuid,
    counts      jsonb,
    problem     jsonb,
    created_by  text        not null,
    created_at  timestamptz not null,
    finished_at timestamptz
);
create index import_newest on import (brand_id, id desc);
comment on table import is 'One uploaded file and what became of it; the file lies in the data directory under imports/<id> until it is in.';
comment on column import.state is 'draft, started, done or cancelled; what happens between started and the end is told by the job.';
comment on column import.sample is 'The first rows as read, for the person who maps the columns; emptied when the import ends.';
comment on column import.problem is 'Why the last run failed: code and parameters.';
