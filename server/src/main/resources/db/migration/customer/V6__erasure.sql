create table person_export (
    id            bigint      generated always as identity primary key,
    brand_id      smallint    not null,
    customer_no   integer     not null,
    reason        text        not null,
    job_id        uuid,
    requested_by  text        not null,
    requested_at  timestamptz not null,
    ready_at      timestamptz,
    expires_at    timestamptz,
    bytes         bigint,
    downloads     integer     not null default 0,
    removed_at    timestamptz
);
create index person_export_of_customer on person_export (customer_no, id desc);
create index person_export_expiring on person_export (expires_at) where removed_at is null;
comment on table person_export is 'Archives of all that is held about one person; the file lies sealed in the data directory under person-exports/<id> until it expires.';

create table erasure (
    id           bigint      generated always as identity primary key,
    brand_id     smallint    not null,
    customer_no  integer     not null,
    reason       text        not null,
    state        text        not null,
    requested_by text        not null,
    requested_at timestamptz not null,
    approved_by  text,
    job_id       uuid,
    numbers      integer[]   not null default '{}',
    highest      integer,
    person       text,
    erased_at    timestamptz,
    finished_at  timestamptz,
    certificate  jsonb
);
create unique index erasure_of_customer on erasure (customer_no) where state <> 'rejected';
comment on table erasure is 'Requests to forget a person and what came of them. The number leads nowhere any more once it is done.';
comment on column erasure.state is 'waiting (for a second administrator), running, done or rejected';
comment on column erasure.numbers is 'All numbers the person''s records stood under: none of them is ever given to anybody else, and what is still said of one is nobody''s.';
comment on column erasure.highest is 'The greatest of them.';
comment on column erasure.person is 'Whom to look for in stores that know people by name, sealed; empty once it is done.';
comment on column erasure.erased_at is 'When the identifiers went: what is older and comes later is not written.';
comment on column erasure.certificate is 'What was erased where, in counts, and what is kept and why; no personal data.';

create table tombstone (
    kind      text        not null,
    blind     bytea       not null,
    erased_at timestamptz not null,
    primary key (blind, kind)
);
comment on table tombstone is 'Blind indexes of erased identifiers: history of the person that comes late, or out of a backup, is recognised without knowing who it was.';

create table privacy_rules (
    id        boolean primary key default true check (id),
    four_eyes boolean not null
);
comment on table privacy_rules is 'One row, or none for the defaults: whether an erasure needs a second administrator.';
