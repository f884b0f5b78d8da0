create table app (
    brand_id       smallint    not null,
    kind           text        not null,
    app_id         text        not null unique,
    sealed_secret  text        not null,
    sealed_token   text        not null,
    sealed_aes_key text        not null,
    base_url       text        not null,
    version        bigint      not null,
    primary key (brand_id, kind)
);
comment on table app is 'A brand''s official account and its mini-program; secrets sealed.';
comment on column app.version is 'Changes with the settings, so that clients made of older ones are let go.';

create table follower (
    app_id        text        not null,
    openid        text        not null,
    brand_id      smallint    not null,
    following     boolean     not null,
    changed_at    timestamptz not null,
    interacted_at timestamptz,
    primary key (app_id, openid)
);
comment on table follower is 'Who follows an official account or uses a mini-program. An openid means nothing in another app.';
comment on column follower.interacted_at is 'When the person last did something that lets a customer-service message follow within 48 hours.';

create table permission (
    app_id      text    not null,
    openid      text    not null,
    template_id text    not null,
    remaining   integer not null,
    primary key (app_id, openid, template_id)
);
comment on table permission is 'How many messages of a template somebody still allows; each is good once.';

create table heard (
    key         bytea       primary key,
    received_at timestamptz not null
);
create index heard_received on heard (received_at);
comment on table heard is 'Callbacks that have taken effect, for a week, so that one that comes again counts once.';
