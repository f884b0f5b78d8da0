alter table account add column may_look_up boolean not null default false;
comment on column account.may_look_up is 'An operator may have a customer''s phone, e-mail and address shown in plain; each time is audited. Administrators always may, guides never.';
