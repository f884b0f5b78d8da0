create table tag_rule (
    id         bigint      generated always as identity primary key,
    brand_id   smallint    not null,
    tag_id     bigint      not null,
    value      text,
    definition jsonb       not null,
    active     boolean     not null,
    inside     bytea,
    due_at     timestamptz not null,
    ran_at     timestamptz,
    met        bigint,
    added      bigint,
    removed    bigint,
    problem    jsonb,
    created_at timestamptz not null,
    unique (brand_id, tag_id)
);
create index tag_rule_due on tag_rule (due_at) where active;
comment on table tag_rule is 'Tags put on and taken off by a definition in the segment language; one rule for a tag.';
comment on column tag_rule.inside is 'Who met the definition at the last run, as a serialised bitmap: only who enters or leaves is touched.';

create table tagging (
    id          bigint      generated always as identity primary key,
    brand_id    smallint    not null,
    tag_id      bigint      not null,
    adding      boolean     not null,
    value       text,
    audience    jsonb       not null,
    customers   bytea,
    reached     bigint,
    changed     bigint,
    first_after bigint,
    last_upto   bigint,
    job         uuid,
    undo_job    uuid,
    done_at     timestamptz,
    undone_at   timestamptz,
    created_by  text        not null,
    created_at  timestamptz not null
);
create index tagging_of_brand on tagging (brand_id, id desc);
comment on table tagging is 'Tags put on or taken off many customers at once; can be undone.';
comment on column tagging.customers is 'Whom it reaches, frozen when it began, as a serialised bitmap.';
comment on column tagging.first_after is 'Its events stand in the log after first_after and up to last_upto.';
