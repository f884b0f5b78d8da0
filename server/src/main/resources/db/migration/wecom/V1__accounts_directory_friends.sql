create table account (
    brand_id       smallint    primary key,
    corp_id        text        not null,
    agent_id       integer     not null,
    sealed_secret  text        not null,
    sealed_token   text        not null,
    sealed_aes_key text        not null,
    base_url       text        not null,
    authorize_url  text        not null,
    version        bigint      not null,
    last_sync_at   timestamptz,
    problem        jsonb
);
comment on table account is 'A brand''s WeCom corp and application. Secrets are sealed.';
comment on column account.problem is 'The last call''s failure that a person must mend; null when calls work.';

create table store (
    brand_id  smallint         not null,
    id        bigint           not null,
    name      text             not null,
    city      text,
    longitude double precision,
    latitude  double precision,
    open      boolean          not null,
    primary key (brand_id, id)
);
comment on table store is 'Stores: departments below the store root. Coordinates are GCJ-02, described separately, since WeCom does not know them.';

create table guide (
    brand_id smallint not null,
    userid   text     not null,
    name     text     not null,
    store_id bigint,
    active   boolean  not null,
    primary key (brand_id, userid)
);
create index guide_of_store on guide (brand_id, store_id);
comment on table guide is 'Members who may have customers as friends.';

create table friend (
    brand_id        smallint    not null,
    external_userid text        not null,
    userid          text        not null,
    add_way         integer     not null,
    state           text,
    created_at      timestamptz not null,
    removed_at      timestamptz,
    contact_hash    bigint      not null,
    seen_at         timestamptz not null,
    primary key (brand_id, external_userid, userid)
);
create index friend_of_guide on friend (brand_id, userid) where removed_at is null;
comment on table friend is 'Friendships of a guide and a customer, ended ones too. A customer may be a friend of several guides: people are counted, not rows.';
comment on column friend.contact_hash is 'Changes when the name or unionid of the customer does, so that only changes become events.';
comment on column friend.seen_at is 'When WeCom last said so; a directory synchronisation that ends completely ends those it did not see.';

create table callback (
    key         bytea       primary key,
    brand_id    smallint    not null,
    change_type text        not null,
    fields      jsonb       not null,
    received_at timestamptz not null,
    due_at      timestamptz,
    attempts    integer     not null default 0,
    problem     text
);
create index callback_due on callback (due_at) where due_at is not null;
comment on table callback is 'Every callback once, by a hash over brand, ChangeType, UserID, ExternalUserID, ChatId, CreateTime and tag Id; due_at is null when it has been dealt with.';
