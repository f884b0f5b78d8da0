create table suggestion (
    brand_id    smallint         not null,
    left_no     integer          not null,
    right_no    integer          not null,
    weight      double precision not null,
    probability double precision not null,
    evidence    jsonb            not null,
    state       text             not null,
    merged      boolean          not null default false,
    found_at    timestamptz      not null,
    run_at      timestamptz      not null,
    decided_at  timestamptz,
    decided_by  text,
    primary key (brand_id, left_no, right_no),
    check (left_no < right_no)
);
create index suggestion_by_weight on suggestion (brand_id, state, weight desc, left_no, right_no);
create index suggestion_of_left on suggestion (left_no);
create index suggestion_of_right on suggestion (right_no);
comment on table suggestion is 'Pairs of customers that may be one person, for a person to decide. Holds no personal data, so a decision stays when its customers are cleared.';
comment on column suggestion.weight is 'Evidence in bits, the prior not counted.';
comment on column suggestion.evidence is 'Per field how the two values stand to each other and what that weighs, never the values.';
comment on column suggestion.state is 'open, accepted, rejected or obsolete';
comment on column suggestion.merged is 'The two became one customer by other evidence: it does not come back when somebody takes them apart.';
comment on column suggestion.run_at is 'When the search that found it last began.';

create table suggestion_run (
    brand_id    smallint    primary key,
    job_id      uuid        not null,
    started_at  timestamptz not null,
    log_end     bigint      not null,
    finished_at timestamptz,
    customers   integer,
    found       integer
);
comment on table suggestion_run is 'The last search for suggestions of each brand.';
comment on column suggestion_run.log_end is 'How far the log was when it began: nothing new, nothing to search.';
