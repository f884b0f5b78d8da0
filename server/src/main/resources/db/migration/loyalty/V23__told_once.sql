alter table member add column told_referral boolean not null default false;
comment on column member.told_referral is 'Whether whoever brought them was told that they joined.';

alter table tier_gift add column told_end boolean not null default false;
comment on column tier_gift.told_end is 'Whether its end was looked at, and told if nothing followed it.';
update tier_gift set told_end = true where until_at <= now();
create index tier_gift_to_tell on tier_gift (until_at) where not told_end;
