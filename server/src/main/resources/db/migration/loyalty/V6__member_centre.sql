create table member_session (
    token_hash  bytea       primary key,
    brand_id    smallint    not null,
    customer_no integer     not null,
    way         text        not null,
    opened_at   timestamptz not null,
    expires_at  timestamptz not null
);
create index member_session_of_customer on member_session (customer_no, brand_id);
create index member_session_to_end on member_session (expires_at);
comment on table member_session is 'Who is signed in at the member centre. A row is deleted when its member signs out, is forgotten, or turns out to be two people.';
comment on column member_session.token_hash is 'SHA-256 of what the browser''s cookie says, which has 256 random bits.';
comment on column member_session.way is 'How they proved who they are: phone or wechat.';

create table sign_in_code (
    brand_id   smallint    not null,
    phone      bytea       not null,
    code       bytea       not null,
    tries      integer     not null default 0,
    sent_at    timestamptz not null,
    expires_at timestamptz not null,
    primary key (brand_id, phone)
);
create index sign_in_code_to_end on sign_in_code (expires_at);
comment on table sign_in_code is 'The last code sent to each phone that somebody wants to sign in with; deleted when it is used.';
comment on column sign_in_code.phone is 'A blind index: the number itself is not kept.';
comment on column sign_in_code.code is 'A blind index of phone and code together, under the vault''s key: six digits by themselves are found from any plain hash.';
comment on column sign_in_code.tries is 'How often it was typed, right or wrong; after five it is worth nothing.';

create table sign_in_count (
    what  bytea       primary key,
    used  integer     not null,
    until timestamptz not null
);
create index sign_in_count_to_end on sign_in_count (until);
comment on table sign_in_count is 'How often somebody did something about signing in, in one stretch of time.';
comment on column sign_in_count.what is 'A blind index of the limit, who meets it (a phone, an address, a brand) and the stretch.';

create table wechat_sign_in (
    state_hash bytea       primary key,
    brand_id   smallint    not null,
    agreed     boolean     not null,
    marketing  boolean     not null,
    invite     text,
    page       text        not null,
    expires_at timestamptz not null
);
create index wechat_sign_in_to_end on wechat_sign_in (expires_at);
comment on table wechat_sign_in is 'Browsers that were sent to WeChat to be asked who they are; each comes back once.';
comment on column wechat_sign_in.state_hash is 'SHA-256 of the state that WeChat carries, and of the cookie of the browser that was sent, one behind the other.';
comment on column wechat_sign_in.agreed is 'Whether they agreed to the terms of membership before they went.';
comment on column wechat_sign_in.page is 'Where they wanted to go.';
