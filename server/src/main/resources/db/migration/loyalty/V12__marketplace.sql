create table marketplace_shop (
    id            bigint      generated always as identity primary key,
    brand_id      smallint    not null,
    code          text        not null unique,
    dialect       text        not null,
    name          text        not null,
    app_key       text        not null,
    secret        text        not null,
    salt          text        not null,
    api           text        not null,
    connected_by  text        not null,
    connected_at  timestamptz not null,
    ended_at      timestamptz,
    phones_to     integer     not null default 0,
    leased_until  timestamptz,
    rests_until   timestamptz,
    failures      integer     not null default 0,
    trouble       text,
    compare_at    timestamptz,
    compared_at   timestamptz
);
create unique index marketplace_shop_of_brand on marketplace_shop (brand_id, dialect, name) where ended_at is null;
comment on table marketplace_shop is 'Shops on marketplaces whose members are bound with the brand''s own.';
comment on column marketplace_shop.code is 'In the address the marketplace calls; cannot be guessed.';
comment on column marketplace_shop.secret is 'The app secret, sealed; empty once disconnected.';
comment on column marketplace_shop.salt is 'What the marketplace mixes mobile numbers with, as its dialect says.';
comment on column marketplace_shop.api is 'Where the marketplace is called.';
comment on column marketplace_shop.phones_to is 'Up to which identifier phones have been mixed.';
comment on column marketplace_shop.leased_until is 'Until when a node pushes for it alone.';
comment on column marketplace_shop.rests_until is 'Until when it is not called, because it failed or asked for it.';
comment on column marketplace_shop.trouble is 'Why it could not be called last; null when it could.';
comment on column marketplace_shop.compare_at is 'When its list of bound members is compared next.';

create table marketplace_link (
    id            bigint      generated always as identity primary key,
    brand_id      smallint    not null,
    shop_id       bigint      not null references marketplace_shop,
    opened_no     integer,
    customer_no   integer,
    account       text        not null,
    account_blind bytea       not null,
    mix           bytea,
    state         text        not null,
    linked_at     timestamptz not null,
    ended_at      timestamptz,
    changes       bigint      not null default 1,
    push_at       timestamptz,
    pushed_at     timestamptz,
    pushed_points bigint,
    pushed_tier   integer,
    trouble       text
);
create unique index marketplace_link_of_account on marketplace_link (shop_id, account_blind) where state = 'linked';
create index marketplace_link_of_customer on marketplace_link (customer_no);
create index marketplace_link_opened on marketplace_link (opened_no);
create index marketplace_link_to_push on marketplace_link (shop_id, push_at) where push_at is not null;
create index marketplace_link_mix on marketplace_link (shop_id, mix) where mix is not null;
comment on table marketplace_link is 'Which account on a marketplace is which member. Two of one shop may be one member''s after a merge.';
comment on column marketplace_link.opened_no is 'The customer number it was bound under; never changes.';
comment on column marketplace_link.customer_no is 'Whose number that is now.';
comment on column marketplace_link.account is 'The marketplace''s id of the buyer, sealed.';
comment on column marketplace_link.mix is 'The mixed mobile number it was bound with, while nobody is known who has it.';
comment on column marketplace_link.state is 'linked, ended, forgotten (the person was erased: the marketplace is told, then the row goes).';
comment on column marketplace_link.changes is 'Goes up with each change; sent along, so that an older state is never taken for a newer one.';
comment on column marketplace_link.push_at is 'When the marketplace is to be told; null when it has the newest.';
comment on column marketplace_link.trouble is 'Why the marketplace did not take it.';

create table marketplace_phone (
    shop_id  bigint  not null references marketplace_shop,
    mix      bytea   not null,
    phone_no integer not null,
    primary key (shop_id, mix)
);
create index marketplace_phone_no on marketplace_phone (phone_no);
comment on table marketplace_phone is 'Known phones as a shop''s marketplace mixes them, so that a mixed one is found.';
comment on column marketplace_phone.phone_no is 'The phone''s own identifier number; whose it is is asked when it is found.';

create table marketplace_refusal (
    shop_code text    not null,
    day       date    not null,
    code      text    not null,
    calls     bigint  not null,
    primary key (shop_code, day, code)
);
comment on table marketplace_refusal is 'Calls of marketplaces that were refused, by reason. Calls for no known shop stand under an empty code.';

create table marketplace_difference (
    id        bigint      generated always as identity primary key,
    shop_id   bigint      not null references marketplace_shop,
    kind      text        not null,
    account   text        not null,
    here      bigint,
    there     bigint,
    found_at  timestamptz not null
);
create index marketplace_difference_of_shop on marketplace_difference (shop_id);
comment on table marketplace_difference is 'What the last comparison with a shop''s list of bound members found.';
comment on column marketplace_difference.kind is 'only-here, only-there, points, twice (two accounts of one member).';
comment on column marketplace_difference.account is 'The account, masked.';
