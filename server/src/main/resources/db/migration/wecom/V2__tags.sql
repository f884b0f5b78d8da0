create table tag_group_link (
    brand_id smallint not null,
    wecom_id text     not null,
    group_id bigint   not null,
    name     text     not null,
    given_up boolean  not null default false,
    primary key (brand_id, wecom_id),
    unique (brand_id, group_id)
);
comment on table tag_group_link is 'Which group of corp tags is which tag group.';
comment on column tag_group_link.name is 'The name both sides agreed on last.';
comment on column tag_group_link.given_up is 'Deleted here, and WeCom does not let this app delete it there: it is not taken over again.';

create table tag_link (
    brand_id       smallint not null,
    wecom_id       text     not null,
    wecom_group_id text     not null,
    tag_id         bigint   not null,
    name           text     not null,
    given_up       boolean  not null default false,
    primary key (brand_id, wecom_id),
    unique (brand_id, tag_id)
);
comment on table tag_link is 'Which corp tag is which tag.';
comment on column tag_link.name is 'The name both sides agreed on last.';

create table friend_tags (
    brand_id        smallint    not null,
    external_userid text        not null,
    userid          text        not null,
    agreed          text[]      not null,
    agreed_at       timestamptz not null,
    theirs          text[],
    read_at         timestamptz,
    primary key (brand_id, external_userid, userid)
);
comment on table friend_tags is 'Corp tags on each friendship: those both sides agreed on last, and what a synchronisation has read and not yet dealt with.';

create table tag_push (
    brand_id        smallint    not null,
    external_userid text        not null,
    due_at          timestamptz not null,
    attempts        integer     not null default 0,
    problem         text,
    primary key (brand_id, external_userid)
);
create index tag_push_due on tag_push (due_at);
comment on table tag_push is 'Customers whose tags changed here and are to be marked in WeCom.';

create table tag_corp (
    brand_id smallint primary key,
    corp_id  text     not null
);
comment on table tag_corp is 'The corp that the links are of: with another corp they begin anew, and no tag is taken for deleted.';
