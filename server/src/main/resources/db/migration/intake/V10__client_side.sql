alter table source add column side text not null default 'server' check (side in ('server', 'client'));
comment on column source.side is 'Where the write key is kept: on a server, or in a page or app (client), where anybody can read it; orders and what else moves money or points are taken from servers only.';
