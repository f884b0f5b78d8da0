create table account_store (
    account_id bigint   not null references account (id),
    brand_id   smallint not null references brand (id),
    store      text     not null check (length(store) between 1 and 100),
    primary key (account_id, brand_id, store)
);
comment on table account_store is 'The stores a guide works at, as an administrator gave them. Administrators and operators work at every store of every brand; a guide at none that is not here.';
comment on column account_store.store is 'The store''s code, as the catalogue, orders and tills name it; one that the catalogue does not know is allowed.';
