alter table source
    add column platform      text,
    add column connect_key   text unique,
    add column sealed_secret text,
    add constraint source_connector check (
        (kind = 'connector') = (platform is not null)
        and (kind = 'connector') = (connect_key is not null)
        and (kind = 'connector') = (sealed_secret is not null));
comment on column source.kind is 'http, file or connector';
comment on column source.platform is 'Whose orders a connector reports: tmall, jd, youzan, douyin or what an added connector calls its platform.';
comment on column source.connect_key is 'Stands in the address a platform pushes to. It is no secret: the signature is what counts.';
comment on column source.sealed_secret is 'With which the platform signs, sealed.';

create table platform_order (
    source_id    bigint      not null references source,
    number       text        not null,
    sealed_buyer text,
    buyer_blind  bytea,
    heard_at     timestamptz not null,
    primary key (source_id, number)
);
create index platform_order_unseen on platform_order (source_id) where sealed_buyer is null;
create index platform_order_buyer on platform_order (buyer_blind) where buyer_blind is not null;
comment on table platform_order is 'Every order number a connector has heard of, and by what its buyer is known: a later notice that only has the number finds its customer here.';
comment on column platform_order.sealed_buyer is 'The buyer''s identifiers as JSON, sealed; null while only notices with the number have come, not the order itself.';
comment on column platform_order.buyer_blind is 'Blind index of the buyer id, so that a buyer who asks to be forgotten is found.';

create table platform_notice (
    source_id   bigint      not null references source,
    number      text        not null,
    hash        bytea       not null,
    message     text        not null,
    received_at timestamptz not null,
    primary key (source_id, number, hash)
);
comment on table platform_notice is 'Notices that came before the order they are about: told as soon as it comes.';
comment on column platform_notice.message is 'As it came, sealed.';

create table platform_file (
    id          bigint      generated always as identity primary key,
    source_id   bigint      not null references source,
    filename    text        not null,
    bytes       bigint      not null,
    job_id      uuid,
    counts      jsonb,
    created_by  text        not null,
    created_at  timestamptz not null,
    finished_at timestamptz
);
create index platform_file_newest on platform_file (source_id, id desc);
comment on table platform_file is 'One uploaded file of a platform''s order messages, one JSON object a line; it lies under connector-files/<id> in the data directory until it is in.';

create table platform_file_error (
    file_id bigint not null references platform_file on delete cascade,
    line    bigint not null,
    reason  text   not null,
    place   text   not null,
    primary key (file_id, line)
);
comment on table platform_file_error is 'Lines that could not be taken, the first ten thousand of a file. What stood there is in quarantine.';
