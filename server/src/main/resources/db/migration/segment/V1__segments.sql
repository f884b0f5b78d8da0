create table saved_segment (
    id          bigint      generated always as identity primary key,
    brand_id    smallint    not null,
    name        text        not null,
    description text,
    definition  jsonb       not null,
    version     integer     not null,
    counted     bigint,
    counted_at  timestamptz,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);
create unique index saved_segment_name on saved_segment (brand_id, lower(name));
comment on table saved_segment is 'Saved segments as they are now; the definition is in the segment language.';
comment on column saved_segment.counted is 'How many customers met it at counted_at.';

create table segment_version (
    segment_id bigint      not null references saved_segment on delete cascade,
    version    integer     not null,
    name       text        not null,
    definition jsonb       not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    primary key (segment_id, version)
);
comment on table segment_version is 'What each segment meant from when on; append-only while the segment exists.';
