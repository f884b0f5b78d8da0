create table shared_rule (
    brand_id         smallint    not null,
    kind             text        not null check (kind in ('family', 'company')),
    active           boolean     not null,
    most             integer     not null check (most > 1),
    everybody_spends boolean     not null,
    changed_by       text        not null,
    changed_at       timestamptz not null,
    primary key (brand_id, kind)
);
comment on table shared_rule is 'Whether a brand has family or company accounts, and what holds in them.';

create table shared_account (
    id        bigint      generated always as identity primary key,
    brand_id  smallint    not null,
    kind      text        not null check (kind in ('family', 'company')),
    opened_at timestamptz not null,
    closed_at timestamptz
);
create index shared_account_of_brand on shared_account (brand_id, id desc);
comment on table shared_account is 'Members who spend points together; each keeps their own.';

create table shared_person (
    account_id  bigint      not null references shared_account,
    brand_id    smallint    not null,
    opened_no   integer     not null,
    customer_no integer     not null,
    holder      boolean     not null,
    joined_at   timestamptz not null,
    left_at     timestamptz
);
create unique index shared_person_now on shared_person (brand_id, customer_no) where left_at is null;
create index shared_person_of_account on shared_person (account_id) where left_at is null;
create index shared_person_of_customer on shared_person (customer_no);
create index shared_person_opened on shared_person (opened_no);
comment on table shared_person is 'Who is or was in which shared account; nobody in two of a brand at once.';
comment on column shared_person.opened_no is 'The customer number that joined; never changes.';
comment on column shared_person.customer_no is 'Whose that is now.';

create table shared_invitation (
    code_hash  bytea       primary key,
    account_id bigint      not null references shared_account,
    until_at   timestamptz not null,
    used_at    timestamptz
);
create index shared_invitation_of_account on shared_invitation (account_id);
comment on table shared_invitation is 'Each lets one person join one account; the code itself is kept nowhere.';

comment on column posting.foreign_account is 'It is of another account than its entry: both were one customer''s, or of people who share an account.';
