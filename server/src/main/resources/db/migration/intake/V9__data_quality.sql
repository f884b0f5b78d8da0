create table source_day (
    brand_id smallint not null,
    source   text     not null,
    day      date     not null,
    events   bigint   not null,
    late     bigint   not null,
    orders   bigint   not null,
    orphans  bigint   not null,
    lag_ms   bigint   not null,
    primary key (brand_id, source, day)
);
comment on table source_day is 'What each source sent on each day of its arrival (UTC), counted behind the log by the consumer data-quality.';
comment on column source_day.late is 'Came more than a day after it happened.';
comment on column source_day.orphans is 'Orders that name nobody.';
comment on column source_day.lag_ms is 'Time from happening to arrival, summed over the events that were not late.';

create table refused_value (
    brand_id  smallint not null,
    source    text     not null,
    day       date     not null,
    attribute text     not null,
    reason    text     not null,
    value     text     not null,
    times     bigint   not null,
    primary key (brand_id, source, day, attribute, reason, value)
);
comment on table refused_value is 'Values that name or say nothing, counted behind the log by the consumer data-quality.';
comment on column refused_value.reason is 'placeholder: stands for nothing; malformed: is not what its attribute takes.';
comment on column refused_value.value is 'The placeholder itself, which is nobody''s; empty for malformed values, which may be personal.';

create table quality_report (
    brand_id    smallint    primary key,
    measured_at timestamptz not null,
    log_end     bigint      not null,
    report      jsonb       not null
);
comment on table quality_report is 'The numbers that need a look at every customer, measured by a job: coverage by source and attribute, shared identifiers.';
