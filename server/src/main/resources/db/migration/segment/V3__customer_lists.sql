create table customer_list (
    id              bigint      generated always as identity primary key,
    brand_id        smallint    not null,
    name            text        not null,
    origin          text        not null,
    segment_id      bigint,
    segment_name    text,
    segment_version integer,
    definition      jsonb,
    reading         jsonb,
    filename        text,
    identifier_kind text,
    result          jsonb,
    numbers         bytea,
    customers       bytea,
    followed        bigint,
    revision        integer     not null default 1,
    size            bigint,
    job             uuid,
    ready_at        timestamptz,
    unmatched_until timestamptz,
    created_by      text        not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null
);
create unique index customer_list_name on customer_list (brand_id, lower(name));
comment on table customer_list is 'Static lists of customers: who was in a segment once, or who is named in a file.';
comment on column customer_list.origin is 'snapshot or upload';
comment on column customer_list.definition is 'Of a snapshot: what the segment meant when it was taken, in the segment language; reading says it in words.';
comment on column customer_list.result is 'Of an upload: rows, valid, matched, distinct customers, and how many rows did not match for which reason.';
comment on column customer_list.numbers is 'Whom it lists, for good, as a serialised bitmap: the customers'' numbers of a snapshot, the identifiers'' own numbers of an upload. Only erasure changes it.';
comment on column customer_list.customers is 'Who carries these numbers as of followed, a serialised bitmap.';
comment on column customer_list.followed is 'The last change of who is who that customers takes account of.';
comment on column customer_list.revision is 'One more whenever numbers changes.';

create table customer_list_piece (
    list_id bigint  not null references customer_list on delete cascade,
    piece   integer not null,
    content text    not null,
    numbers bytea,
    result  jsonb,
    primary key (list_id, piece)
);
comment on table customer_list_piece is 'Rows of an uploaded list, sealed: all of them until they are looked up, then those that matched nobody, for a week.';
comment on column customer_list_piece.numbers is 'The identifiers'' numbers it gave, null until it has been looked up.';

create table member_download (
    id            bigint      generated always as identity primary key,
    brand_id      smallint    not null,
    segment_id    bigint,
    list_id       bigint,
    source_name   text        not null,
    columns       jsonb       not null,
    format        text        not null,
    plain         boolean     not null,
    customers     bytea,
    state         text        not null,
    row_count     bigint,
    bytes         bigint,
    job           uuid,
    created_by    text        not null,
    created_at    timestamptz not null,
    finished_at   timestamptz
);
create index member_download_of_brand on member_download (brand_id, id desc);
comment on table member_download is 'Files of a segment''s or a list''s members, made by a job and kept for a few days.';
comment on column member_download.customers is 'Whom it holds, frozen when it begins, as a serialised bitmap; null before and after.';
comment on column member_download.plain is 'Whether phone, e-mail and the like stand in it in plain, which only those may ask for and fetch who may see them.';
