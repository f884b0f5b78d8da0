create table world (
    brand_id        smallint    primary key,
    seed            bigint      not null,
    size            integer     not null,
    today           date        not null,
    written         integer     not null default 0,
    sealed_settings text,
    broadcast_id    bigint,
    finished_at     timestamptz
);
comment on table world is 'Invented brands, and how far each has been seeded.';
comment on column world.today is 'The first day that is not invented; with seed and size it is the whole world.';
comment on column world.written is 'How many of its events are known to be on the log.';
comment on column world.sealed_settings is 'Write key of its shop and secrets of its WeCom corp, sealed; null before they were made.';
comment on column world.broadcast_id is 'Its first broadcast; null before it was made.';
