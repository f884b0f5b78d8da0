create index shared_invitation_until on shared_invitation (until_at);
comment on column shared_invitation.until_at is 'It lets nobody join from then on; a month later the row goes.';

create index marketplace_link_bound on marketplace_link (shop_id, id desc) where state = 'linked';
create index marketplace_link_stuck on marketplace_link (shop_id, id desc) where state = 'linked' and trouble is not null;
