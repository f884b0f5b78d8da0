alter table bought
    add column undone smallint not null default 0;
comment on column bought.undone is 'How often an import that told of it was undone; told again it earns again.';
