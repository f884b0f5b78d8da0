alter table account add column may_download boolean not null default false;
comment on column account.may_download is 'An operator may download lists of a segment''s members; each time is audited. Administrators always may, guides never.';
