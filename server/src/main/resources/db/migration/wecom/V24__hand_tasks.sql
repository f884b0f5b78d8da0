create table hand_task (
    id           bigint      generated always as identity primary key,
    brand_id     smallint    not null,
    kind         text        not null,
    task_key     text        not null,
    request      text        not null,
    guide        text        not null,
    customer_no  integer,
    address      text,
    chat_id      text,
    sealed_words text        not null,
    state        text        not null,
    result       text,
    sealed_note  text,
    due_at       timestamptz not null,
    created_at   timestamptz not null,
    tell_at      timestamptz,
    told_at      timestamptz,
    tell_problem text,
    done_at      timestamptz,
    done_by      text,
    unique (brand_id, task_key)
);
create index hand_task_of_brand on hand_task (brand_id, state, due_at, id);
create index hand_task_of_request on hand_task (request);
create index hand_task_of_customer on hand_task (customer_no) where customer_no is not null;
create index hand_task_to_tell on hand_task (tell_at) where tell_at is not null;
comment on table hand_task is 'What guides are to write in WeCom by hand: to whom or to which group, the words, until when, and what came of it.';
comment on column hand_task.kind is 'write: to one customer; post: to a group.';
comment on column hand_task.task_key is 'Asked for twice, a task is made once.';
comment on column hand_task.request is 'The call of the channel, or the group send, that made it, by its key.';
comment on column hand_task.address is 'The external_userid it was made for.';
comment on column hand_task.state is 'open, done, recalled, or expired: nobody did it in time.';
comment on column hand_task.result is 'sent, not-a-friend, declined or group-gone.';
comment on column hand_task.tell_at is 'When the guide is to be told of it; null once told, or when it cannot be.';
comment on column hand_task.tell_problem is 'Why the guide has not been told.';
