create table tag_group (
    id         bigint      generated always as identity primary key,
    brand_id   smallint    not null,
    name       text        not null,
    single     boolean     not null,
    wecom      boolean     not null,
    created_at timestamptz not null,
    deleted_at timestamptz
);
create unique index tag_group_name on tag_group (brand_id, lower(name)) where deleted_at is null;
comment on table tag_group is 'Groups of tags; deleted ones stay, because the log speaks of them.';
comment on column tag_group.single is 'A customer has at most one tag of the group: the one put on last. Never changed.';
comment on column tag_group.wecom is 'Kept in step with the corp tags of WeCom.';

create table tag (
    id         bigint      generated always as identity primary key,
    brand_id   smallint    not null,
    group_id   bigint      not null references tag_group,
    name       text        not null,
    kind       text        not null,
    created_at timestamptz not null,
    deleted_at timestamptz
);
create unique index tag_name on tag (group_id, lower(name)) where deleted_at is null;
comment on table tag is 'Tags; deleted ones stay, because the log speaks of them.';
comment on column tag.kind is 'plain, or the kind of value it carries: text, number, date. Never changed.';

create table customer_tag (
    brand_id       smallint    not null,
    customer_no    integer     not null,
    tag_id         bigint      not null,
    group_id       bigint      not null,
    single         boolean     not null,
    added_at       timestamptz,
    value          text,
    added_origin   text,
    added_by       text,
    removed_at     timestamptz,
    removed_origin text,
    removed_by     text,
    present        boolean     not null,
    primary key (brand_id, customer_no, tag_id)
);
create index customer_tag_with on customer_tag (brand_id, tag_id, customer_no) where present;
create index customer_tag_of_customer on customer_tag (customer_no);
comment on table customer_tag is 'The newest addition and the newest removal of each tag by their own time: a projection of Tag Added and Tag Removed, the same whatever order they come in.';
comment on column customer_tag.present is 'Added after it was removed and, in a single-choice group, the tag of the group that was added last.';

create table tag_channel (
    id         bigint      generated always as identity primary key,
    brand_id   smallint    not null,
    tag_id     bigint      not null references tag,
    kind       text        not null,
    mark       text        not null,
    created_at timestamptz not null,
    unique (brand_id, kind, mark, tag_id)
);
comment on table tag_channel is 'Tags that customers get by the channel they came through.';
comment on column tag_channel.kind is 'state: the mark of a WeCom contact way; source: the source an event came from.';
