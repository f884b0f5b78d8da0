create table consent_decision (
    position    bigint      primary key,
    brand_id    smallint    not null,
    customer_no integer     not null,
    channel     text        not null,
    purpose     text        not null,
    granted     boolean     not null,
    at          timestamptz not null,
    received_at timestamptz not null,
    source      text        not null,
    wording     text,
    version     text,
    proof       text,
    recorded_by text
);
create index consent_decision_of_customer on consent_decision (customer_no, at desc, position desc);
comment on table consent_decision is 'The consent ledger: every grant and withdrawal, one row each. customer.consent is what is in force.';
comment on column consent_decision.position is 'Of the event on the log, so that projecting it twice writes it once.';
comment on column consent_decision.channel is 'A channel, or any: said for all of them.';
comment on column consent_decision.wording is 'What the customer was shown or told.';
comment on column consent_decision.version is 'Of the privacy notice or form.';
comment on column consent_decision.proof is 'Where the proof lies: a form number, a recording, a page address.';
comment on column consent_decision.recorded_by is 'Who wrote it down for the customer; null when the customer decided themselves or a system reported it.';

create table quiet_preference (
    brand_id    smallint    not null,
    customer_no integer     not null,
    kind        text        not null,
    until       timestamptz,
    hours_from  text,
    hours_to    text,
    at          timestamptz not null,
    source      text        not null,
    recorded_by text,
    primary key (brand_id, customer_no)
);
comment on table quiet_preference is 'When a customer does not want to hear marketing from a brand. The newest wish by its own time stands; of two at the same instant the quieter one.';
comment on column quiet_preference.kind is 'none, always, until or hours';
comment on column quiet_preference.hours_from is 'HH:mm in the brand''s zone';

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
