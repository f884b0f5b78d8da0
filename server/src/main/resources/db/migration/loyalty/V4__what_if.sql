create table what_if (
    id           bigint      generated always as identity primary key,
    brand_id     smallint    not null,
    months       integer     not null,
    draft        jsonb       not null,
    against      jsonb       not null,
    version      integer,
    margin_rate  numeric     not null,
    point_cost   numeric     not null,
    job          text,
    asked_by     text        not null,
    asked_at     timestamptz not null,
    answered_at  timestamptz,
    answer       jsonb
);
create index what_if_of_brand on what_if (brand_id, id desc);
comment on table what_if is 'What would have been under a draft programme, as it was asked and answered.';
comment on column what_if.months is 'How many months were replayed, the running one among them.';
comment on column what_if.against is 'The programme it was compared with.';
comment on column what_if.version is 'Which published version that is; null where it was another draft.';
comment on column what_if.margin_rate is 'What is left of sales after the goods were paid, 0 … 1.';
comment on column what_if.point_cost is 'What an issued point costs the brand, in the currency''s major unit.';
comment on column what_if.answer is 'Null as long as it is not answered.';

create table what_if_move (
    what_if_id   bigint      not null references what_if on delete cascade,
    from_tier    smallint    not null,
    to_tier      smallint    not null,
    customers    bytea       not null,
    primary key (what_if_id, from_tier, to_tier)
);
comment on table what_if_move is 'Who would stand in another tier: sets of customer numbers as they were then, and nothing else of them.';
comment on column what_if_move.from_tier is 'The tier''s place under the programme compared with, -1 for none.';
comment on column what_if_move.to_tier is 'The tier''s place under the draft, -1 for none.';
