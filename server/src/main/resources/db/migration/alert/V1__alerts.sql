create table alert (
    id         bigint      generated always as identity primary key,
    brand_id   smallint    not null,
    kind       text        not null,
    subject    text        not null,
    since      timestamptz not null,
    raised_at  timestamptz not null,
    cleared_at timestamptz,
    waiting    bigint      not null,
    reason_zh  text        not null,
    reason_en  text        not null,
    path       text        not null,
    told_at    timestamptz,
    told_end_at timestamptz
);
create unique index alert_open on alert (brand_id, kind, subject) where cleared_at is null;
create index alert_untold on alert (id) where told_at is null or told_end_at is null;
create index alert_of_brand on alert (brand_id, id desc);
comment on table alert is 'What is or was late beyond the brand''s limit: one row from the moment it is until it has recovered, however many looks and nodes.';
comment on column alert.subject is 'What of its kind is late: a journey, a channel, a broadcast, a job.';
comment on column alert.since is 'Since when the oldest has been late.';
comment on column alert.path is 'Where the console shows it, below the brand.';
comment on column alert.told_at is 'When the mail left, or when it turned out that nobody is to be told.';

create table alert_setting (
    brand_id    smallint    primary key,
    minutes     integer     not null,
    sealed_mail text,
    updated_at  timestamptz not null
);
comment on table alert_setting is 'After how many minutes something late is an alert, and whom to write to. A brand without a row has the defaults.';
comment on column alert_setting.sealed_mail is 'Mail addresses of those who run the brand, sealed, one a line.';
