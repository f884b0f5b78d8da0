create table sms_settings (
    brand_id      smallint    primary key,
    provider      text        not null,
    url           text,
    app_key       text,
    sealed_secret text,
    signature     text        not null,
    opt_out       text        not null,
    price         numeric(12,4) not null,
    updated_at    timestamptz not null
);
comment on table sms_settings is 'Through which provider a brand sends SMS, in whose name, and at what price.';
comment on column sms_settings.price is 'Of one segment, in minor units of the brand''s currency; fractions are common.';

create table sms_receipt (
    brand_id    smallint    not null,
    request     text        not null,
    out_id      text        not null,
    delivered   boolean     not null,
    code        text,
    at          timestamptz not null,
    received_at timestamptz not null,
    primary key (brand_id, request, out_id)
);
create index sms_receipt_received on sms_receipt (received_at);
comment on table sms_receipt is 'Receipts a provider brought by itself, for a week. One can come before the answer to its call, so it waits here; the first about a message stands.';
comment on column sms_receipt.request is 'The batch, by the key we gave it.';
comment on column sms_receipt.out_id is 'The message, by the key we gave it: no phone number.';

create table webhook_settings (
    brand_id      smallint    primary key,
    url           text        not null,
    sealed_secret text        not null,
    updated_at    timestamptz not null
);
comment on table webhook_settings is 'The brand''s own system that carries messages, and the secret its requests are signed with.';

create table call_task (
    id           bigint      generated always as identity primary key,
    brand_id     smallint    not null,
    task_key     text        not null,
    request      text        not null,
    customer_no  integer     not null,
    sealed_words text        not null,
    state        text        not null,
    result       text,
    sealed_note  text,
    due_at       timestamptz not null,
    created_at   timestamptz not null,
    done_at      timestamptz,
    done_by      text,
    unique (brand_id, task_key)
);
create index call_task_of_brand on call_task (brand_id, state, id);
create index call_task_of_request on call_task (request);
create index call_task_of_customer on call_task (customer_no);
comment on table call_task is 'Calls that people are to make: whom, what to say, until when, and what came of it.';
comment on column call_task.task_key is 'The message''s own key: asked for twice, a task is made once.';
comment on column call_task.request is 'The call of the channel that made it, by its key.';
comment on column call_task.state is 'open, done, or expired: nobody called in time.';
comment on column call_task.result is 'reached, not-reached, refused or wrong-number.';

create table word_list (
    brand_id   smallint    primary key,
    words      text[]      not null,
    updated_at timestamptz not null
);
comment on table word_list is 'Words that must stand in no message of a brand.';
