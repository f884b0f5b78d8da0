alter table policy
    add column caps             jsonb        not null default '[]',
    add column control_percent  numeric(4,2) not null default 0,
    add column suppression_lists jsonb       not null default '[]';
comment on column policy.caps is 'Further caps beside the first: channel and purpose (absent: all), most, days.';
comment on column policy.control_percent is 'The share of all customers, by a stable hash of their number, who never get marketing.';
comment on column policy.suppression_lists is 'Static lists of customers who may not be written to: list, and channel (absent: all).';

alter table broadcast add column priority smallint not null default 5;
comment on column broadcast.priority is '0 to 9. A plan leaves the room in a cap to the plans of higher priority.';

alter table recipient add column held_until timestamptz;
comment on column recipient.held_until is 'Quiet hours where the customer lives end then; not claimed before.';
drop index recipient_next;
create index recipient_next on recipient (broadcast_id, sender, text_key, customer_no)
    where state = 'pending' and dispatch_id is null and held_until is null;
create index recipient_held on recipient (broadcast_id, held_until)
    where state = 'pending' and dispatch_id is null and held_until is not null;

alter table dispatch
    alter column broadcast_id drop not null,
    add column template_id bigint;
create index dispatch_of_sender on dispatch (brand_id, channel, sender, called_at) where sender is not null;
comment on column dispatch.broadcast_id is 'Null: a call for single messages.';
comment on column dispatch.template_id is 'Of single messages: the template all of them were made of.';

alter table link alter column broadcast_id drop not null;

create table message (
    id            bigint      generated always as identity primary key,
    brand_id      smallint    not null,
    key           text        not null,
    customer_no   integer     not null,
    asked_no      integer     not null,
    template_id   bigint      not null,
    channel       text        not null,
    purpose       text        not null,
    priority      smallint    not null,
    sealed_values text,
    asked_at      timestamptz not null,
    not_after     timestamptz not null,
    due_at        timestamptz not null,
    tries         smallint    not null default 0,
    withdraw_asked boolean    not null default false,
    state         text        not null,
    waits         text,
    dispatch_id   bigint,
    address       text,
    reason        text,
    sent_at       timestamptz,
    delivered_at  timestamptz,
    clicked_at    timestamptz,
    settled_at    timestamptz,
    unique (brand_id, key)
);
create index message_due on message (brand_id, channel, due_at, id) where state = 'pending' and dispatch_id is null;
create index message_expiring on message (brand_id, channel, not_after) where state = 'pending' and dispatch_id is null;
create index message_of_dispatch on message (dispatch_id) where dispatch_id is not null;
create index message_of_customer on message (customer_no, asked_at desc);
create index message_asked on message (brand_id, asked_at);
comment on table message is 'Messages to single customers that other modules asked for. States: pending, sent, delivered, failed, suppressed, unknown, withdrawn, expired.';
comment on column message.key is 'The asking module''s own; what stands before its first slash names the module.';
comment on column message.customer_no is 'Whose it is now; asked_no is whom it was asked for, to which it returns when customers come apart.';
comment on column message.sealed_values is 'Template values of the request, sealed; forgotten when the message is settled.';
comment on column message.withdraw_asked is 'Taken back while its call was under way: not sent again if the call turns out not to have been made.';
comment on column message.waits is 'Why it has not been sent yet: quiet-hours, sender-quota, refused-for-now.';

create table message_line (
    brand_id smallint    not null,
    channel  text        not null,
    problem  jsonb,
    since    timestamptz,
    retry_at timestamptz,
    primary key (brand_id, channel)
);
comment on table message_line is 'The single messages of a brand by one channel. While a problem stands, none is sent; tried again at retry_at.';

create table contact (
    brand_id    smallint    not null,
    customer_no integer     not null,
    given_no    integer     not null,
    channel     text        not null,
    purpose     text        not null,
    at          timestamptz not null,
    dispatch_id bigint      not null
);
create index contact_of_customer on contact (customer_no, brand_id, at) include (channel, purpose);
create index contact_of_dispatch on contact (dispatch_id);
create index contact_age on contact using brin (at);
comment on table contact is 'Who was written to, when and by which channel: what caps count. Written with the call, before it is made; taken back when it turns out that nobody was reached.';
comment on column contact.given_no is 'The number it was written under; customer_no follows merges.';

-- What was sent before this table was there counts in caps too.
insert into contact (brand_id, customer_no, given_no, channel, purpose, at, dispatch_id)
select b.brand_id, r.customer_no, r.customer_no, b.channel, b.purpose, coalesce(r.sent_at, now()), r.dispatch_id
from recipient r join broadcast b on b.id = r.broadcast_id
where r.dispatch_id is not null
  and (r.state = 'pending' or r.state in ('sent', 'delivered', 'unknown') and r.sent_at > now() - interval '366 days');
