alter table paid_membership
    add column told_ending boolean not null default false,
    add column told_end    boolean not null default false;
comment on column paid_membership.told_ending is 'Whether the timeline was told that it ends soon.';
comment on column paid_membership.told_end is 'Whether its end was looked at, and told if nothing followed it.';
update paid_membership set told_ending = true, told_end = true where until_at <= now();
create index paid_membership_to_tell on paid_membership (until_at) where not told_end;
