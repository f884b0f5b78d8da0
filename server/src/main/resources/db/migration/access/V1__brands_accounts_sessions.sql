create table brand (
    id         smallint    generated always as identity primary key,
    key        text        not null unique,
    name       text        not null,
    currency   text        not null,
    zone       text        not null,
    created_at timestamptz not null
);
comment on table brand is 'The brands of this installation; the key stands in URLs and never changes.';
comment on column brand.zone is 'Where a day of this brand begins.';

create table account (
    id                   bigint      generated always as identity primary key,
    username             text        not null unique check (username = lower(username)),
    display_name         text        not null,
    role                 text        not null check (role in ('admin', 'operator', 'guide')),
    password_hash        text        not null,
    must_change_password boolean     not null,
    disabled             boolean     not null default false,
    epoch                integer     not null default 0,
    last_sign_in_at      timestamptz,
    created_at           timestamptz not null
);
comment on table account is 'Local accounts of people who sign in. Accounts are disabled, never deleted: the audit trail names them.';
comment on column account.epoch is 'Raised when every open session of the account must end: new password, disabled.';

create table sign_in_failure (
    name_hash    bytea       primary key,
    failures     integer     not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);
create index sign_in_failure_oldest on sign_in_failure (last_at);
comment on table sign_in_failure is 'Attempts to sign in since the last success, for known and unknown user names alike, so that an answer never tells which names exist.';
comment on column sign_in_failure.name_hash is 'SHA-256 of the lower-case user name: people type passwords into the wrong field.';

create table spring_session (
    primary_id            char(36) not null,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100),
    constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);
comment on table spring_session is 'The layout Spring Session expects.';

create table spring_session_attributes (
    session_primary_id char(36)     not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id)
        references spring_session (primary_id) on delete cascade
);
comment on table spring_session_attributes is 'The layout Spring Session expects.';
