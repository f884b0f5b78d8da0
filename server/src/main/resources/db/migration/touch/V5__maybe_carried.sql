alter table message add column maybe_carried boolean not null default false;
comment on column message.maybe_carried is 'A call for it was left without an answer. It is made again with the same key; if it comes to no other call, nobody can say whether the customer got it.';
alter table recipient add column maybe_carried boolean not null default false;
comment on column recipient.maybe_carried is 'As of messages.';
